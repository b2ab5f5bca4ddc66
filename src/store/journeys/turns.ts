// The compare-and-set of design.md § 3: many turns in one batch, each written only when its journey is still at the version it was decided on.
import type { Client, ResultSet } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { at, type Condition, type Conditional, insertIf, placeOf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { facts, journeys, timers } from '../schema/journeys.ts';
import { alerts, messages } from '../schema/messages.ts';
import { links } from '../schema/people.ts';
import { aboutAppointments, stillAnswerable, stillUntold, type Told, toldOf } from './about-appointment.ts';
import {
  aboutEvents,
  begunOf,
  mayTellOf,
  stillToTell,
  type ToldPlace,
  type TurnPlaces,
  toldPlaceOf,
} from './about-event.ts';
import { type AskedForm, aboutForms, type FilledForm } from './about-forms.ts';
import { aboutGroups, type GroupStep } from './about-groups.ts';
import { noteLanguages } from './note-languages.ts';
import { forTaken, TAKEN } from './taken.ts';
import { settleUnsent } from './unsent.ts';
import { unlessClosedOrHeld } from './why-not.ts';

export type JourneyRow = typeof journeys.$inferInsert;
export type MessageRow = typeof messages.$inferInsert;

/** One turn as rows. `expected` is the version it was decided on; 0 with `isNew` for a journey that begins. */
export type TurnRows = {
  journey: JourneyRow;
  expected: number;
  isNew: boolean;
  facts: (typeof facts.$inferInsert)[];
  timersSet: (typeof timers.$inferInsert)[];
  timersCleared: string[];
  messages: MessageRow[];
  links: (typeof links.$inferInsert)[];
  alerts: (typeof alerts.$inferInsert)[];
  ledger: (typeof ledger.$inferInsert)[];
  /** The inbox row this turn consumes, while it is still where the turn saw it; `by` is the person who read it. */
  reply?: { id: string; from: 'new' | 'waiting'; relativeId: string; by?: string };
  /** The call or letter this turn settles, while it still waits. */
  task?: string;
  /** The fan-out in which this journey begins: only while its relative still waits there, whom the turn settles. */
  fanOut?: string;
  /** The change of its appointment the turn tells of, while it is still to be told. */
  told?: Told;
  /** What the turn tells of an arrangement, while that is still to be told. */
  toldPlace?: ToldPlace;
  /** What it does about seats. */
  places?: TurnPlaces;
  /** The groups it puts its relative into or takes them out of. */
  groups?: readonly GroupStep[];
  /** The questionnaires it asks, and what one was answered with. */
  askedForms?: readonly AskedForm[];
  filledForm?: FilledForm;
  /** What the relative answered, for the appointment the journey is about. */
  answered?: { answer: 'ja' | 'nej'; at: number };
  /** The appointment an answer to staff is for: the turn is taken only while it is not over. */
  answerable?: string;
  /** In which language the relative is written to from now on, also outside the journey that begins with it. */
  language?: string;
  /** What the journey (or one step of it) has composed and not yet sent does not leave, or not now, with this reason; or what was held may leave again. */
  unsent?: { status: 'cancelled' | 'held'; reason: string; step?: string } | { status: 'free' };
};

/** Rows of turns, written only when their journey carries the turn's token. */
const ofTurn = <R>(turns: readonly TurnRows[], pick: (turn: TurnRows) => readonly R[]): Conditional<R>[] =>
  turns.flatMap((turn) => pick(turn).map((row) => ({ row, keys: [turn.journey.id, turn.journey.turn] })));

const hasTurn: Condition = { join: (id, turn) => `JOIN journeys j ON j.id = ${id} AND j.turn = ${turn}` };

/** A journey begins only while its circle lives, the resident agrees where that is asked for, its number is open when it writes SMS, and its fan-out goes on: the same write order decides. */
const mayBegin: Condition = {
  join: (
    relative,
    fanOut,
    appointment = '',
    change = '',
    attendance = '',
    telling = '',
    begun = '',
  ) => `JOIN relatives r ON r.id = ${relative} JOIN circles c ON c.id = r.circle_id AND c.state = 'alive'
      AND (c.consent_checked_on IS NOT NULL OR NOT EXISTS (SELECT 1 FROM flows f
        WHERE f.id = ${placeOf(journeys, 'flowId')} AND f.body ->> '$.track' = 'inddragelse'))
    LEFT JOIN numbers n ON n.id = r.number_id
    WHERE r.merged_into IS NULL AND (r.channel <> 'sms' OR (n.stopped_at IS NULL AND n.wrong_at IS NULL))
      AND (${fanOut} IS NULL OR EXISTS (SELECT 1 FROM fan_out_members m JOIN fan_outs o ON o.id = m.fan_out_id AND o.status = 'running'
        WHERE m.fan_out_id = ${fanOut} AND m.relative_id = ${relative} AND m.status = 'waiting'))
      AND ${stillUntold(appointment, change, relative)}
      AND ${stillToTell(attendance, telling)} AND ${mayTellOf(begun, relative ?? '')}`,
  verb: 'INSERT OR IGNORE',
};

/** It runs until its first turn is written, also when that ends it: of two that begin in one commit one is let in. */
const begin = (turns: readonly TurnRows[]): Statement[] =>
  insertIf(
    journeys,
    turns
      .filter((t) => t.isNew)
      .map((t) => ({
        row: { ...t.journey, version: 0, turn: '', status: 'active', endedAt: null },
        keys: [t.journey.relativeId, t.fanOut ?? null, ...toldOf(t), ...toldPlaceOf(t), begunOf(t)],
      })),
    mayBegin,
  );

const move = (turns: readonly TurnRows[]): Statement => ({
  sql: `UPDATE journeys SET version = version + 1, turn = ${at(2)}, status = ${at(3)}, hold = ${at(4)},
      awaiting = ${at(5)}, step = ${at(6)}, state = ${at(7)}, ended_at = COALESCE(ended_at, ${at(8)})
    FROM json_each(?) e WHERE journeys.id = ${at(0)} AND journeys.version = ${at(1)}
      AND (${at(9)} IS NULL OR EXISTS (SELECT 1 FROM replies p WHERE p.id = ${at(9)} AND p.status = ${at(10)}))
      AND (${at(11)} IS NULL OR EXISTS (SELECT 1 FROM messages m WHERE m.id = ${at(11)} AND m.status = 'todo'))
      AND ${stillUntold(at(12), at(13), 'journeys.relative_id')} AND ${stillAnswerable(at(14))}
      AND ${stillToTell(at(15), at(16))}
    RETURNING journeys.id, journeys.turn`,
  args: [
    JSON.stringify(
      turns.map(({ journey: j, expected, reply, task, ...rest }) => [
        j.id,
        expected,
        j.turn,
        j.status,
        j.hold ?? null,
        j.awaiting ?? null,
        j.step ?? null,
        j.state,
        j.endedAt ?? null,
        reply?.id ?? null,
        reply?.from ?? null,
        task ?? null,
        rest.told?.appointment ?? null,
        rest.told?.change ?? null,
        rest.answerable ?? null,
        rest.toldPlace?.attendance ?? null,
        rest.toldPlace?.telling ?? null,
      ]),
    ),
  ],
});

const clearTimers = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    (t) => t.timersCleared.map((name) => [name]),
    `DELETE FROM timers WHERE (journey_id, name) IN (SELECT ${at(0)}, ${at(2)} FROM ${TAKEN})`,
  );

const compose = (turns: readonly TurnRows[]): Statement[] =>
  insertIf(
    messages,
    ofTurn(turns, (t) => t.messages),
    {
      join: (
        id,
        turn,
      ) => `${hasTurn.join(id, turn)} LEFT JOIN numbers n ON n.id = ${placeOf(messages, 'numberId')}
        LEFT JOIN relatives r ON r.id = j.relative_id LEFT JOIN circles c ON c.id = r.circle_id`,
      override: unlessClosedOrHeld,
    },
  );

const consume = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ facts: [input], reply }) =>
      reply ? [[reply.id, reply.from, reply.relativeId, reply.by ?? null, input?.at ?? null]] : [],
    `UPDATE replies SET status = 'handled', journey_id = j.id, relative_id = ${at(4)},
        settled_by = ${at(5)}, settled_at = iif(${at(5)} IS NULL, NULL, ${at(6)})
      FROM ${TAKEN} WHERE replies.id = ${at(2)} AND replies.status = ${at(3)}`,
  );

const settleMembers = (turns: readonly TurnRows[]): Statement[] =>
  forTaken(
    turns,
    ({ fanOut }) => (fanOut ? [[fanOut]] : []),
    `UPDATE fan_out_members SET status = 'begun' FROM ${TAKEN}
      WHERE fan_out_id = ${at(2)} AND fan_out_members.relative_id = j.relative_id AND fan_out_members.status = 'waiting'`,
  );

/** Commits turns: `true` for each that was still at its expected version, `false` for each that lost and must be decided again. */
export const commitTurns: Write<TurnRows, boolean> = {
  name: 'turns',
  statements: (turns) => [
    ...begin(turns),
    move(turns),
    ...insertIf(
      facts,
      ofTurn(turns, (t) => t.facts),
      hasTurn,
    ),
    ...settleUnsent(turns),
    ...clearTimers(turns),
    ...insertIf(
      timers,
      ofTurn(turns, (t) => t.timersSet),
      { ...hasTurn, verb: 'INSERT OR REPLACE' },
    ),
    ...compose(turns),
    ...insertIf(
      links,
      ofTurn(turns, (t) => t.links),
      hasTurn,
    ),
    ...insertIf(
      alerts,
      ofTurn(turns, (t) => t.alerts),
      { ...hasTurn, verb: 'INSERT OR IGNORE' },
    ),
    ...insertIf(
      ledger,
      ofTurn(turns, (t) => t.ledger),
      hasTurn,
    ),
    ...consume(turns),
    ...settleMembers(turns),
    ...noteLanguages(turns),
    ...aboutAppointments(turns),
    ...aboutGroups(turns),
    ...aboutEvents(turns),
    ...aboutForms(turns),
  ],
  outcomes(turns, results) {
    const moved = results[turns.some((t) => t.isNew) ? 1 : 0];
    const tokens = new Set(moved?.rows.map((row) => row.turn));
    return turns.map((t) => tokens.has(t.journey.turn));
  },
  /** Another turn may have followed ours: the input it recorded tells. */
  async lookUp(client: Client, { journey, facts: [input] }: TurnRows): Promise<boolean | undefined> {
    if (!input) return undefined;
    const found: ResultSet = await client.execute({
      sql: 'SELECT 1 FROM facts WHERE journey_id = ? AND version = ? AND n = 0 AND kind = ? AND at = ? AND body = ?',
      args: [journey.id, journey.version, input.kind, input.at, input.body],
    });
    return found.rows.length > 0 ? true : undefined;
  },
};
