import { freeTimers } from '../../store/journeys/timers-aside.ts';
import { findAlertState } from '../../store/messages/desk-lists.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/**
 * Lets a journey that could not go on try again, now that what was wrong is mended: frees the timer its alert is about
 * and closes the alert; the next beat fires it. When it fails again, the alert comes again. Throws `not-found`, and `already-done` when there is
 * nothing to free any more.
 */
export async function retryTimer(rt: Runtime, staff: Staff, alertId: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'alert', alertId);
  const alert = await findAlertState(rt.db, alertId);
  if (!alert) throw new AppError('not-found');
  const entry = ledgerRow(rt, {
    kind: 'alert.retried',
    actor: staff.id,
    ...(alert.relativeId ? { relativeId: alert.relativeId } : {}),
    subject: alertId,
  });
  const order = { alert: alertId, at: rt.now(), by: staff.id, ledger: [entry] };
  if (!(await rt.db.lane.put(freeTimers, order))) throw new AppError('already-done');
}
