import type { Db } from './open.ts';

/** The next instant after `now` at which a timer, a message or a group message is due, UTC ms; undefined when nothing is planned. */
export async function findNextInstant(db: Db, now: number): Promise<number | undefined> {
  const found = await db.client.execute({
    sql: `SELECT MIN(due) AS due FROM (
      SELECT MIN(due_at) AS due FROM timers WHERE held = 0 AND due_at > ?1
      UNION ALL SELECT MIN(due_at) FROM messages WHERE status = 'due' AND retry_at IS NULL AND due_at > ?1
      UNION ALL SELECT MIN(due_at) FROM broadcasts WHERE status IN ('scheduled', 'filling', 'running') AND status = 'scheduled' AND due_at > ?1)`,
    args: [now],
  });
  const due = found.rows[0]?.due;
  return due === null || due === undefined ? undefined : Number(due);
}
