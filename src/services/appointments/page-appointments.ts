import { listAppointmentRows } from '../../store/care/appointment-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type AppointmentLine, toLines } from './list-appointments.ts';

/** Appointments that begin in a span of time, the soonest first and each on one page alone; instants UTC ms. */
export async function pageAppointments(
  rt: Runtime,
  staff: Staff,
  { most, ...span }: { from: number; to: number; after?: { at: number; id: string }; most: number },
): Promise<{ lines: AppointmentLine[]; next?: { at: number; id: string } }> {
  requireRight(staff, 'look');
  const rows = await listAppointmentRows(rt.db, { ...span, sight: sightOf(staff), limit: most + 1 });
  const lines = await toLines(rt, staff, rows.slice(0, most));
  const last = lines.at(-1);
  return rows.length > most && last ? { lines, next: { at: last.startsAt, id: last.id } } : { lines };
}
