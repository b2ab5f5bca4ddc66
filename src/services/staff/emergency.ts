// Where staff come from the municipality's login, a local account opens something only if it was made for the day that login is down.
import { alertRow, raiseNoted } from '../../store/messages/alerts.ts';
import { isEmergencyReady, type StaffRow } from '../../store/people/staff.ts';
import { unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/** Whether the local account of this member may open anything here. */
export const opensLocally = (rt: Runtime, row: Pick<StaffRow, 'emergency'>): boolean =>
  !rt.identity || row.emergency === 1;

/** Whether somebody could come in by a local account although the municipality's login is there. */
export const hasEmergencyDoor = async (rt: Runtime): Promise<boolean> =>
  rt.identity !== undefined && (await isEmergencyReady(rt.db));

/** Throws `not-found` where no local account opens anything. */
export async function requireLocalDoor(rt: Runtime): Promise<void> {
  if (rt.identity && !(await hasEmergencyDoor(rt))) throw new AppError('not-found');
}

/** Raises the alert of one use, with its ledger entry in the same commit; the session comes after it, never without it. */
export async function tellEmergency(rt: Runtime, row: StaffRow, by: string): Promise<void> {
  const id = `emergency.${rt.newId()}`;
  const alert = alertRow(rt.db.keys, {
    id,
    kind: 'emergency',
    audience: 'administrator',
    urgent: 1,
    step: row.id,
    text: unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed),
    raisedAt: rt.now(),
  });
  const entry = ledgerRow(rt, {
    kind: 'staff.emergency.used',
    actor: row.id,
    subject: row.id,
    body: { by, alert: id },
  });
  await rt.db.lane.put(raiseNoted, { alert, ledger: [entry] });
  rt.log.warn({ staff: row.id, by }, 'the emergency login was used');
}
