import { findDemoStaffRow } from '../../store/people/staff.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { beginSession, IDLE_MS, SESSION_MS } from './begin-session.ts';
import { isRole } from './staff.ts';

export { IDLE_MS, SESSION_MS };

/**
 * Logs the demo's staff member with this role in and gives the token for the cookie; the session `before` ends.
 * Throws AppError `not-found` outside the demo, where nobody is let in without a password, and for an unknown role.
 */
export async function loginStaff(
  rt: Runtime,
  role: string,
  before?: string,
  browser?: string,
): Promise<string> {
  const row = rt.config.demo && isRole(role) ? await findDemoStaffRow(rt.db, role) : undefined;
  if (!row || row.closedAt !== null) throw new AppError('not-found');
  return beginSession(rt, row.id, 'demo', { before, browser });
}
