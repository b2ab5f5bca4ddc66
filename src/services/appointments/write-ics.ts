import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { AppError } from '../app-error.ts';
import { writeCalendar } from '../calendar/write-calendar.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** One appointment for a calendar: time, the SMS-safe place and a neutral title, nothing of whom or why. Throws `not-found`. */
export async function writeIcs(rt: Runtime, staff: Staff, id: string): Promise<string> {
  await requireSight(rt, staff, 'look', 'appointment', id);
  const row = await findAppointmentRow(rt.db, id);
  if (!row) throw new AppError('not-found');
  const { kommune } = await getOrganisation(rt);
  const { moves, startsAt, minutes, smsPlace, state } = row;
  const entry = { id, moves, startsAt, minutes, place: smsPlace, title: `Aftale med ${kommune}` };
  return writeCalendar({ entries: [{ ...entry, isCancelled: state === 'cancelled', changedAt: rt.now() }] });
}
