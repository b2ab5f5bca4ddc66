import {
  listSealedByOthers,
  type Resealed,
  resealFields,
  SEALED,
  type SealedColumn,
  type SealedField,
} from '../store/copies/reseal.ts';
import type { Db } from '../store/open.ts';
import { seal, unseal } from '../store/seal.ts';

const PAGE = 500;
/** Another process may seal with its own newest key meanwhile; what is left after so many rounds is told. */
const MOST_ROUNDS = 3;

/** How many fields of each column were sealed anew, how many an old key still has sealed, and the places of those that cannot be opened. */
export type Rotated = { resealed: Record<string, number>; left: number; unreadable: string[] };

const placeOf = ({ table, field }: SealedColumn, id: string): string => `${table}.${field}:${id}`;

/** Undefined for a field that cannot be opened: its key is missing, or it was changed. */
function resealOne({ keys }: Db, column: SealedColumn, { id, sealed }: SealedField): Resealed | undefined {
  const place = placeOf(column, id);
  try {
    return { column, id, was: sealed, sealed: seal(keys, place, unseal(keys, place, sealed)) };
  } catch {
    return undefined;
  }
}

/** One pass over a column; places that cannot be opened go into `unreadable`. */
async function resealColumn(db: Db, column: SealedColumn, unreadable: Set<string>): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const page = await listSealedByOthers(db, column, db.keys.writer.id, after, PAGE);
    const last = page.at(-1);
    if (!last) return count;
    const anew = page.flatMap((field) => resealOne(db, column, field) ?? []);
    const opened = new Set(anew.map(({ id }) => id));
    for (const { id } of page) if (!opened.has(id)) unreadable.add(placeOf(column, id));
    if (anew.length > 0) await db.lane.put(resealFields, anew);
    after = last.id;
    count += anew.length;
  }
}

async function countLeft(db: Db): Promise<number> {
  let left = 0;
  for (const column of SEALED)
    left += (await listSealedByOthers(db, column, db.keys.writer.id, '', PAGE)).length;
  return left;
}

/** Seals every field with the newest key, page by page; cut short, it goes on where it was when it is called again. */
export async function rotateSeals(db: Db): Promise<Rotated> {
  const resealed: Record<string, number> = {};
  const unreadable = new Set<string>();
  let left = 1;
  for (let round = 0; round < MOST_ROUNDS && left > 0; round += 1) {
    for (const column of SEALED) {
      const name = `${column.table}.${column.field}`;
      resealed[name] = (resealed[name] ?? 0) + (await resealColumn(db, column, unreadable));
    }
    left = await countLeft(db);
  }
  return { resealed, left, unreadable: [...unreadable] };
}
