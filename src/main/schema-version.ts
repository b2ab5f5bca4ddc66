// A schema is known by the instant of the newest migration in it.
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Db } from '../store/open.ts';
import { MIGRATIONS } from './open-house.ts';

/** The version of a database's schema; undefined when it is no database of Limen. Only reads. */
export async function schemaVersion({ client }: Pick<Db, 'client'>): Promise<number | undefined> {
  const tables = await client.execute(
    "SELECT count(*) AS n FROM sqlite_master WHERE name IN ('__drizzle_migrations', 'ledger', 'memory')",
  );
  if (Number(tables.rows[0]?.n) !== 3) return undefined;
  const found = await client.execute('SELECT MAX(created_at) AS version FROM __drizzle_migrations');
  return Number(found.rows[0]?.version);
}

/** The version that this Limen has. */
export const newestSchema = (): number =>
  Math.max(...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((m) => m.folderMillis));
