import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { migrateDatabase } from '../store/migrate.ts';
import { type Db, openDatabase } from '../store/open.ts';
import { checkKeys } from './check-keys.ts';
import type { Config } from './config.ts';
import { loadKeys } from './load-keys.ts';

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;

/** Opens the database of the settings and brings it up to date. Throws a SettingError when its keys are others. */
export async function openHouse(config: Config): Promise<Db> {
  const keys = await loadKeys(config);
  if (config.DATABASE_URL.startsWith('file:'))
    await mkdir(dirname(config.DATABASE_URL.slice('file:'.length)), { recursive: true });
  const db = await openDatabase({
    url: config.DATABASE_URL,
    keys,
    ...(config.DATABASE_AUTH_TOKEN ? { authToken: config.DATABASE_AUTH_TOKEN } : {}),
  });
  await migrateDatabase(db, MIGRATIONS);
  await checkKeys(db);
  return db;
}
