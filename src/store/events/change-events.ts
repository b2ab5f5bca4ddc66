// Several arrangements change together or not at all, each as it was seen: of two who press at once one is told.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';
import { events } from '../schema/events.ts';
import { giveSeats, nextTelling, takenSeats } from './seats.ts';

/** What is written of an arrangement, in the order in which it is packed. */
const CONTENT = [
  'title',
  'smsTitle',
  'kind',
  'audience',
  'track',
  'unitId',
  'place',
  'smsPlace',
  'videoSealed',
  'details',
  'startsAt',
  'endsAt',
  'capacity',
  'guests',
  'signUpUntil',
  'lockHours',
  'remindDays',
  'isPublic',
] as const satisfies readonly (keyof typeof events.$inferSelect)[];

export type EventContent = Pick<typeof events.$inferSelect, (typeof CONTENT)[number]>;

/** A session that is to take place; `n` is its own for good. Instants UTC ms. */
export type KeptSession = { n: number; startsAt: number; minutes: number };

/** What one arrangement, as it was at `seen`, becomes. */
export type EventChange = {
  id: string;
  seen: number;
  content: EventContent;
  sessions: readonly KeptSession[];
  /** Another time or place: everyone who is in it, invited or in line is to be told. */
  isMoved: boolean;
  /** Other reminders: the journeys about it are planned anew, and nobody is told. */
  isReplanned: boolean;
};

export type EventChanges = { at: number; changes: readonly EventChange[] } & Noted;

/** Everyone who is in it, invited or in line has a telling to come; `ev` is the arrangement. */
export const tellAll = (
  join: string,
): string => `UPDATE attendances SET pending = ${nextTelling('attendances')}
  FROM json_each(?1) e ${join}
  WHERE attendances.event_id = ev.id AND attendances.state IN ('invited', 'yes', 'waiting')`;

/** As it was seen, and with a seat for everyone who has one: fewer than are taken there cannot be. */
const isAsSeen = (id: string, seen: string, capacity: string): string => `SELECT 1 FROM events x
  WHERE x.id = ${id} AND x.changed_at = ${seen} AND x.state IN ('draft', 'open')
    AND (${capacity} IS NULL OR ${capacity} >= ${takenSeats('x.id')})`;

const allAsSeen = (list: string): string => `NOT EXISTS (SELECT 1 FROM json_each(${list}) o
  WHERE NOT EXISTS (${isAsSeen("o.value ->> '$[0]'", "o.value ->> '$[1]'", "o.value ->> '$[2]'")}))`;

const ofAll = `JOIN events ev ON ev.id = ${at(0)} AND ${allAsSeen('?1')}`;

/** A draft's sessions nobody has heard of; one of an open arrangement is kept as taken out. */
const takeOut = (): string[] => [
  `DELETE FROM event_sessions WHERE event_id IN (SELECT ev.id FROM json_each(?1) e ${ofAll} AND ev.state = 'draft')`,
  `UPDATE event_sessions SET removed_at = ${at(3)} FROM json_each(?1) e ${ofAll}
    WHERE event_sessions.event_id = ev.id AND event_sessions.removed_at IS NULL
      AND event_sessions.n NOT IN (SELECT k.value ->> '$[0]' FROM json_each(e.value, '$[6]') k)`,
];

const KEEP = `INSERT INTO event_sessions (event_id, n, starts_at, minutes)
  SELECT ev.id, k.value ->> '$[0]', k.value ->> '$[1]', k.value ->> '$[2]'
  FROM json_each(?1) e ${ofAll} JOIN json_each(e.value, '$[6]') k WHERE true
  ON CONFLICT (event_id, n) DO UPDATE SET starts_at = excluded.starts_at, minutes = excluded.minutes, removed_at = NULL`;

const REPLAN = `UPDATE attendances SET replan = ${at(3)} FROM json_each(?1) e ${ofAll}
    AND ev.state = 'open' AND ${at(5)} = 1
  WHERE attendances.event_id = ev.id AND attendances.state <> 'no'
    AND EXISTS (SELECT 1 FROM journeys j WHERE j.id = attendances.journey_id AND j.status <> 'ended')`;

const FIRST = 7;
const placeOf = (name: (typeof CONTENT)[number]): string => at(FIRST + CONTENT.indexOf(name));

const CHANGE = `UPDATE events SET ${CONTENT.map((name) => `${events[name].name} = ${placeOf(name)}`).join(', ')},
    moves = moves + iif(state = 'open', ${at(4)}, 0),
    announced_at = iif(state = 'open' AND ${placeOf('isPublic')} = 1, coalesce(announced_at, ${at(3)}), announced_at),
    changed_at = max(changed_at + 1, ${at(3)})
  FROM json_each(?1) e WHERE events.id = ${at(0)} AND ${allAsSeen('?1')} RETURNING events.id`;

const packed = ({ changes, at: when }: EventChanges): string =>
  JSON.stringify(
    changes.map(({ id, seen, content, sessions, isMoved, isReplanned }) => [
      id,
      seen,
      content.capacity,
      when,
      isMoved ? 1 : 0,
      isReplanned ? 1 : 0,
      sessions.map(({ n, startsAt, minutes }) => [n, startsAt, minutes]),
      ...CONTENT.map((name) => content[name]),
    ]),
  );

function changeAll(order: EventChanges): Statement[] {
  const args = [packed(order)];
  const tell = tellAll(`${ofAll} AND ev.state = 'open' AND ${at(4)} = 1`);
  return [
    ...[...takeOut(), KEEP, tell, REPLAN, CHANGE].map((sql) => ({ sql, args })),
    ...giveSeats(order.changes.map(({ id }) => ({ eventId: id, at: order.at }))),
  ];
}

/**
 * Changes drafts and open arrangements, all of them or none; false where one was changed meanwhile, is over, or would have
 * fewer seats than are taken. What is freed is given on.
 */
export const changeEvents: Write<EventChanges, boolean> = noting(
  {
    name: 'change-events',
    statements: (items) => items.flatMap(changeAll),
    outcomes: (items, results) => items.map(() => (results.at(-2)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ changes }) => [
      JSON.stringify(changes.map(({ id, seen, content }) => [id, seen, content.capacity])),
    ],
    join: (list = '') => `WHERE ${allAsSeen(list)}`,
  },
);
