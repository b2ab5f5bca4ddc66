import { endSessions, insertSession } from '../../store/people/sessions.ts';
import { findDemoStaffRow } from '../../store/people/staff.ts';
import { tokenHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { isRole } from './staff.ts';

/** How long a session lasts without a sign of life, and at the most, ms of the real clock. */
export const IDLE_MS = 30 * 60_000;
export const SESSION_MS = 8 * 60 * 60_000;

/**
 * Logs the demo's staff member with this role in and gives the token for the cookie; the session `before` ends.
 * Throws AppError `not-found` outside the demo, where nobody is let in without a password, and for an unknown role.
 */
export async function loginStaff(rt: Runtime, role: string, before?: string): Promise<string> {
  const row = rt.config.demo && isRole(role) ? await findDemoStaffRow(rt.db, role) : undefined;
  if (!row) throw new AppError('not-found');
  const token = rt.newId();
  const at = rt.clock();
  if (before) await rt.db.lane.put(endSessions, { tokenHash: tokenHash(before) });
  await rt.db.lane.put(insertSession, {
    tokenHash: tokenHash(token),
    kind: 'staff',
    subject: row.id,
    csrfHash: '',
    verifiedAt: at,
    createdAt: at,
    seenAt: at,
    endsAt: at + SESSION_MS,
  });
  await recordLedger(rt, { kind: 'staff.login', actor: row.id, body: { how: 'demo', role } });
  return token;
}
