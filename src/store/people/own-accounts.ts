// What someone changes of the own account. The session it is done in goes on under a fresh token.
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';

/** A change of an account as it was `seen`; recovery codes that are null stay. Hashes of the session's token before and after. */
export type OwnChange = {
  id: string;
  seen: { passwordHash: string; totpSealed: string };
  passwordHash: string;
  totpSealed: string;
  totpStep: number;
  recoveryHashes: string | null;
  at: number;
  session: { before: string; after: string };
  endOthers: boolean;
} & Noted;

/** The account that was changed by the statement before. */
const CHANGED = `EXISTS (SELECT 1 FROM accounts WHERE id = ?1 AND password_hash = ?2 AND totp_sealed = ?3 AND changed_at = ?4)`;

const afterwards = ({ id, passwordHash, totpSealed, at }: OwnChange) => [id, passwordHash, totpSealed, at];

/** Changes accounts; false, and nothing changed, when somebody else changed one meanwhile or the member was closed. */
export const changeOwnAccounts: Write<OwnChange, boolean> = noting(
  {
    name: 'change-own-accounts',
    statements: (items) =>
      items.flatMap((item) => [
        {
          sql: `UPDATE accounts SET password_hash = ?2, totp_sealed = ?3, changed_at = ?4,
              totp_step = max(totp_step, ?5), recovery_hashes = coalesce(?6, recovery_hashes)
            WHERE id = ?1 AND password_hash = ?7 AND totp_sealed = ?8
              AND EXISTS (SELECT 1 FROM staff s WHERE s.id = accounts.id AND s.closed_at IS NULL) RETURNING id`,
          args: [
            ...afterwards(item),
            item.totpStep,
            item.recoveryHashes,
            item.seen.passwordHash,
            item.seen.totpSealed,
          ],
        },
        {
          sql: `DELETE FROM sessions WHERE ?6 = 1 AND subject = ?1 AND kind LIKE 'staff%' AND token_hash <> ?5 AND ${CHANGED}`,
          args: [...afterwards(item), item.session.before, item.endOthers ? 1 : 0],
        },
        {
          sql: `UPDATE sessions SET token_hash = ?6 WHERE subject = ?1 AND token_hash = ?5 AND ${CHANGED}`,
          args: [...afterwards(item), item.session.before, item.session.after],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[3 * i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, seen }) => [id, seen.passwordHash, seen.totpSealed],
    join: (id, password, totp) => `JOIN accounts a ON a.id = ${id} AND a.password_hash = ${password}
      AND a.totp_sealed = ${totp} JOIN staff s ON s.id = a.id AND s.closed_at IS NULL`,
  },
);
