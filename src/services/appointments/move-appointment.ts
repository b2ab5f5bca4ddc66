import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { moveAppointments } from '../../store/care/appointments.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { changeEntries } from './change-entries.ts';
import { checkTime, type TimeForm, timeError } from './check-appointment.ts';
import { tellAppointments } from './tell-appointments.ts';

/**
 * Moves an appointment to another time or place; everyone who was told of it is told once of what holds now, and asked
 * again. `moves` is how often it had been changed when the form was shown. Throws the first problem of `checkTime`,
 * and `already-done` when somebody else changed it meanwhile, or it is over.
 */
export async function moveAppointment(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: TimeForm & { moves: number },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'appointment', id);
  const checked = await checkTime(rt, form);
  if ('problems' in checked) throw timeError(checked.problems);
  const before = await findAppointmentRow(rt.db, id);
  if (!before) throw new AppError('not-found');
  const { startsAt, minutes, place, smsPlace, details } = checked.time;
  const moved = await rt.db.lane.put(moveAppointments, {
    id,
    moves: form.moves,
    at: rt.now(),
    startsAt,
    minutes,
    place,
    smsPlace,
    detailsSealed: details === '' ? null : seal(rt.db.keys, `appointments.details:${id}`, details),
    ledger: await changeEntries(rt, staff, id, 'appointment.moved'),
  });
  if (!moved) throw new AppError('already-done');
  await tellAppointments(rt, id);
}
