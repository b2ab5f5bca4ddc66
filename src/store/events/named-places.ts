// Those at an arrangement who are known by a name alone: staff call them, and what they are called is erased when its time is over.
import type { Statement, Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** The kind of the alert that asks staff to call. */
export const CALLS = 'event-calls';

const IS_TO_CALL = 'a.pending IS NOT NULL AND a.relative_id IS NULL';

/** An arrangement with somebody to call; `alert` is the same until it moves, or somebody gets a seat, again. */
export type EventCalls = { eventId: string; alert: string };

/** The arrangements to come, or one of them, with somebody to call of which no alert was raised yet, and none is open. */
export async function listEventCalls(
  { client }: Db,
  now: number,
  limit: number,
  event?: string,
): Promise<EventCalls[]> {
  const found = await client.execute({
    sql: `SELECT k.id, k.alert FROM (SELECT v.id, '${CALLS}.' || v.id || '.' || v.moves || '.' || coalesce(
          (SELECT max(n.since) FROM attendances n WHERE n.event_id = v.id AND n.state = 'yes' AND n.relative_id IS NULL), 0) AS alert
        FROM events v WHERE v.id IN (SELECT a.event_id FROM attendances a WHERE ${IS_TO_CALL} ${event ? 'AND a.event_id = ?' : ''})
          AND v.ends_at > ?) k
      WHERE NOT EXISTS (SELECT 1 FROM alerts x WHERE x.id = k.alert) AND NOT EXISTS (SELECT 1 FROM alerts o
        WHERE o.status = 'open' AND o.urgent = 0 AND o.kind = '${CALLS}' AND o.step = k.id) LIMIT ?`,
    args: [...(event ? [event] : []), now, limit],
  });
  return found.rows.map((row) => ({ eventId: String(row.id), alert: String(row.alert) }));
}

/** Closes what asks to call of an arrangement when there is nobody left to call. */
export const closeEventCalls: Write<{ eventId: string; at: number }, void> = {
  name: 'close-event-calls',
  statements: (items) => [
    {
      sql: `UPDATE alerts SET status = 'done', done_at = ${at(1)}, done_by = 'house' FROM json_each(?) e
        WHERE alerts.status = 'open' AND alerts.urgent = 0 AND alerts.kind = '${CALLS}' AND alerts.step = ${at(0)}
          AND NOT EXISTS (SELECT 1 FROM attendances a WHERE a.event_id = ${at(0)} AND ${IS_TO_CALL})`,
      args: [JSON.stringify(items.map((one) => [one.eventId, one.at]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};

/** Until when names are kept: those of staff who had a seat at an arrangement for staff longer, since they get certificates. UTC ms. */
export type Kept = { namesBefore: number; staffNamesBefore: number };

/** One whose contact is to go, and the name where `withName`. */
export type PlaceToForget = { id: string; eventId: string; withName: boolean };

/** Its end; for one that was cancelled, when it was, unless that is still to be told. */
const OVER = `iif(v.state = 'cancelled' AND a.pending IS NULL, min(v.changed_at, v.ends_at), v.ends_at)`;
const IS_STAFFS = `(v.audience = 'staff' AND v.state <> 'cancelled' AND a.state = 'yes')`;

/** Those known by a name alone whose time is over. */
export async function listPlacesToForget(
  { client }: Db,
  { namesBefore, staffNamesBefore }: Kept,
  limit: number,
): Promise<PlaceToForget[]> {
  const found = await client.execute({
    sql: `SELECT * FROM (SELECT a.id, a.event_id, a.contact_sealed, ${OVER} AS over,
          ${OVER} < iif(${IS_STAFFS}, ?2, ?1) AS with_name
        FROM attendances a JOIN events v ON v.id = a.event_id
        WHERE a.name_sealed IS NOT NULL AND a.relative_id IS NULL)
      WHERE with_name = 1 OR (contact_sealed IS NOT NULL AND over < ?1) LIMIT ?3`,
    args: [namesBefore, staffNamesBefore, limit],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    eventId: String(row.event_id),
    withName: row.with_name === 1,
  }));
}

/** The places of one arrangement; `newId` is what one is called from now on, since the old id may follow from a number. */
export type Forgetting = { places: readonly (PlaceToForget & { newId: string })[] } & Noted;

const forget = ({ places }: Forgetting): Statement[] => {
  const args = [
    JSON.stringify(places.map(({ id, newId, withName }) => [id, withName ? newId : id, withName ? 1 : 0])),
  ];
  return [
    {
      sql: `UPDATE event_presences SET attendance_id = ${at(1)} FROM json_each(?) e
        JOIN attendances a ON a.id = ${at(0)} AND a.relative_id IS NULL
        WHERE event_presences.attendance_id = ${at(0)}`,
      args,
    },
    {
      sql: `UPDATE attendances SET contact_sealed = NULL, name_sealed = iif(${at(2)} = 1, NULL, name_sealed), id = ${at(1)}
        FROM json_each(?) e WHERE attendances.id = ${at(0)} AND attendances.relative_id IS NULL`,
      args,
    },
  ];
};

/** Erases what people are called and how they were reached; that somebody was there, and came, stays. */
export const forgetPlaces: Write<Forgetting, true> = noting(
  {
    name: 'forget-places',
    statements: (items) => items.flatMap(forget),
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);
