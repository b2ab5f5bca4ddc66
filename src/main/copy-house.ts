// Moving house: the whole database into the settings' one, from a file to a server or back. The source stays as it is.
import { existsSync } from 'node:fs';
import { CopyRefused, copyDatabase } from '../store/copies/copy.ts';
import { isUnfinished } from '../store/copies/unfinished.ts';
import { isInUse } from '../store/leases.ts';
import { migrateDatabase } from '../store/migrate.ts';
import { closeDatabase, type Db, openDatabase } from '../store/open.ts';
import { compareKeys } from './check-keys.ts';
import type { Config } from './config.ts';
import { holdDatabase, pathOfFile } from './hold-database.ts';
import { loadKeys } from './load-keys.ts';
import { MIGRATIONS } from './open-house.ts';
import { newestSchema, schemaVersion } from './schema-version.ts';
import { InputError } from './verbs/input-error.ts';

export type Copied = { table: string; rows: number }[];

async function open(config: Config, url: string, authToken: string | undefined): Promise<Db> {
  return openDatabase({
    url,
    keys: await loadKeys(config),
    timeoutMs: config.DATABASE_TIMEOUT_SECONDS * 1_000,
    ...(authToken ? { authToken } : {}),
  });
}

/** Throws an InputError unless it is of the version of this Limen; to bring it up to date is not for a copy to do. */
async function checkVersion(from: Db): Promise<void> {
  const version = await schemaVersion(from);
  if (version === undefined) throw new InputError('--from: is no database of Limen');
  if (version > newestSchema()) throw new InputError('--from: is of a newer Limen; update this one first');
  if (version < newestSchema())
    throw new InputError(
      '--from: is of an older Limen; bring it up to date first, with DATABASE_URL set to it: npx limen migrate',
    );
}

/** Throws an InputError while a process holds a lease there: two houses would write to the same people. A file that is held tells by that. */
async function checkStopped(from: Db, source: string): Promise<void> {
  if (source.startsWith('file:') && process.platform === 'linux') return;
  if (await isInUse(from))
    throw new InputError(
      '--from: is in use: stop every Limen process there first, and wait until its leases have ended',
    );
}

/** All that must hold of the source, found out by reading alone. */
async function checkSource(from: Db, source: string): Promise<void> {
  await checkVersion(from);
  await checkStopped(from, source);
  if (await isUnfinished(from)) throw new InputError('--from: holds a copy that was not finished');
  await compareKeys(from);
}

async function fill(from: Db, to: Db): Promise<Copied> {
  await migrateDatabase(to, MIGRATIONS);
  try {
    return await copyDatabase(from.client, to.client);
  } catch (error) {
    if (error instanceof CopyRefused) throw new InputError(`DATABASE_URL: ${error.message}`);
    throw error;
  }
}

/**
 * Copies the database at `source` into the settings' empty one; gives how many rows of each table. No house opens
 * a copy that broke off. Throws an InputError when the target is not empty, the source is of another version or a process runs on it, a SettingError when one owns a file.
 */
export async function copyHouse(config: Config, source: string): Promise<Copied> {
  if (source.startsWith('file:') && !existsSync(pathOfFile(source)))
    throw new InputError(`--from: ${source} is not there`);
  const holds = [await holdDatabase({ DATABASE_URL: source }), await holdDatabase(config)];
  const from = await open(config, source, config.SOURCE_AUTH_TOKEN);
  const to = await open(config, config.DATABASE_URL, config.DATABASE_AUTH_TOKEN);
  try {
    await checkSource(from, source);
    return await fill(from, to);
  } finally {
    await closeDatabase(from);
    await closeDatabase(to);
    for (const release of holds) release();
  }
}
