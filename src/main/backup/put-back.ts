// A backup takes the place of the settings' database. Until it does, nothing is changed: everything is tried on a copy.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Verified } from '../../services/chain-ledger.ts';
import { noteRestorations } from '../../store/copies/restorations.ts';
import { endAllLeases } from '../../store/leases.ts';
import { closeDatabase, type Db, openDatabase } from '../../store/open.ts';
import { forgetSessions } from '../../store/people/sessions.ts';
import { type Config, SettingError } from '../config.ts';
import { holdDatabase, pathOfFile } from '../hold-database.ts';
import { loadKeys } from '../load-keys.ts';
import { InputError } from '../verbs/input-error.ts';
import { forgetBackup } from './backup-note.ts';
import { checkBackup } from './check-backup.ts';
import { type Counts, countRows } from './count-rows.ts';
import { codeOf, explainWrite } from './explain-write.ts';
import { fillServer } from './fill-server.ts';
import { draftOf, removeDatabase } from './single-file.ts';
import { swapFile } from './swap-file.ts';

export type PutBack = {
  /** When the backup was made, journey time, UTC ms. */
  takenAt: number;
  counts: Counts;
  ledger: Verified;
  /** Where the database that stood there is now. */
  kept?: string;
};

export type PutBackOptions = { replace?: boolean; takenAt?: string };

async function openDraft(config: Config, draft: string): Promise<Db> {
  const isKept = config.LIMEN_KEYS !== undefined || existsSync(join(config.LIMEN_DATA, 'keys'));
  if (!isKept) throw new SettingError('LIMEN_KEYS', 'is required: the keys are not in the backup');
  return openDatabase({ url: pathToFileURL(draft).href, keys: await loadKeys(config) });
}

const notWhole = (error: unknown): never => {
  if (['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(codeOf(error)))
    throw new InputError('Filen er beskadiget eller ingen database. / The file is damaged or no database.');
  throw error;
};

/** Marks the copy as put back: nothing leaves before it is reconciled, nobody is logged in, no lease is held, and it is no backup any more. */
async function mark(db: Db, takenAt: number): Promise<void> {
  await db.lane.put(noteRestorations, { id: randomUUID(), takenAt, restoredAt: Date.now() });
  await forgetBackup(db);
  await db.lane.put(endAllLeases, null);
  await db.lane.put(forgetSessions, Number.MAX_SAFE_INTEGER);
}

/** Checks and marks the copy and makes it one file. */
async function prepare(
  config: Config,
  draft: string,
  options: PutBackOptions,
): Promise<Omit<PutBack, 'kept'>> {
  const db = await openDraft(config, draft).catch(notWhole);
  try {
    const { takenAt, ledger } = await checkBackup(db, options.takenAt).catch(notWhole);
    await mark(db, takenAt);
    const counts = await countRows(db);
    await db.client.execute('PRAGMA journal_mode = DELETE');
    return { takenAt, ledger, counts };
  } finally {
    await closeDatabase(db);
  }
}

async function intoFile(config: Config, file: string, options: PutBackOptions): Promise<PutBack> {
  const target = pathOfFile(config.DATABASE_URL);
  const release = await holdDatabase(config);
  const draft = draftOf(target);
  try {
    const isTaken = existsSync(target) && (await stat(target)).size > 0;
    if (isTaken && !options.replace)
      throw new InputError(
        `${target} findes allerede; med --replace gemmes den ved siden af. / exists already; --replace keeps it beside.`,
      );
    return await explainWrite(target, async () => {
      await copyFile(file, draft);
      const prepared = await prepare(config, draft, options);
      const kept = await swapFile(draft, target);
      return { ...prepared, ...(kept ? { kept } : {}) };
    });
  } finally {
    await removeDatabase(draft);
    release();
  }
}

async function intoServer(config: Config, file: string, options: PutBackOptions): Promise<PutBack> {
  if (options.replace)
    throw new InputError(
      '--replace er kun for filer: brug en tom server. / is for files alone: use an empty server.',
    );
  const folder = await mkdtemp(join(tmpdir(), 'limen-restore-'));
  try {
    return await explainWrite(folder, async () => {
      const draft = join(folder, 'limen.db');
      await copyFile(file, draft);
      const prepared = await prepare(config, draft, options);
      await fillServer(config, draft);
      return prepared;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a backup in the place of the settings' database, which must be empty or not there; with `replace` a file that is
 * there is kept beside it. Throws an InputError or SettingError, with nothing changed, when the backup does not hold.
 */
export async function putBack(
  config: Config,
  source: string,
  options: PutBackOptions = {},
): Promise<PutBack> {
  const file = resolve(source);
  if (!existsSync(file)) throw new InputError(`${file}: her er ingen fil. / there is no such file.`);
  const into = config.DATABASE_URL.startsWith('file:') ? intoFile : intoServer;
  return into(config, file, options);
}
