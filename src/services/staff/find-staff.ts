import { findSession, touchSession } from '../../store/people/sessions.ts';
import { findStaffRow, findUnitsOf } from '../../store/people/staff.ts';
import { tokenHash, unseal } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import { IDLE_MS } from './login-staff.ts';
import { isRole, type Staff } from './staff.ts';

/** A sign of life is written at most this often, ms. */
const TOUCH_MS = 60_000;

/** Who is behind a session's token (`quiet`: what a page asks by itself is no sign of life); undefined when the session has ended, has idled too long or is not of staff. */
export async function findStaff(
  rt: Runtime,
  token: string,
  quiet = false,
): Promise<(Staff & { name: string }) | undefined> {
  const hash = tokenHash(token);
  const session = await findSession(rt.db, hash);
  const at = rt.clock();
  if (session?.kind !== 'staff' || at >= session.endsAt || at >= session.seenAt + IDLE_MS) return undefined;
  const row = await findStaffRow(rt.db, session.subject);
  if (!row || row.closedAt !== null || !isRole(row.role) || (row.demo === 1 && !rt.config.demo))
    return undefined;
  if (!quiet && at - session.seenAt >= TOUCH_MS) await rt.db.lane.put(touchSession, { tokenHash: hash, at });
  const units = await findUnitsOf(rt.db, row);
  return {
    id: row.id,
    role: row.role,
    units,
    name: unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed),
  };
}
