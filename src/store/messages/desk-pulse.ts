import { sql } from 'drizzle-orm';
import type { Reads } from '../open.ts';

/** Further than this nothing is counted. */
const MOST = 200;

const newest = (from: string, at: string, where: string): string =>
  `SELECT count(*) || '.' || coalesce(max(at), 0) FROM (SELECT ${at} AS at FROM ${from} WHERE ${where} ORDER BY ${at} DESC LIMIT ${MOST})`;

const PULSE = `SELECT (${[
  newest('replies', 'received_at', "status = 'waiting'"),
  newest('page_messages', 'at', "status = 'waiting'"),
  newest('alerts', 'raised_at', "status = 'open' AND urgent = 1"),
  newest('alerts', 'raised_at', "status = 'open' AND urgent = 0"),
  newest('messages', 'due_at', "status = 'todo'"),
  newest('messages', 'intent_at', "status IN ('sending', 'unknown')"),
].join(") || ' ' || (")}) AS pulse`;

/** A text that changes when something comes to wait for a person, or waits no more: one cheap select, by index. */
export async function readDeskPulse({ orm }: Reads): Promise<string> {
  const [row] = await orm.all<{ pulse: string }>(sql.raw(PULSE));
  return row?.pulse ?? '';
}
