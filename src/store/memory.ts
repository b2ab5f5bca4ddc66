import { eq } from 'drizzle-orm';
import type { Write } from './lane.ts';
import type { Db } from './open.ts';
import { insertRows } from './rows.ts';
import { memory } from './schema/house.ts';

/** What the house noted under a name, or undefined. */
export const recall = async (db: Pick<Db, 'orm'>, name: string): Promise<string | undefined> =>
  (await db.orm.select().from(memory).where(eq(memory.name, name)))[0]?.value;

/** Notes values under names. */
export const remember: Write<{ name: string; value: string }, true> = {
  name: 'remember',
  statements: (notes) => [insertRows(memory, notes, 'replace')],
  outcomes: (notes) => notes.map(() => true as const),
};

/** Forgets what was noted under names. */
export const forget: Write<string, true> = {
  name: 'forget',
  statements: (names) => [
    {
      sql: 'DELETE FROM memory WHERE name IN (SELECT value FROM json_each(?))',
      args: [JSON.stringify(names)],
    },
  ],
  outcomes: (names) => names.map(() => true as const),
};

/** Proves that the database takes writes, by one that changes nothing. Rejects like any other write when it does not. */
export const proveWritable: Write<null, true> = {
  name: 'prove-writable',
  statements: () => [{ sql: "UPDATE memory SET value = value WHERE name = 'key-check'", args: [] }],
  outcomes: (all) => all.map(() => true as const),
};
