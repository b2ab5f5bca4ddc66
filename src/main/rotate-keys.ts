// The newest key takes over from the others: what they have sealed, and with `index` also what numbers are found by.
import { rotateIndex } from '../services/rotate-index.ts';
import { type Rotated, rotateSeals } from '../services/rotate-seals.ts';
import { isInUse } from '../store/leases.ts';
import { addEntries } from '../store/ledger.ts';
import { migrateDatabase } from '../store/migrate.ts';
import { closeDatabase, type Db, openDatabase } from '../store/open.ts';
import { withIndexOf } from '../store/seal.ts';
import { checkKeys, checkWriters, markOf, noteKeys, recallKeys } from './check-keys.ts';
import { type Config, SettingError } from './config.ts';
import { holdDatabase } from './hold-database.ts';
import { loadKeys } from './load-keys.ts';
import { MIGRATIONS } from './open-house.ts';
import { VerbFailed } from './verbs/verb-failed.ts';

/** `droppable`: ids of keys that LIMEN_KEYS need not hold any longer. */
export type KeysRotated = Rotated & { key: string; droppable: string[]; numbers?: number; pins?: number };

async function sealAnew(db: Db): Promise<Rotated> {
  const rotated = await rotateSeals(db);
  const { unreadable } = rotated;
  if (unreadable.length > 0)
    throw new VerbFailed(
      `${unreadable.length} felter kan ikke åbnes, og de gamle nøgler skal blive / fields cannot be opened, and the old keys must stay: ${unreadable.slice(0, 5).join(', ')}`,
    );
  if (rotated.left > 0)
    throw new VerbFailed(
      'En anden proces skriver stadig med en ældre nøgle: giv alle processer de nye LIMEN_KEYS, og kør igen. / Another process still writes with an older key: give all of them the new LIMEN_KEYS and run this again.',
    );
  return rotated;
}

/** Throws a SettingError while a process holds a lease: it would write numbers under the old index meanwhile. */
export async function checkAlone(db: Db): Promise<void> {
  if (await isInUse(db)) throw new SettingError('DATABASE_URL', 'is in use: stop every Limen process first');
}

async function moveIndex(db: Db): Promise<{ numbers: number; pins: number }> {
  const noted = await recallKeys(db);
  if (!noted) return { numbers: 0, pins: 0 };
  const mark = markOf(withIndexOf(db.keys, db.keys.writer));
  if (noted.oldest === mark && !noted.moving) return { numbers: 0, pins: 0 };
  await noteKeys(db, { ...noted, moving: true });
  const moved = await rotateIndex(db);
  await noteKeys(db, { oldest: mark, writers: [db.keys.writer.id] });
  return moved;
}

/** A database whose index is half moved is opened all the same: this is what finishes it. */
async function open(config: Config): Promise<Db> {
  const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken } = config;
  const db = await openDatabase({
    url,
    keys: await loadKeys(config),
    timeoutMs: config.DATABASE_TIMEOUT_SECONDS * 1_000,
    ...(authToken ? { authToken } : {}),
  });
  await migrateDatabase(db, MIGRATIONS);
  return db;
}

/** The audit tells which key took over. */
const noteRotated = (db: Db, body: Record<string, unknown>): Promise<true> =>
  db.lane.put(addEntries, {
    at: Date.now(),
    kind: 'keys.rotated',
    actor: 'house',
    body: JSON.stringify(body),
  });

async function rotate(db: Db, index: boolean): Promise<KeysRotated> {
  const { keys } = db;
  const noted = await recallKeys(db);
  if (noted?.moving && index) checkWriters(db, noted);
  else await checkKeys(db);
  const rotated = await sealAnew(db);
  const others = [...keys.readers.keys()].filter((id) => id !== keys.writer.id);
  const now = await recallKeys(db);
  if (now) await noteKeys(db, { ...now, writers: [keys.writer.id] });
  const moved = index ? await moveIndex(db) : {};
  await noteRotated(db, { key: keys.writer.id, ...moved });
  return { ...rotated, ...moved, key: keys.writer.id, droppable: index ? others : others.slice(0, -1) };
}

/**
 * Seals everything with the newest key of LIMEN_KEYS. With `index` also the look-ups and PINs become the newest key's: every
 * process must be stopped, PINs are taken back, and only the newest key may stay. Cut short, it goes on when it is run again.
 */
export async function rotateKeys(
  config: Config,
  { index = false }: { index?: boolean },
): Promise<KeysRotated> {
  const release = await holdDatabase(config);
  const db = await open(config);
  try {
    if (index && !config.DATABASE_URL.startsWith('file:')) await checkAlone(db);
    return await rotate(db, index);
  } finally {
    await closeDatabase(db);
    release();
  }
}
