import { recall, remember } from '../store/memory.ts';
import type { Db } from '../store/open.ts';
import { blindIndex, type Keys, withIndexOf } from '../store/seal.ts';
import { SettingError } from './config.ts';

/** Where the database keeps what its keys are known by: the mark of the one that indexes, and the ids of all that have written. */
const NOTE = 'key-check';

/** `moving`: the index is on its way to the newest key, and nothing but that may use the database. */
export type NotedKeys = { oldest: string; writers: string[]; moving?: boolean };

/** What an index key is known by. */
export const markOf = (keys: Keys): string => blindIndex(keys, NOTE);

/** What the database knows its keys by; undefined for a new one. */
export async function recallKeys(db: Db): Promise<NotedKeys | undefined> {
  const text = await recall(db, NOTE);
  return text === undefined ? undefined : (JSON.parse(text) as NotedKeys);
}

export const noteKeys = (db: Db, noted: NotedKeys): Promise<true> =>
  db.lane.put(remember, { name: NOTE, value: JSON.stringify(noted) });

/** Which setting is wrong when the last key is not the one that indexes. */
function wrongLast({ keys }: Db, { oldest }: NotedKeys): SettingError {
  const index = [...keys.readers.values()].find((key) => markOf(withIndexOf(keys, key)) === oldest);
  return new SettingError(
    'LIMEN_KEYS',
    index
      ? `key ${index.id} must be the last: leave out what stands after it`
      : 'the last key must be the one this database was begun with',
  );
}

/** Throws a SettingError when a key that has written in the database is not there to read it. */
export function checkWriters(db: Db, { writers }: NotedKeys): void {
  const missing = writers.find((id) => !db.keys.readers.has(id));
  if (missing)
    throw new SettingError('LIMEN_KEYS', `key ${missing} has written in this database and is missing`);
}

function checkNoted(db: Db, noted: NotedKeys): void {
  if (noted.moving)
    throw new SettingError(
      'LIMEN_KEYS',
      'the index is half moved; finish with: npx limen rotate-keys --index',
    );
  if (noted.oldest !== markOf(db.keys)) throw wrongLast(db, noted);
  checkWriters(db, noted);
}

/** As `checkKeys`, of a database that stays as it is: only reads. */
export async function compareKeys(db: Db): Promise<void> {
  const noted = await recallKeys(db);
  if (noted) checkNoted(db, noted);
}

/**
 * Throws a SettingError when a key that this database was begun with, or that has written in it, is missing: every opt-out
 * would be lost with its number's blind index, and no message could be opened. Notes the keys of a new database.
 */
export async function checkKeys(db: Db): Promise<void> {
  const noted = (await recallKeys(db)) ?? { oldest: markOf(db.keys), writers: [] };
  checkNoted(db, noted);
  if (noted.writers.includes(db.keys.writer.id)) return;
  await noteKeys(db, { ...noted, writers: [...noted.writers, db.keys.writer.id] });
}
