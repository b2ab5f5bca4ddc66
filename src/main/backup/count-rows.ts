import type { Db } from '../../store/open.ts';

/** What is counted when a backup is made or put back. */
const TABLES = [
  'relatives',
  'circles',
  'journeys',
  'timers',
  'messages',
  'replies',
  'alerts',
  'ledger',
] as const;

export type Counts = Record<(typeof TABLES)[number], number>;

/** How many rows the tables have that people ask about. */
export async function countRows(db: Db): Promise<Counts> {
  const columns = TABLES.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`);
  const found = await db.client.execute(`SELECT ${columns.join(', ')}`);
  const row = found.rows[0];
  return Object.fromEntries(TABLES.map((table) => [table, Number(row?.[table])])) as Counts;
}

/** As people read it. */
export const tellCounts = (counts: Counts): string =>
  `${counts.relatives} pårørende i ${counts.circles} kredse, ${counts.journeys} forløb, ${counts.messages} beskeder, ${counts.replies} svar`;
