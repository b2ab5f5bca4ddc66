// Requests that must be done once. A row goes: status null (under way) → 102 (its work is committed) → the answer's status.
import { eq } from 'drizzle-orm';
import type { Statement, Write } from './lane.ts';
import type { Db } from './open.ts';
import { at, insertRows } from './rows.ts';
import { idempotency } from './schema/staff.ts';

/** One request; `bodySealed` opens at `idempotency.body:<id>`, `at` names whose turn it is to work. Real time. */
export type RequestRow = typeof idempotency.$inferSelect;

/** The work of a request is committed, and its answer not stored yet. */
export const WORKED = 102;

export const findRequest = async (db: Db, id: string): Promise<RequestRow | undefined> =>
  (await db.orm.select().from(idempotency).where(eq(idempotency.id, id)).limit(1))[0];

/** A turn at working on a request: a new one when `was` is absent, else that of a worker who was last heard of at `was`. */
export type Claim = { id: string; requestHash: string; at: number; endsAt: number; was?: number };

/** Claims requests; false for one that another has claimed. The time of one whose work is committed goes on as it was. */
export const claimRequest: Write<Claim, boolean> = {
  name: 'claim-request',
  statements: (claims) => claims.map(claimOf),
  outcomes: (claims, results) => claims.map((_, i) => results[i]?.rowsAffected === 1),
};

function claimOf({ was, ...row }: Claim): Statement {
  if (was === undefined) return insertRows(idempotency, [row], 'ignore');
  return {
    sql: `UPDATE idempotency SET at = ?, ends_at = iif(status IS NULL, ?, ends_at)
      WHERE id = ? AND at = ? AND (status IS NULL OR status = ${WORKED})`,
    args: [row.at, row.endsAt, row.id, was],
  };
}

/**
 * Makes a write carry the mark that work of this claim is committed, in the same commit. A claim that another has taken
 * over commits nothing: the mark then breaks a constraint, and with it the whole of its commit.
 */
export const marking = <I, O>(write: Write<I, O>, claim: Pick<Claim, 'id' | 'at'>): Write<I, O> => ({
  ...write,
  statements: (items) => [
    {
      sql: `UPDATE idempotency SET status = ${WORKED}, request_hash = iif(at = ? AND (status IS NULL OR status = ${WORKED}), request_hash, NULL)
        WHERE id = ?`,
      args: [claim.at, claim.id],
    },
    ...write.statements(items),
  ],
  outcomes: (items, [, ...results]) => write.outcomes(items, results),
});

/** Keeps the answer of a claim that is still its own. */
export const keepAnswer: Write<{ id: string; at: number; status: number; bodySealed: string }, void> = {
  name: 'keep-answer',
  statements: (items) => [
    {
      sql: `UPDATE idempotency SET status = ${at(2)}, body_sealed = ${at(3)} FROM json_each(?) e
        WHERE idempotency.id = ${at(0)} AND idempotency.at = ${at(1)}`,
      args: [JSON.stringify(items.map((i) => [i.id, i.at, i.status, i.bodySealed]))],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};

/** Lets go of a claim: what has committed nothing may be tried again at once, what has is given to whoever asks next. */
export const letGo: Write<{ id: string; at: number }, void> = {
  name: 'let-go',
  statements: (items) => {
    const args = [JSON.stringify(items.map((i) => [i.id, i.at]))];
    const ours = `EXISTS (SELECT 1 FROM json_each(?) e WHERE ${at(0)} = idempotency.id AND ${at(1)} = idempotency.at)`;
    return [
      { sql: `DELETE FROM idempotency WHERE status IS NULL AND ${ours}`, args },
      { sql: `UPDATE idempotency SET at = 0 WHERE status = ${WORKED} AND ${ours}`, args },
    ];
  },
  outcomes: (items) => items.map(() => undefined),
};

/** Forgets requests whose time ended before an instant. */
export const forgetRequests: Write<number, void> = {
  name: 'forget-requests',
  statements: (instants) => [
    { sql: 'DELETE FROM idempotency WHERE ends_at < ?', args: [Math.max(...instants)] },
  ],
  outcomes: (instants) => instants.map(() => undefined),
};
