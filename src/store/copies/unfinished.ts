// A database that is being filled says so from before its first row until after its last: no house opens a half.
import type { Client } from '@libsql/client';
import { recall } from '../memory.ts';
import type { Db } from '../open.ts';

/** In `memory`, whence a house that starts reads it. */
const NOTE = 'unfinished';

/** In `restorations`, so that a process which is running already sends nothing from a half. */
const HELD = 'copy';

/** Whether it was being filled from another and is not whole. */
export const isUnfinished = async (db: Pick<Db, 'orm'>): Promise<boolean> =>
  (await recall(db, NOTE)) !== undefined;

/** Notes that the database is being filled. Row ids below all others: no row that is copied takes the place of these. */
export async function beginFilling(client: Client): Promise<void> {
  const at = Date.now();
  await client.batch(
    [
      {
        sql: 'INSERT OR REPLACE INTO memory (rowid, name, value) VALUES (-1, ?, ?)',
        args: [NOTE, String(at)],
      },
      {
        sql: 'INSERT OR REPLACE INTO restorations (rowid, id, taken_at, restored_at) VALUES (-1, ?, ?, ?)',
        args: [HELD, at, at],
      },
    ],
    'write',
  );
}

/** Takes the notes back: it is whole. */
export async function endFilling(client: Client): Promise<void> {
  await client.batch(
    [
      { sql: 'DELETE FROM memory WHERE name = ?', args: [NOTE] },
      { sql: 'DELETE FROM restorations WHERE id = ?', args: [HELD] },
    ],
    'write',
  );
}
