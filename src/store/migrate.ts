import { migrate } from 'drizzle-orm/libsql/migrator';
import type { Db } from './open.ts';

/** Brings the database up to the newest schema; does nothing when it is there. `folder` holds the generated SQL. */
export const migrateDatabase = (db: Db, folder: string): Promise<void> =>
  migrate(db.orm, { migrationsFolder: folder });
