import { findApiKeyRow, revokeApiKey } from '../../store/people/api-keys.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

/** Ends a key for good: its next request is refused. Throws `not-found`, and `already-done` when it was revoked before. */
export async function revokeKey(rt: Runtime, staff: Staff, id: string): Promise<void> {
  requireRight(staff, 'administer');
  if (!(await findApiKeyRow(rt.db, id))) throw new AppError('not-found');
  const entry = ledgerRow(rt, { kind: 'key.revoked', actor: staff.id, subject: `key:${id}` });
  if (!(await rt.db.lane.put(revokeApiKey, { id, at: rt.clock(), ledger: [entry] })))
    throw new AppError('already-done');
}
