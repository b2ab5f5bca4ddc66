import { endSessions, findSession } from '../../store/people/sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from './staff.ts';

/** Ends the session of this token; it opens nothing afterwards. Gives how it was begun. */
export async function logoutStaff(rt: Runtime, staff: Staff, token: string): Promise<string> {
  const session = await findSession(rt.db, tokenHash(token));
  await rt.db.lane.put(endSessions, { tokenHash: tokenHash(token) });
  await recordLedger(rt, { kind: 'staff.logout', actor: staff.id });
  return session?.how ?? '';
}
