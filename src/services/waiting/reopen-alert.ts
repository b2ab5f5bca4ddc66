import { listClosedAlerts, reopenAlerts } from '../../store/messages/closed-alerts.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { type AlertLine, toAlertLines } from './list-alerts.ts';

/** For so long an alert that was closed by hand can be opened again. */
const UNDONE_FOR_MS = 24 * 3_600_000;

const SHOWN = 20;

/** An alert that was closed, with when and by whom. */
export type ClosedAlert = AlertLine & { doneAt: number; by: string };

/** The alerts that were closed by hand within a day, the latest first; those that can be opened again. */
export async function listClosed(rt: Runtime, staff: Staff): Promise<ClosedAlert[]> {
  requireRight(staff, 'look');
  const since = rt.now() - UNDONE_FOR_MS;
  const rows = await listClosedAlerts(rt.db, { since, limit: SHOWN, sight: sightOf(staff) });
  const lines = await toAlertLines(rt, rows);
  const names = await openStaffNames(
    rt,
    rows.map(({ doneBy }) => doneBy),
  );
  return rows.flatMap(({ doneAt, doneBy }, i) => {
    const line = lines[i];
    return line ? [{ ...line, doneAt, by: names.get(doneBy ?? '') ?? '' }] : [];
  });
}

/** Opens an alert again that was closed by hand within a day. Throws `forbidden`, `not-found`, and `already-done` for one that is open already or closed too long. */
export async function reopenAlert(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'alert', id);
  const since = rt.now() - UNDONE_FOR_MS;
  const [closed] = await listClosedAlerts(rt.db, { id, since, limit: 1, sight: sightOf(staff) });
  if (!closed) throw new AppError('already-done');
  if (closed.kind === 'emergency') requireRight(staff, 'administer');
  const entry = ledgerRow(rt, {
    kind: 'alert.reopened',
    actor: staff.id,
    ...(closed.relativeId ? { relativeId: closed.relativeId } : {}),
    subject: id,
  });
  const opened = await rt.db.lane.put(reopenAlerts, { id, doneAt: closed.doneAt, ledger: [entry] });
  if (!opened) throw new AppError('already-done');
}
