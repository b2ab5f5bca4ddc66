// One migrated file for all worlds of a run; each gets a copy, in memory where the machine can, since a simulation needs no disk.
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { closeDatabase, openDatabase } from '../../src/store/open.ts';
import { readKeys } from '../../src/store/seal.ts';

export const keys = readKeys([Buffer.alloc(32, 9).toString('base64')]);

const migrations = new URL('../../migrations', import.meta.url).pathname;
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

let template: Promise<string> | undefined;

const migratedFile = (): Promise<string> => {
  template ??= (async () => {
    const file = join(await mkdtemp(join(place, 'limen-sim-')), 'limen.db');
    const db = await openDatabase({ url: pathToFileURL(file).href, keys });
    await migrateDatabase(db, migrations);
    await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    await closeDatabase(db);
    return file;
  })();
  return template;
};

/** A fresh database of its own: its address, and how to throw it away. */
export async function freshDatabase(): Promise<{ url: string; discard(): Promise<void> }> {
  const folder = await mkdtemp(join(place, 'limen-sim-'));
  const file = join(folder, 'limen.db');
  await copyFile(await migratedFile(), file);
  return { url: pathToFileURL(file).href, discard: () => rm(folder, { recursive: true, force: true }) };
}

/** Throws the template away; nothing can be simulated afterwards. */
export async function discardTemplate(): Promise<void> {
  if (template) await rm(join(await template, '..'), { recursive: true, force: true });
  template = undefined;
}
