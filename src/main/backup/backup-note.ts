import { z } from 'zod';
import { forget, recall, remember } from '../../store/memory.ts';
import type { Db } from '../../store/open.ts';

/** What a backup says of itself, in its own `memory`. */
const NOTE = 'backup';

const Note = z.object({ takenAt: z.number().int().positive() });

/** Notes in a copy when it was made, journey time, UTC ms. */
export const noteBackup = (db: Db, takenAt: number): Promise<true> =>
  db.lane.put(remember, { name: NOTE, value: JSON.stringify({ takenAt }) });

/** When a backup was made; undefined for a file that `limen backup` did not make. */
export async function recallBackup(db: Db): Promise<number | undefined> {
  const text = await recall(db, NOTE);
  return text === undefined ? undefined : Note.parse(JSON.parse(text)).takenAt;
}

/** Takes the note out of a backup that becomes a database: copies of that are of another moment. */
export const forgetBackup = (db: Db): Promise<true> => db.lane.put(forget, NOTE);
