// What staff settle at the desk: each statement changes only what still waits, so that two people pressing at once are told apart.
import type { Client, ResultSet } from '@libsql/client';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at, placeOf } from '../rows.ts';
import { ledger } from '../schema/house.ts';

/** Which items did it: of several in one batch for the same row only the first. */
function winners<I>(
  items: readonly I[],
  rowOf: (item: I) => string,
  changed: ResultSet | undefined,
): boolean[] {
  const open = new Set(changed?.rows.map((row) => row.id));
  return items.map((item) => open.delete(rowOf(item)));
}

/** Something a person has seen to. */
export type Done = { id: string; at: number; by: string } & Noted;

/** After a lost answer: true when it was this person, at this instant, who closed the alert. */
export async function wasClosed(client: Client, { id, at: when, by }: Done): Promise<true | undefined> {
  const sql = "select 1 from alerts where id = ? and status = 'done' and done_at = ? and done_by = ?";
  return (await client.execute({ sql, args: [id, when, by] })).rows.length > 0 ? true : undefined;
}

/** Closes open alerts; false for one that was closed already. */
export const closeAlerts: Write<Done, boolean> = noting(
  {
    name: 'close-alerts',
    statements: (items) => [
      {
        sql: `update alerts set status = 'done', done_at = ${at(1)}, done_by = ${at(2)}
              from json_each(?) e where alerts.id = ${at(0)} and alerts.status = 'open' returning alerts.id`,
        args: [JSON.stringify(items.map(({ id, at: when, by }) => [id, when, by]))],
      },
    ],
    outcomes: (items, [closed]) => winners(items, ({ id }) => id, closed),
    lookUp: wasClosed,
  },
  { keys: ({ id }) => [id], join: (id) => `join alerts a on a.id = ${id} and a.status = 'open'` },
);

/** A call that was made or a letter that was posted; `missed` when nobody took the telephone. */
export type TaskOutcome = { id: string; at: number; missed: boolean } & Noted;

/** Settles calls and letters; false for one that was settled before. */
export const settleTasks: Write<TaskOutcome, boolean> = noting(
  {
    name: 'settle-tasks',
    statements: (items) => [
      {
        sql: `update messages set attempts = attempts + 1,
              status = case when ${at(2)} then 'todo' else 'done' end,
              reason = case when ${at(2)} then 'missed' else null end,
              sent_at = case when ${at(2)} then null else ${at(1)} end
            from json_each(?) e
            where messages.id = ${at(0)} and messages.channel in ('ring', 'brev') and messages.status = 'todo'
            returning messages.id`,
        args: [JSON.stringify(items.map(({ id, at: when, missed }) => [id, when, missed ? 1 : 0]))],
      },
    ],
    outcomes: (items, [settled]) => winners(items, ({ id }) => id, settled),
    lookUp: (client, item) => wasNoted(client, item),
  },
  { keys: ({ id }) => [id], join: (id) => `join messages m on m.id = ${id} and m.status = 'todo'` },
);

/** What staff note of a circle; null clears the date. */
export type CircleNote = {
  id: string;
  apart: boolean;
  consentCheckedOn: string | null;
  /** What stood there when the writer looked, as `circleSeen` tells it; whatever stands there when absent. */
  seen?: string;
} & Noted;

/** What is noted of a circle, as a writer carries it on. */
export const circleSeen = (circle: { apart: number; consentCheckedOn: string | null }): string =>
  `${circle.apart}.${circle.consentCheckedOn ?? ''}`;

const AS_SEEN = (circle: string, seen: string): string =>
  `(${seen} IS NULL OR ${circle}.apart || '.' || COALESCE(${circle}.consent_checked_on, '') = ${seen})`;

/** Entries of this kind stand only where the note takes a consent away that was there. */
export const CONSENT_WITHDRAWN = 'circle.consent-withdrawn';

/** Notes "hver for sig" and the day the resident's consent was checked; false where there is no such circle, or it was noted otherwise meanwhile. */
export const noteCircles: Write<CircleNote, boolean> = noting(
  {
    name: 'note-circles',
    statements: (items) => [
      {
        sql: `update circles set apart = ${at(1)}, consent_checked_on = ${at(2)}
              from json_each(?) e where circles.id = ${at(0)} and ${AS_SEEN('circles', at(3))} returning circles.id`,
        args: [
          JSON.stringify(
            items.map(({ id, apart, consentCheckedOn, seen }) => [
              id,
              apart ? 1 : 0,
              consentCheckedOn,
              seen ?? null,
            ]),
          ),
        ],
      },
    ],
    outcomes(items, [noted]) {
      const ids = new Set(noted?.rows.map((row) => row.id));
      return items.map(({ id }) => ids.has(id));
    },
  },
  {
    keys: ({ id, seen }) => [id, seen ?? ''],
    join: (id, seen) => `join circles c on c.id = ${id} and ${AS_SEEN('c', `nullif(${seen}, '')`)}
      and (${placeOf(ledger, 'kind')} <> '${CONSENT_WITHDRAWN}' or c.consent_checked_on is not null)`,
  },
);
