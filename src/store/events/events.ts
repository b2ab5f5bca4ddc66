// Arrangements change only as they were seen (`changed_at`): of two who press at once one is told.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at, insertIf, insertRows } from '../rows.ts';
import { eventSessions, events } from '../schema/events.ts';

export type EventRow = typeof events.$inferInsert;
export type SessionRow = typeof eventSessions.$inferInsert;

export type NewEvent = { event: EventRow; sessions: readonly SessionRow[] } & Noted;

const isNew = (id = ''): string => `WHERE NOT EXISTS (SELECT 1 FROM events x WHERE x.id = ${id})`;

/** Adds drafts; true also where this one was made under its id before, false, and nothing changed, where another was. */
export const addEvents: Write<NewEvent, boolean> = noting(
  {
    name: 'add-events',
    statements: (items) =>
      items.flatMap(({ event, sessions }) => [
        ...insertIf(
          eventSessions,
          sessions.map((row) => ({ row, keys: [event.id] })),
          { join: isNew },
        ),
        insertRows(events, [event], 'ignore'),
        {
          sql: 'SELECT id FROM events WHERE id = ? AND created_by = ? AND title = ? AND starts_at = ?',
          args: [event.id, event.createdBy, event.title, event.startsAt],
        },
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ event }) => [event.id], join: isNew },
);

/** A change decided on an arrangement as it was at `seen`. */
type Change = { id: string; seen: number; at: number } & Noted;

const asSeen =
  (states: string) =>
  (id = '', seen = ''): string =>
    `JOIN events ev ON ev.id = ${id} AND ev.changed_at = ${seen} AND ev.state IN (${states})`;

const ofSeen = (states: string) => ({ keys: ({ id, seen }: Change) => [id, seen], join: asSeen(states) });

const keyOf = (items: readonly Change[]): [string] => [
  JSON.stringify(items.map(({ id, seen, at: when }) => [id, seen, when])),
];

const found =
  (index: number): Write<Change, boolean>['outcomes'] =>
  (items, results) =>
    items.map(() => (results.at(index)?.rows.length ?? 0) > 0);

/** Opens drafts, so that one can sign up; false for one changed meanwhile. */
export const openEvents: Write<Change, boolean> = noting(
  {
    name: 'open-events',
    statements: (items) => [
      {
        sql: `UPDATE events SET state = 'open', changed_at = max(changed_at + 1, ${at(2)}),
            announced_at = iif(is_public = 1, ${at(2)}, announced_at)
          FROM json_each(?) e WHERE events.id = ${at(0)} AND events.changed_at = ${at(1)} AND events.state = 'draft'
          RETURNING events.id`,
        args: keyOf(items),
      },
    ],
    outcomes: found(-1),
    lookUp: wasNoted,
  },
  ofSeen(`'draft'`),
);

/** What holds for those with a seat whom nobody noted: they came, they did not, or nobody knows. */
export type Rest = 'came' | 'missed' | 'unknown';
export type Holding = Change & { rest: Rest; by: string };

const noteRest = ({ id, seen, at: when, rest, by }: Holding): Statement => ({
  sql: `INSERT OR IGNORE INTO event_presences (attendance_id, n, came, noted_at, noted_by)
    SELECT a.id, s.n, ${at(3)}, ${at(2)}, ${at(4)} FROM json_each(?) e ${asSeen(`'open'`)(at(0), at(1))}
    JOIN attendances a ON a.event_id = ev.id AND a.state = 'yes' JOIN event_sessions s ON s.event_id = ev.id AND s.removed_at IS NULL
    WHERE ${at(3)} IS NOT NULL AND s.starts_at <= ${at(2)}`,
  args: [JSON.stringify([[id, seen, when, { came: 1, missed: 0, unknown: null }[rest], by]])],
});

/** Notes that arrangements were held: nothing more is told about them. False for one changed meanwhile. */
export const holdEvents: Write<Holding, boolean> = noting(
  {
    name: 'hold-events',
    statements: (items) => [
      ...items.map(noteRest),
      {
        sql: `UPDATE attendances SET told = coalesce(pending, told), pending = NULL
          FROM json_each(?) e ${asSeen(`'open'`)(at(0), at(1))} WHERE attendances.event_id = ev.id`,
        args: keyOf(items),
      },
      {
        sql: `UPDATE events SET state = 'held', changed_at = max(changed_at + 1, ${at(2)})
          FROM json_each(?) e WHERE events.id = ${at(0)} AND events.changed_at = ${at(1)} AND events.state = 'open'
          RETURNING events.id`,
        args: keyOf(items),
      },
    ],
    outcomes: found(-1),
    lookUp: wasNoted,
  },
  ofSeen(`'open'`),
);

/** Deletes drafts; false for one changed or opened meanwhile. */
export const dropDrafts: Write<Change, boolean> = noting(
  {
    name: 'drop-event-drafts',
    statements: (items) => [
      {
        sql: `DELETE FROM event_sessions
          WHERE event_id IN (SELECT ev.id FROM json_each(?) e ${asSeen(`'draft'`)(at(0), at(1))})`,
        args: keyOf(items),
      },
      {
        sql: `DELETE FROM events WHERE id IN (SELECT ev.id FROM json_each(?) e ${asSeen(`'draft'`)(at(0), at(1))})
          RETURNING id`,
        args: keyOf(items),
      },
    ],
    outcomes: found(-1),
    lookUp: wasNoted,
  },
  ofSeen(`'draft'`),
);
