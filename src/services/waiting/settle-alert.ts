import { closeAlerts } from '../../store/journeys/settlements.ts';
import { findAlertState } from '../../store/messages/desk-lists.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff } from '../staff/staff.ts';

/** Marks an alert as seen to; that an emergency login was used is for another administrator to see. Throws `forbidden`, `not-yourself`, `not-found`, `sender-stopped` for one that stands while a sender is stopped, and `already-done` when somebody else did it first. */
export async function settleAlert(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'alert', id);
  const alert = await findAlertState(rt.db, id);
  if (!alert) throw new AppError('not-found');
  if (alert.kind === 'sender-stopped' && alert.status === 'open') throw new AppError('sender-stopped');
  if (alert.kind === 'emergency') requireRight(staff, 'administer');
  if (alert.kind === 'emergency' && alert.step === staff.id) throw new AppError('not-yourself');
  const entry = ledgerRow(rt, {
    kind: 'alert.done',
    actor: staff.id,
    ...(alert.relativeId ? { relativeId: alert.relativeId } : {}),
    subject: id,
  });
  const done = await rt.db.lane.put(closeAlerts, { id, at: rt.now(), by: staff.id, ledger: [entry] });
  if (!done) throw new AppError('already-done');
}
