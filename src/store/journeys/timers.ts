import type { TimerName } from '../../journey/engine/state.ts';
import type { Db } from '../open.ts';

export type DueTimer = { journeyId: string; name: TimerName; dueAt: number };

/** Into how many parts the due timers of a crowd fall; each journey is in one of them. */
export const TIMER_SHARDS = 4;

/** The timers that are due, oldest first, at most `limit`, of one shard or of all; cost grows with what is due, not with what sleeps. */
export async function listDueTimers(db: Db, now: number, limit: number, shard?: number): Promise<DueTimer[]> {
  const found = await db.client.execute({
    sql: `SELECT journey_id, name, due_at FROM timers INDEXED BY timers_due
      WHERE held = 0 AND due_at <= ? ${shard === undefined ? '' : `AND unicode(journey_id) % ${TIMER_SHARDS} = ?`}
      ORDER BY due_at LIMIT ?`,
    args: shard === undefined ? [now, limit] : [now, shard, limit],
  });
  return found.rows.map((row) => ({
    journeyId: String(row.journey_id),
    name: String(row.name) as TimerName,
    dueAt: Number(row.due_at),
  }));
}

/** The instant the next timer is due, UTC ms, or undefined when none sleeps. */
export async function findNextTimer(db: Db): Promise<number | undefined> {
  const found = await db.client.execute('SELECT MIN(due_at) AS due FROM timers WHERE held = 0');
  const due = found.rows[0]?.due;
  return due === null || due === undefined ? undefined : Number(due);
}
