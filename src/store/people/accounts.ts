// Local accounts. Tries are counted before anything is compared, each by a statement of its own, so that guessing in
// parallel gives no more guesses; codes are used up by a condition. Instants are real time, UTC ms.
import { eq } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { accounts } from '../schema/staff.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** After so many failures in a row the account is locked, each time twice as long as before, but never longer than an hour: an e-mail is all it takes. */
const MAX_FAILURES = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 60 * 60_000;

export const findAccount = async ({ orm }: Db, id: string): Promise<AccountRow | undefined> =>
  (await orm.select().from(accounts).where(eq(accounts.id, id)).limit(1))[0];

/** The account an invitation's hash belongs to, whether or not its time is over. */
export const findInvited = async ({ orm }: Db, inviteHash: string): Promise<AccountRow | undefined> =>
  (await orm.select().from(accounts).where(eq(accounts.inviteHash, inviteHash)).limit(1))[0];

const each =
  <I>(statement: (item: I) => Statement) =>
  (items: readonly I[]): Statement[] =>
    items.map(statement);

const text = (value: unknown): string | undefined => (value === null ? undefined : String(value));

/** What a counted try may be compared with; `lockedUntil` when this one locks the account unless it is right. */
export type LoginTry = {
  passwordHash: string | undefined;
  totpSealed: string | undefined;
  recoveryHashes: string;
  lockedUntil: number | undefined;
};

/** Counts one try of a password or code; undefined when the account is locked or there is none. */
export const countLoginTry: Write<{ id: string; at: number }, LoginTry | undefined> = {
  name: 'count-login-try',
  statements: each(({ id, at }) => ({
    sql: `UPDATE accounts SET failures = failures + 1,
        locked_until = CASE WHEN (failures + 1) % ${MAX_FAILURES} = 0
          THEN ?1 + min(${LONGEST_LOCK_MS}, ${FIRST_LOCK_MS} << min((failures + 1) / ${MAX_FAILURES} - 1, 10)) END
      WHERE id = ?2 AND (locked_until IS NULL OR locked_until <= ?1)
      RETURNING password_hash, totp_sealed, recovery_hashes, locked_until`,
    args: [at, id],
  })),
  outcomes: (items, results) =>
    items.map((_, i) => {
      const row = results[i]?.rows[0];
      if (!row) return undefined;
      return {
        passwordHash: text(row.password_hash),
        totpSealed: text(row.totp_sealed),
        recoveryHashes: String(row.recovery_hashes),
        lockedUntil: row.locked_until === null ? undefined : Number(row.locked_until),
      };
    }),
};

/** Takes a counted try back that was right, and the lock it had made. */
export const refundLoginTry: Write<{ id: string; lockedUntil: number | undefined }, void> = {
  name: 'refund-login-try',
  statements: each(({ id, lockedUntil }) => ({
    sql: `UPDATE accounts SET failures = max(0, failures - 1),
      locked_until = CASE WHEN locked_until = ? THEN NULL ELSE locked_until END WHERE id = ?`,
    args: [lockedUntil ?? -1, id],
  })),
  outcomes: (items) => items.map(() => undefined),
};

/** Uses the code of a time step up and forgets the failures; false when that step, or a later one, was used before. */
export const useTotpStep: Write<{ id: string; step: number }, boolean> = {
  name: 'use-totp-step',
  statements: each(({ id, step }) => ({
    sql: `UPDATE accounts SET totp_step = ?1, failures = 0, locked_until = NULL
      WHERE id = ?2 AND totp_step < ?1 AND password_hash IS NOT NULL RETURNING id`,
    args: [step, id],
  })),
  outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};

/** Uses a recovery code up and forgets the failures; false when it was used before. */
export const useRecoveryCode: Write<{ id: string; hash: string }, boolean> = {
  name: 'use-recovery-code',
  statements: each(({ id, hash }) => ({
    sql: `UPDATE accounts SET failures = 0, locked_until = NULL,
        recovery_hashes = (SELECT json_group_array(value) FROM json_each(recovery_hashes) WHERE value <> ?1)
      WHERE id = ?2 AND EXISTS (SELECT 1 FROM json_each(recovery_hashes) WHERE value = ?1) RETURNING id`,
    args: [hash, id],
  })),
  outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};

/** What someone who was invited has chosen; `inviteHash` is used up by it. */
export type Acceptance = {
  id: string;
  inviteHash: string;
  passwordHash: string;
  totpSealed: string;
  totpStep: number;
  recoveryHashes: string;
  at: number;
} & Noted;

/** Takes an invitation; false when it was taken or replaced, its time is over, or the member was closed. */
export const acceptInvitations: Write<Acceptance, boolean> = noting(
  {
    name: 'accept-invitations',
    statements: each((a) => ({
      sql: `UPDATE accounts SET password_hash = ?, totp_sealed = ?, totp_step = ?, recovery_hashes = ?,
          failures = 0, locked_until = NULL, invite_hash = NULL, invite_ends_at = NULL, changed_at = ?
        WHERE id = ? AND invite_hash = ? AND invite_ends_at > ?
          AND EXISTS (SELECT 1 FROM staff WHERE staff.id = accounts.id AND closed_at IS NULL) RETURNING id`,
      args: [a.passwordHash, a.totpSealed, a.totpStep, a.recoveryHashes, a.at, a.id, a.inviteHash, a.at],
    })),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
  },
  {
    keys: ({ inviteHash, at }) => [inviteHash, at],
    join: (invite, at) => `JOIN accounts a ON a.invite_hash = ${invite} AND a.invite_ends_at > ${at}
      JOIN staff s ON s.id = a.id AND s.closed_at IS NULL`,
  },
);
