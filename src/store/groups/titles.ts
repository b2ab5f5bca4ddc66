import type { Db } from '../open.ts';

/** The titles of the open groups that are kept by hand: those a flow can put somebody into. */
export async function listHandGroupTitles({ client }: Pick<Db, 'client'>): Promise<string[]> {
  const found = await client.execute(
    'SELECT DISTINCT title FROM groups WHERE rule IS NULL AND closed_at IS NULL ORDER BY title',
  );
  return found.rows.map(({ title }) => String(title));
}
