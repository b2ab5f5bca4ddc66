// Drafts of group messages after a backup was put back: what may have been ordered in the gap.
import { desc, eq } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { broadcasts } from '../schema/broadcasts.ts';

/** The drafts, the newest first. */
export const listDrafts = ({ orm }: Db, limit: number) =>
  orm
    .select({ id: broadcasts.id, way: broadcasts.way, textsSealed: broadcasts.textsSealed })
    .from(broadcasts)
    .where(eq(broadcasts.status, 'draft'))
    .orderBy(desc(broadcasts.createdAt))
    .limit(limit);

/** Some of the relatives at these numbers, with what a text to them depends on. */
export async function listReadersAt({ client }: Db, numberIds: readonly string[], limit: number) {
  const found = await client.execute({
    sql: `SELECT id, tiltale_sealed, language, number_id FROM relatives INDEXED BY relatives_number
      WHERE number_id IN (SELECT value FROM json_each(?)) LIMIT ?`,
    args: [JSON.stringify(numberIds), limit],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    tiltaleSealed: String(row.tiltale_sealed),
    language: String(row.language),
    numberId: String(row.number_id),
  }));
}

/** Whether a person has not yet looked at the doubt that a draft has left already. */
export async function isDoubted({ client }: Db, broadcast: string): Promise<boolean> {
  const found = await client.execute({
    sql: `SELECT 1 FROM alerts INDEXED BY alerts_open WHERE status = 'open' AND kind = 'broadcast-draft-doubt' AND step = ? LIMIT 1`,
    args: [broadcast],
  });
  return found.rows.length > 0;
}
