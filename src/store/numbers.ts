import { eq } from 'drizzle-orm';
import type { Write } from './lane.ts';
import type { Db } from './open.ts';
import { insertRows } from './rows.ts';
import { numbers } from './schema/people.ts';
import { blindIndex, type Keys, seal, unseal } from './seal.ts';

export type NumberRow = typeof numbers.$inferSelect;

/** The id of a phone number (E.164): its blind index, so that the same number is always the same row. */
export const numberId = (keys: Keys, number: string): string => blindIndex(keys, number);

/** A row for a number (E.164) that is met for the first time. */
export const newNumber = (
  keys: Keys,
  number: string,
  at: number,
  landline: boolean,
): typeof numbers.$inferInsert => {
  const id = numberId(keys, number);
  return {
    id,
    numberHash: id,
    numberSealed: seal(keys, `numbers.number:${id}`, number),
    landline: landline ? 1 : 0,
    createdAt: at,
  };
};

/** Remembers numbers; one that is there already stays as it is. */
export const rememberNumbers: Write<typeof numbers.$inferInsert, true> = {
  name: 'remember-numbers',
  statements: (rows) => [insertRows(numbers, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

/** The number in clear, E.164. */
export const openNumber = (keys: Keys, row: Pick<NumberRow, 'id' | 'numberSealed'>): string =>
  unseal(keys, `numbers.number:${row.id}`, row.numberSealed);

export const findNumber = async (db: Db, id: string): Promise<NumberRow | undefined> =>
  (await db.orm.select().from(numbers).where(eq(numbers.id, id)))[0];

/** What is noted on a number: instants, UTC ms; null clears. */
export type NumberNote = {
  id: string;
  stoppedAt?: number | null;
  startAskedAt?: number | null;
  wrongAt?: number | null;
  shared?: boolean;
};

const noteOne = (note: NumberNote): { sql: string; args: (string | number | null)[] } => {
  const sets: [string, number | null][] = [];
  if (note.stoppedAt !== undefined) sets.push(['stopped_at', note.stoppedAt]);
  if (note.startAskedAt !== undefined) sets.push(['start_asked_at', note.startAskedAt]);
  if (note.wrongAt !== undefined) sets.push(['wrong_at', note.wrongAt]);
  if (note.shared !== undefined) sets.push(['shared', note.shared ? 1 : 0]);
  return {
    sql: `UPDATE numbers SET ${sets.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`,
    args: [...sets.map(([, value]) => value), note.id],
  };
};

const TAKE_BACK = `UPDATE messages SET status = 'cancelled', reason = ? WHERE number_id = ?
  AND status IN ('due', 'held') AND purpose <> 'receipt'`;

/** Notes something on numbers; an opt-out or a wrong number takes back, in the same commit, what was not yet sent. */
export const noteNumbers: Write<NumberNote, true> = {
  name: 'note-numbers',
  statements: (notes) =>
    notes.flatMap((note) => [
      noteOne(note),
      ...(note.stoppedAt ? [{ sql: TAKE_BACK, args: ['stopped', note.id] }] : []),
      ...(note.wrongAt ? [{ sql: TAKE_BACK, args: ['wrong-number', note.id] }] : []),
    ]),
  outcomes: (notes) => notes.map(() => true as const),
};

/** True for the first caller within `everyMs`: the automatic answer to a number goes out at most that often. */
export const claimAutoAnswer: Write<{ id: string; at: number; everyMs: number }, boolean> = {
  name: 'claim-auto-answer',
  statements: (claims) =>
    claims.map(({ id, at, everyMs }) => ({
      sql: `UPDATE numbers SET auto_answered_at = ? WHERE id = ?
        AND (auto_answered_at IS NULL OR auto_answered_at <= ?) RETURNING id`,
      args: [at, id, at - everyMs],
    })),
  outcomes: (claims, results) => claims.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};
