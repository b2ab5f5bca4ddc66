import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type AppointmentLine, toLines } from './list-appointments.ts';

export type AppointmentView = AppointmentLine & { details: string };

/** One appointment with its details; the look is in the ledger of each relative who is shown. Throws `not-found`. */
export async function showAppointment(rt: Runtime, staff: Staff, id: string): Promise<AppointmentView> {
  await requireSight(rt, staff, 'look', 'appointment', id);
  const row = await findAppointmentRow(rt.db, id);
  const [line] = row ? await toLines(rt, staff, [row]) : [];
  if (!row || !line) throw new AppError('not-found');
  for (const { name, relativeId } of line.appointees)
    if (name !== undefined)
      await recordLedger(rt, {
        kind: 'relative.viewed',
        actor: staff.id,
        relativeId,
        purpose: 'appointment',
        subject: id,
      });
  const { detailsSealed } = row;
  return { ...line, details: detailsSealed ? openText(rt, 'appointments.details', id, detailsSealed) : '' };
}
