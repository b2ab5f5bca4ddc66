// What a turn of a journey about an arrangement writes beside: that the relative is told of what holds, that a seat is wanted
// or given up, and that the journey is the one that tells. Seats are given by store/events/seats.ts in the same commit.
import { giveSeats, giveUpSeats, type Wish, wantSeats } from '../events/seats.ts';
import type { Statement } from '../lane.ts';
import { at, type Condition } from '../rows.ts';
import { forTaken, TAKEN } from './taken.ts';
import type { TurnRows } from './turns.ts';

/** What a turn tells its relative of an arrangement: it is taken only while that telling is still to come. */
export type ToldPlace = { attendance: string; telling: number };

/** What a turn does about arrangements. Instants UTC ms. */
export type TurnPlaces = {
  /** The journey that begins is the one that tells of these; `moves` as it was seen, so that no later change is missed. */
  begun: { id: string; eventId: string; moves: number; at: number }[];
  wanted: Wish[];
  givenUp: { eventId: string; relativeId: string; at: number; by: string }[];
};

/** The arrangements whose seats a turn can change. */
export const eventsOf = ({ places }: TurnRows): string[] =>
  places ? [...places.wanted, ...places.givenUp].map(({ eventId }) => eventId) : [];

/** The places of a telling in a turn's packed values. */
export const toldPlaceOf = ({ toldPlace }: TurnRows): [string | null, number | null] => [
  toldPlace?.attendance ?? null,
  toldPlace?.telling ?? null,
];

/** True for a telling that is still to come, and where nothing is told. */
export const stillToTell = (attendance: string, telling: string): string =>
  `(${attendance} IS NULL OR EXISTS (SELECT 1 FROM attendances u WHERE u.id = ${attendance} AND u.pending = ${telling}))`;

/** The arrangements a journey begins with, as JSON of id and moves. */
export const begunOf = ({ places }: TurnRows): string =>
  JSON.stringify((places?.begun ?? []).map(({ eventId, moves }) => [eventId, moves]));

/** True while those arrangements are as they were seen and no other journey tells this relative of one of them. */
export const mayTellOf = (
  begun: string,
  relative: string,
): string => `NOT EXISTS (SELECT 1 FROM json_each(${begun}) b
    LEFT JOIN events ev ON ev.id = b.value ->> '$[0]' AND ev.moves = b.value ->> '$[1]'
    LEFT JOIN attendances t ON t.event_id = ev.id AND t.relative_id = ${relative}
    LEFT JOIN journeys o ON o.id = t.journey_id AND o.status <> 'ended'
    WHERE ev.id IS NULL OR o.id IS NOT NULL)`;

const hasTurn: Pick<Condition, 'join'> = {
  join: (id = '', turn = '') => `JOIN journeys j ON j.id = ${id} AND j.turn = ${turn}`,
};

const keysOf = ({ journey: j }: TurnRows): [string, string] => [j.id, j.turn];

/** Before anything raises a new one. */
const noteTold = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ toldPlace }) => (toldPlace ? [[toldPlace.attendance, toldPlace.telling]] : []),
    `UPDATE attendances SET told = pending, pending = NULL, why = NULL FROM ${TAKEN}
      WHERE attendances.id = ${at(2)} AND attendances.pending = ${at(3)}`,
  );

/** An arrangement counts as announced from the first invitation on. */
const announce = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ places }) => (places?.begun ?? []).map((one) => [one.id, one.eventId, one.at]),
    `UPDATE events SET announced_at = ${at(4)} FROM ${TAKEN} JOIN attendances a ON a.id = ${at(2)}
      WHERE events.id = ${at(3)} AND events.announced_at IS NULL`,
  );

/** Who is not in it yet is invited; who said no is asked anew; whom staff did not write to is told by the journey from now on. */
const begin = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ places }) => (places?.begun ?? []).map((one) => [one.id, one.eventId, one.at]),
    `INSERT INTO attendances (id, event_id, relative_id, guests, state, since, by, journey_id, told, created_at, created_by)
      SELECT ${at(2)}, ${at(3)}, j.relative_id, 0, 'invited', ${at(4)}, 'journey', j.id, 0, ${at(4)},
        coalesce(j.started_by, 'journey')
      FROM ${TAKEN} WHERE true
      ON CONFLICT (event_id, relative_id) WHERE relative_id IS NOT NULL DO UPDATE SET journey_id = excluded.journey_id,
        state = iif(state = 'no', 'invited', state), since = iif(state = 'no', excluded.since, since),
        why = nullif(why, 'unasked')`,
  );

function changeSeats(turns: readonly TurnRows[]): Statement[] {
  const about = turns.filter(({ places }) => places && places.wanted.length + places.givenUp.length > 0);
  const conditional = <R>(pick: (turn: TurnRows) => readonly R[]) =>
    about.flatMap((turn) => pick(turn).map((row) => ({ row, keys: keysOf(turn) })));
  const givings = about.flatMap(({ places }) =>
    [...(places?.wanted ?? []), ...(places?.givenUp ?? [])].map((one) => ({
      eventId: one.eventId,
      at: one.at,
    })),
  );
  return [
    ...wantSeats(
      conditional(({ places }) => places?.wanted ?? []),
      hasTurn,
    ),
    ...giveUpSeats(
      conditional(({ places }) => (places?.givenUp ?? []).map((one) => ({ ...one, tell: false }))),
      hasTurn,
    ),
    ...giveSeats(givings),
  ];
}

/** The statements that follow the turns of one batch. */
export const aboutEvents = (turns: readonly TurnRows[]): Statement[] => [
  ...noteTold(turns),
  ...begin(turns),
  ...announce(turns),
  ...changeSeats(turns),
];
