import { cancelAppointments } from '../../store/care/appointments.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { changeEntries } from './change-entries.ts';
import { tellAppointments } from './tell-appointments.ts';

/** Cancels an appointment; whoever was told of it is told once. Throws `already-done` when it was changed meanwhile, or is over. */
export async function cancelAppointment(rt: Runtime, staff: Staff, id: string, moves: number): Promise<void> {
  await requireSight(rt, staff, 'care', 'appointment', id);
  const ledger = await changeEntries(rt, staff, id, 'appointment.cancelled');
  const cancelled = await rt.db.lane.put(cancelAppointments, { id, moves, at: rt.now(), ledger });
  if (!cancelled) throw new AppError('already-done');
  await tellAppointments(rt, id);
}
