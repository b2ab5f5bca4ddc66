import { listNumbers, type Moved, moveNumbers, takePinsBack } from '../store/copies/reindex.ts';
import type { Db } from '../store/open.ts';
import { newNumber, openNumber } from '../store/people/numbers.ts';
import { type Keys, withIndexOf } from '../store/seal.ts';
import { reindexNames } from './relatives/index-names.ts';
import { reindexStaff } from './staff/index-staff.ts';

const PAGE = 2_000;

function move(keys: Keys, row: { id: string; numberSealed: string }): Moved[] {
  const { id, numberSealed } = newNumber(keys, openNumber(keys, row), 0, false);
  return id === row.id ? [] : [{ was: row.id, id, numberSealed }];
}

/**
 * Brings all numbers, names and members of staff under the index of the newest key, page by page, and takes back the PINs; cut short, it goes on where
 * it was when it is called again. Nobody else may use the database meanwhile. Gives how many numbers moved and PINs were taken back.
 */
export async function rotateIndex(db: Db): Promise<{ numbers: number; pins: number }> {
  const keys = withIndexOf(db.keys, db.keys.writer);
  let numbers = 0;
  for (let after = ''; ; ) {
    const page = await listNumbers(db, after, PAGE);
    const last = page.at(-1);
    if (!last) break;
    const moved = page.flatMap((row) => move(keys, row));
    if (moved.length > 0) await db.lane.put(moveNumbers, moved);
    after = last.id;
    numbers += moved.length;
  }
  await reindexNames(db, keys);
  await reindexStaff(db, keys);
  return { numbers, pins: await db.lane.put(takePinsBack, null) };
}
