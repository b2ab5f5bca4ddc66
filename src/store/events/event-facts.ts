// An arrangement as a journey knows it, and who holds a seat.
import { EVENT_FACTS, type EventFacts } from '../journeys/journeys.ts';
import type { Db } from '../open.ts';

/** What a journey that begins must know; `state` and `moves` as they are now. Instants UTC ms. */
export type EventNow = EventFacts & { startsAt: number; state: string; moves: number };

/** Arrangements by their ids, those that are there. */
export async function findEventFacts({ client }: Db, ids: readonly string[]): Promise<Map<string, EventNow>> {
  if (ids.length === 0) return new Map();
  const found = await client.execute({
    sql: `SELECT v.id, ${EVENT_FACTS} AS facts, v.starts_at, v.state, v.moves FROM events v
      WHERE v.id IN (SELECT value FROM json_each(?))`,
    args: [JSON.stringify(ids)],
  });
  return new Map(
    found.rows.map((row) => {
      const facts = JSON.parse(String(row.facts)) as EventFacts;
      const now = { startsAt: Number(row.starts_at), state: String(row.state), moves: Number(row.moves) };
      return [String(row.id), { ...facts, ...now }];
    }),
  );
}

/** Where a relative stands with arrangements, by their ids; without an entry they are not in it. */
export async function findSeatsOf(
  { client }: Db,
  relativeId: string,
  eventIds: readonly string[],
): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const found = await client.execute({
    sql: `SELECT event_id, state FROM attendances WHERE relative_id = ? AND event_id IN (SELECT value FROM json_each(?))`,
    args: [relativeId, JSON.stringify(eventIds)],
  });
  return new Map(found.rows.map((row) => [String(row.event_id), String(row.state)]));
}

/** The soonest arrangement to come somebody has a seat at; one that was cancelled where there is no other. UTC ms. */
export type HeldSeat = { startsAt: number; isCancelled: boolean };

/** The seats relatives hold, each the one that is spoken of; without an entry they have none. */
export async function findHeldSeats(
  { client }: Db,
  relativeIds: readonly string[],
  now: number,
): Promise<Map<string, HeldSeat>> {
  if (relativeIds.length === 0) return new Map();
  const found = await client.execute({
    sql: `SELECT t.relative_id, min(iif(v.state = 'open', v.starts_at, NULL)) AS held, min(v.starts_at) AS soonest
      FROM attendances t JOIN events v ON v.id = t.event_id AND v.state IN ('open', 'cancelled') AND v.starts_at > ?
      WHERE t.relative_id IN (SELECT value FROM json_each(?)) AND t.state = 'yes' GROUP BY t.relative_id`,
    args: [now, JSON.stringify(relativeIds)],
  });
  return new Map(
    found.rows.map(({ relative_id: id, held, soonest }) => [
      String(id),
      { startsAt: Number(held ?? soonest), isCancelled: held === null },
    ]),
  );
}
