import type { Db } from '../open.ts';

/** More titles than so many no SMS is held against; the newest count. */
const MOST = 5_000;

/** The titles of arrangements that an SMS may not say: all that are called something else there. */
export async function listEventTitles({ client }: Pick<Db, 'client'>): Promise<string[]> {
  const found = await client.execute({
    sql: `SELECT DISTINCT title FROM events WHERE lower(title) <> lower(sms_title) ORDER BY starts_at DESC LIMIT ?`,
    args: [MOST],
  });
  return found.rows.map(({ title }) => String(title));
}
