// SMS, calls and letters that are written and have not left, page by page, as a calendar counts them.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { isOpen } from './open-messages.ts';

/** One that is written and has not left; `held` stands still with its journey or group message. */
export type OpenSending = {
  relativeId: string | null;
  numberId: string | null;
  status: 'due' | 'held' | 'todo';
  channel: string;
  sender: string;
  purpose: string;
  lane: number;
  pressing: number;
  dueAt: number;
  notAfter: number | null;
  reason: string | null;
  step: string | null;
  flowId: string | null;
  broadcastId: string | null;
  broadcastTitle: string | null;
};

/** Where a page ended: the next begins after it. */
export type OpenCursor = { number: string; dueAt: number; line: number };

type Row = OpenSending & { line: number; seen: number; cursor: string };

const COLUMNS = sql`m.rowid as line, m.relative_id as "relativeId", m.number_id as "numberId", m.status, m.channel, m.sender,
  m.purpose, m.lane, m.pressing, m.due_at as "dueAt", m.not_after as "notAfter", m.reason, m.step,
  j.flow_id as "flowId", b.id as "broadcastId", b.title as "broadcastTitle", coalesce(m.number_id, '') as cursor`;

const JOINS = sql`left join journeys j on j.id = m.journey_id left join broadcasts b on b.id = m.broadcast_id`;

type Page = { sendings: OpenSending[]; next?: OpenCursor };

function pageOf(rows: readonly Row[], limit: number): Page {
  const last = rows.at(-1);
  const sendings = rows.filter(({ seen }) => seen === 1);
  if (rows.length < limit || !last) return { sendings };
  return { sendings, next: { number: last.cursor, dueAt: last.dueAt, line: last.line } };
}

/** A page of the SMS that are due or held, phone by phone. Reads `limit` of them; those out of sight are left out. */
export async function listUnsentSms(
  { orm }: Db,
  sight: Sight,
  { after, limit }: { after: OpenCursor; limit: number },
): Promise<Page> {
  const rows = await orm.all<Row>(sql`select ${COLUMNS}, ${inSight(sight, sql`m.relative_id`)} as seen
    from messages m indexed by messages_open ${JOINS}
    where ${sql.raw(isOpen('m'))} and m.status in ('due', 'held')
      and (m.number_id, m.due_at, m.rowid) > (${after.number}, ${after.dueAt}, ${after.line})
    order by m.number_id, m.due_at, m.rowid limit ${limit}`);
  return pageOf(rows, limit);
}

/** A page of the calls and letters that are to be made before `until`, UTC ms. Reads `limit` of them. */
export async function listOpenTasks(
  { orm }: Db,
  sight: Sight,
  { until, after, limit }: { until: number; after: OpenCursor; limit: number },
): Promise<Page> {
  const rows = await orm.all<Row>(sql`select ${COLUMNS}, ${inSight(sight, sql`m.relative_id`)} as seen
    from messages m indexed by messages_todo ${JOINS}
    where m.status = 'todo' and m.due_at < ${until} and (m.due_at, m.rowid) > (${after.dueAt}, ${after.line})
    order by m.due_at, m.rowid limit ${limit}`);
  return pageOf(rows, limit);
}

/** How many SMS that were no answers left to each of these phones since an instant, those without any left out. */
export async function countLeftSince(
  { client }: Db,
  numberIds: readonly string[],
  since: number,
): Promise<Map<string, number>> {
  const found = await client.execute({
    sql: `SELECT s.number_id, COUNT(*) AS count FROM json_each(?) p CROSS JOIN messages s INDEXED BY messages_number
      WHERE s.number_id = p.value AND s.lane > 0 AND s.intent_at >= ? AND (s.sent_at IS NOT NULL OR s.status IN ('sending', 'unknown'))
      GROUP BY s.number_id`,
    args: [JSON.stringify(numberIds), since],
  });
  return new Map(found.rows.map((row) => [String(row.number_id), Number(row.count)]));
}

/** The SMS that wait to leave to one phone, as the limit a day sees them. */
export async function listSmsOfNumber(
  { client }: Db,
  numberId: string,
): Promise<{ at: number; free: boolean; answer: boolean; notAfter?: number }[]> {
  const found = await client.execute({
    sql: `SELECT m.due_at, m.lane, m.not_after, (m.lane = 0 OR m.pressing = 1 OR m.purpose IN ('staff', 'notice')) AS free
      FROM messages m INDEXED BY messages_open WHERE m.number_id = ? AND ${isOpen('m')} AND m.status = 'due'
      ORDER BY m.due_at LIMIT 200`,
    args: [numberId],
  });
  return found.rows.map((row) => ({
    at: Number(row.due_at),
    free: row.free === 1,
    answer: row.lane === 0,
    ...(row.not_after === null ? {} : { notAfter: Number(row.not_after) }),
  }));
}
