import { recall, remember } from '../store/memory.ts';
import type { Db } from '../store/open.ts';
import { blindIndex } from '../store/seal.ts';
import { SettingError } from './config.ts';

/** Where the database keeps what its keys are known by: the mark of the oldest, and the ids of all that have written. */
const NOTE = 'key-check';

type Noted = { oldest: string; writers: string[] };

/**
 * Throws a SettingError when a key that this database was begun with, or that has written in it, is missing: every opt-out
 * would be lost with its number's blind index, and no message could be opened. Notes the keys of a new database.
 */
export async function checkKeys(db: Db): Promise<void> {
  const text = await recall(db, NOTE);
  const oldest = blindIndex(db.keys, NOTE);
  const noted: Noted = text === undefined ? { oldest, writers: [] } : (JSON.parse(text) as Noted);
  if (noted.oldest !== oldest)
    throw new SettingError('LIMEN_KEYS', 'the last key must be the one this database was begun with');
  const missing = noted.writers.find((id) => !db.keys.readers.has(id));
  if (missing)
    throw new SettingError('LIMEN_KEYS', `key ${missing} has written in this database and is missing`);
  if (noted.writers.includes(db.keys.writer.id)) return;
  const value = JSON.stringify({ oldest, writers: [...noted.writers, db.keys.writer.id] });
  await db.lane.put(remember, { name: NOTE, value });
}
