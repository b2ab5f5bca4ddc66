import type { LaneOptions } from '../store/lane.ts';
import { migrateDatabase } from '../store/migrate.ts';
import { type Db, openDatabase } from '../store/open.ts';
import { checkFinished } from './check-finished.ts';
import { checkKeys } from './check-keys.ts';
import { type Config, SettingError } from './config.ts';
import { pathOfFile } from './hold-database.ts';
import { loadKeys } from './load-keys.ts';

/** Where the generated SQL of the schema is. */
export const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;

/** Opens the database of the settings and brings it up to date. Throws a SettingError when its keys are others or it is half a copy. */
export async function openHouse(config: Config, lane: LaneOptions = {}): Promise<Db> {
  const keys = await loadKeys(config);
  if (config.DATABASE_URL.startsWith('file:')) pathOfFile(config.DATABASE_URL);
  const db = await openDatabase({
    ...lane,
    url: config.DATABASE_URL,
    keys,
    timeoutMs: config.DATABASE_TIMEOUT_SECONDS * 1_000,
    ...(config.DATABASE_REPLICA_URL ? { replicaUrl: config.DATABASE_REPLICA_URL } : {}),
    ...(config.DATABASE_AUTH_TOKEN ? { authToken: config.DATABASE_AUTH_TOKEN } : {}),
  }).catch(nameTheSetting);
  await migrateDatabase(db, MIGRATIONS);
  await checkFinished(db);
  await checkKeys(db);
  return db;
}

/** The driver tells a file that cannot be opened by its words alone. */
function nameTheSetting(error: unknown): never {
  if (error instanceof Error && error.message.includes('Unable to open connection to local database'))
    throw new SettingError(
      'DATABASE_URL',
      'the file cannot be opened; is it a folder, or may it not be written?',
    );
  throw error;
}
