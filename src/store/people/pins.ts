// PINs and one-time codes. Tries are counted before anything is compared, each by a statement of its own, so that
// guessing in parallel gives no more guesses. Instants are real time, UTC ms.
import { eq } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import { always, type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { pins } from '../schema/people.ts';

export type PinRow = typeof pins.$inferSelect;

/** How often a PIN or code may be mistyped before access is closed. */
export const MAX_PIN_TRIES = 5;

/** The PIN of a relative; undefined when none was ever given. */
export const findPin = async (db: Db, relativeId: string): Promise<PinRow | undefined> =>
  (await db.orm.select().from(pins).where(eq(pins.relativeId, relativeId)).limit(1))[0];

const each =
  <I>(statement: (item: I) => Statement) =>
  (items: readonly I[]): Statement[] =>
    items.map(statement);

/** Hands over a PIN: the old PIN, an open code and a lock are gone. */
export const putPin: Write<{ relativeId: string; pinHash: string; at: number } & Noted, void> = noting(
  {
    name: 'put-pin',
    statements: each(({ relativeId, pinHash, at }) => ({
      sql: 'INSERT OR REPLACE INTO pins (relative_id, pin_hash, attempts, changed_at) VALUES (?, ?, 0, ?)',
      args: [relativeId, pinHash, at],
    })),
    outcomes: (items) => items.map(() => undefined),
  },
  always,
);

/** Hands over a one-time code to choose a PIN with, until `endsAt`: the old PIN, code and lock are gone. */
export const putPinCode: Write<
  { relativeId: string; codeHash: string; endsAt: number; at: number } & Noted,
  void
> = noting(
  {
    name: 'put-pin-code',
    statements: each(({ relativeId, codeHash, endsAt, at }) => ({
      sql: `INSERT OR REPLACE INTO pins (relative_id, code_hash, code_ends_at, attempts, changed_at)
        VALUES (?, ?, ?, 0, ?)`,
      args: [relativeId, codeHash, endsAt, at],
    })),
    outcomes: (items) => items.map(() => undefined),
  },
  always,
);

/** What a counted try may be compared with. */
export type PinTry = {
  pinHash: string | null;
  codeHash: string | null;
  codeEndsAt: number | null;
  tries: number;
};

/** Counts one try; undefined when access is closed or there is nothing to try. The last try closes it, unless it is right. */
export const countPinTry: Write<{ relativeId: string; at: number }, PinTry | undefined> = {
  name: 'count-pin-try',
  statements: each(({ relativeId, at }) => ({
    sql: `UPDATE pins SET attempts = attempts + 1,
        locked_at = CASE WHEN attempts + 1 >= ${MAX_PIN_TRIES} THEN ? END
      WHERE relative_id = ? AND locked_at IS NULL AND attempts < ${MAX_PIN_TRIES}
      RETURNING pin_hash, code_hash, code_ends_at, attempts`,
    args: [at, relativeId],
  })),
  outcomes: (items, results) =>
    items.map((_, i) => {
      const row = results[i]?.rows[0];
      if (!row) return undefined;
      return {
        pinHash: row.pin_hash === null ? null : String(row.pin_hash),
        codeHash: row.code_hash === null ? null : String(row.code_hash),
        codeEndsAt: row.code_ends_at === null ? null : Number(row.code_ends_at),
        tries: Number(row.attempts),
      };
    }),
};

/** Forgets the tries after the right PIN; only while that PIN still holds. */
export const clearPinTries: Write<{ relativeId: string; pinHash: string }, void> = {
  name: 'clear-pin-tries',
  statements: each(({ relativeId, pinHash }) => ({
    sql: 'UPDATE pins SET attempts = 0, locked_at = NULL WHERE relative_id = ? AND pin_hash = ?',
    args: [relativeId, pinHash],
  })),
  outcomes: (items) => items.map(() => undefined),
};

/** Uses a one-time code up and sets the chosen PIN; false when the code was used, replaced or has ended. */
export const usePinCode: Write<
  { relativeId: string; codeHash: string; pinHash: string; at: number } & Noted,
  boolean
> = noting(
  {
    name: 'use-pin-code',
    statements: each(({ relativeId, codeHash, pinHash, at }) => ({
      sql: `UPDATE pins SET pin_hash = ?, code_hash = NULL, code_ends_at = NULL, attempts = 0, locked_at = NULL, changed_at = ?
        WHERE relative_id = ? AND code_hash = ? AND code_ends_at > ? RETURNING relative_id`,
      args: [pinHash, at, relativeId, codeHash, at],
    })),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: async (client, { relativeId, pinHash, at }) => {
      const sql = 'SELECT 1 FROM pins WHERE relative_id = ? AND pin_hash = ? AND changed_at = ?';
      return (await client.execute({ sql, args: [relativeId, pinHash, at] })).rows.length > 0
        ? true
        : undefined;
    },
  },
  {
    keys: ({ relativeId, codeHash, at }) => [relativeId, codeHash, at],
    join: (relative, code, at) =>
      `JOIN pins p ON p.relative_id = ${relative} AND p.code_hash = ${code} AND p.code_ends_at > ${at}`,
  },
);
