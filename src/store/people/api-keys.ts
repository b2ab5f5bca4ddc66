import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { always, type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { at, insertRows } from '../rows.ts';
import { apiKeys } from '../schema/staff.ts';

/** A key of the API; `keyHash` is the SHA-256 of the whole key. Instants are real time, UTC ms. */
export type ApiKeyRow = typeof apiKeys.$inferSelect;

/** The key with this id, ended or not. */
export const findApiKeyRow = async (db: Db, id: string): Promise<ApiKeyRow | undefined> =>
  (await db.orm.select().from(apiKeys).where(eq(apiKeys.id, id)).limit(1))[0];

/** Every key that was ever made, the newest first. */
export const listApiKeyRows = (db: Db, limit: number): Promise<ApiKeyRow[]> =>
  db.orm.select().from(apiKeys).orderBy(desc(apiKeys.createdAt), desc(apiKeys.id)).limit(limit);

/** What the keys with these ids are called; nothing is asked for none. */
export async function listKeyTitles(
  { orm }: Db,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  if (ids.length === 0) return [];
  return orm
    .select({ id: apiKeys.id, title: apiKeys.title })
    .from(apiKeys)
    .where(inArray(apiKeys.id, [...ids]));
}

/** These units and those under them. */
export async function findUnitsUnder({ orm }: Db, units: readonly string[]): Promise<string[]> {
  const found = await orm.all<{ id: string }>(sql`with recursive mine(id) as (
      select value from json_each(${JSON.stringify(units)})
      union select u.id from units u join mine m on u.parent_id = m.id)
    select id from mine`);
  return found.map((row) => row.id);
}

export const insertApiKey: Write<typeof apiKeys.$inferInsert & Noted, true> = noting(
  {
    name: 'insert-api-key',
    statements: (rows) => [insertRows(apiKeys, rows)],
    outcomes: (rows) => rows.map(() => true as const),
    lookUp: async (client, { id }) => {
      const found = await client.execute({ sql: 'SELECT 1 FROM api_keys WHERE id = ?', args: [id] });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  always,
);

/** Ends a key for good; false for one that is not there or was revoked before. */
export const revokeApiKey: Write<{ id: string; at: number } & Noted, boolean> = noting(
  {
    name: 'revoke-api-key',
    statements: (items) => [
      {
        sql: `UPDATE api_keys SET revoked_at = ${at(1)} FROM json_each(?) e
          WHERE api_keys.id = ${at(0)} AND api_keys.revoked_at IS NULL RETURNING api_keys.id`,
        args: [JSON.stringify(items.map((item) => [item.id, item.at]))],
      },
    ],
    outcomes(items, [revoked]) {
      const ids = new Set(revoked?.rows.map((row) => row.id));
      return items.map(({ id }) => ids.has(id));
    },
  },
  { keys: ({ id }) => [id], join: (id) => `JOIN api_keys k ON k.id = ${id} AND k.revoked_at IS NULL` },
);

/** Notes that a key was used. */
export const touchApiKey: Write<{ id: string; at: number }, void> = {
  name: 'touch-api-key',
  statements: (items) => [
    {
      sql: `UPDATE api_keys SET used_at = max(coalesce(used_at, 0), ${at(1)}) FROM json_each(?) e
        WHERE api_keys.id = ${at(0)}`,
      args: [JSON.stringify(items.map((item) => [item.id, item.at]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
