import { eq } from 'drizzle-orm';
import type { Write } from './lane.ts';
import type { Db } from './open.ts';
import { insertRows } from './rows.ts';
import { memory } from './schema/house.ts';

/** What the house noted under a name, or undefined. */
export const recall = async (db: Db, name: string): Promise<string | undefined> =>
  (await db.orm.select().from(memory).where(eq(memory.name, name)))[0]?.value;

/** Notes values under names. */
export const remember: Write<{ name: string; value: string }, true> = {
  name: 'remember',
  statements: (notes) => [insertRows(memory, notes, 'replace')],
  outcomes: (notes) => notes.map(() => true as const),
};
