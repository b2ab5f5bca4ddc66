// A copy of the whole database while everything runs. A file: SQLite's VACUUM INTO on a connection that only reads, in WAL mode
// one moment of the database, which keeps no writer waiting; by the same SQLite build as the house's own. A libSQL server: its dump.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { type Verified, verifyLedger } from '../../services/chain-ledger.ts';
import { closeDatabase, type Db, openDatabase } from '../../store/open.ts';
import { makeKey, readKeys } from '../../store/seal.ts';
import { type Config, SettingError } from '../config.ts';
import { InputError } from '../verbs/input-error.ts';
import { VerbFailed } from '../verbs/verb-failed.ts';
import { noteBackup } from './backup-note.ts';
import { type Counts, countRows } from './count-rows.ts';
import { explainWrite } from './explain-write.ts';
import { DumpFailed, dumpServer } from './read-dump.ts';
import { draftOf, giveName, removeDatabase } from './single-file.ts';

/** `takenAt` is journey time, UTC ms. */
export type BackedUp = { file: string; takenAt: number; bytes: number; counts: Counts; ledger: Verified };

type Source = Pick<Config, 'DATABASE_URL' | 'DATABASE_AUTH_TOKEN'>;

/** The path of a `file:` address; nothing is made. */
export const pathOf = (url: string): string => resolve(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));

/** A backup is sealed as the database is: it is looked at without keys. */
const openCopy = (file: string): Promise<Db> =>
  openDatabase({ url: pathToFileURL(file).href, keys: readKeys([makeKey()]) });

/** How far the demo's clock is ahead, ms; 0 in a house that is none. */
async function offsetOf(client: Client): Promise<number> {
  const found = await client.execute("SELECT value FROM memory WHERE name = 'clock-offset-ms'");
  return Number(found.rows[0]?.value ?? 0);
}

/** The moment of the backup is a little before the copy's rather than after it. */
async function takenNow(client: Client): Promise<number> {
  try {
    return Date.now() + (await offsetOf(client));
  } catch (error) {
    if (error instanceof Error && error.message.includes('no such table'))
      throw new SettingError('DATABASE_URL', 'holds no Limen database');
    throw error;
  }
}

async function copyFile(url: string, draft: string): Promise<number> {
  if (!existsSync(pathOf(url))) throw new SettingError('DATABASE_URL', `there is no file ${pathOf(url)}`);
  const client = createClient({ url, intMode: 'number' });
  try {
    const takenAt = await takenNow(client);
    await client.execute({ sql: 'VACUUM INTO ?', args: [draft] });
    return takenAt;
  } finally {
    client.close();
  }
}

async function copyServer(source: Source, draft: string): Promise<number> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = source;
  const server = createClient({ url, intMode: 'number', ...(authToken ? { authToken } : {}) });
  const to = createClient({ url: pathToFileURL(draft).href, intMode: 'number' });
  try {
    const takenAt = await takenNow(server);
    await dumpServer({ url, authToken }, to);
    return takenAt;
  } catch (error) {
    if (error instanceof DumpFailed) throw new VerbFailed(`DATABASE_URL: ${error.message}`, error);
    throw error;
  } finally {
    server.close();
    to.close();
  }
}

/** Throws when what was written is no whole database. */
async function checkWhole({ client }: Db): Promise<void> {
  const found = await client.execute('PRAGMA integrity_check');
  if (found.rows[0]?.integrity_check !== 'ok') throw new VerbFailed('The copy is damaged; look at the disk.');
}

async function finish(draft: string, takenAt: number): Promise<Pick<BackedUp, 'counts' | 'ledger'>> {
  const db = await openCopy(draft);
  try {
    await checkWhole(db);
    await noteBackup(db, takenAt);
    const told = { counts: await countRows(db), ledger: await verifyLedger(db) };
    await db.client.execute('PRAGMA journal_mode = DELETE');
    return told;
  } finally {
    await closeDatabase(db);
  }
}

/** Copies the database of the settings into a new file, which is there whole or not at all. Never overwrites; needs no keys and carries none. */
export async function backUp(source: Source, target: string): Promise<BackedUp> {
  const file = resolve(target);
  if (existsSync(file))
    throw new InputError(
      `${file} findes allerede, og intet overskrives. / exists already, and nothing is overwritten.`,
    );
  const draft = draftOf(file);
  const isFile = source.DATABASE_URL.startsWith('file:');
  try {
    return await explainWrite(file, async () => {
      const takenAt = isFile ? await copyFile(source.DATABASE_URL, draft) : await copyServer(source, draft);
      const told = await finish(draft, takenAt);
      await giveName(draft, file);
      return { file, takenAt, bytes: (await stat(file)).size, ...told };
    });
  } finally {
    await removeDatabase(draft).catch(() => undefined);
  }
}
