import { findAppointmentRow, listAppointees, listJourneysAbout } from '../../store/care/appointment-lists.ts';
import { holdAppointments, missAppointments } from '../../store/care/appointments.ts';
import { alertRow } from '../../store/messages/alerts.ts';
import { AppError } from '../app-error.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { changeEntries } from './change-entries.ts';

/** It can be settled from so long before it begins, ms: some come early. */
export const EARLY_MS = 60 * 60_000;

/**
 * Notes that an appointment took place, or that nobody came: then each relative is to be called, kindly. Its journeys end.
 * Throws `already-done` when it was settled otherwise meanwhile, and `field-unreadable` before its time.
 */
export async function settleAppointment(
  rt: Runtime,
  staff: Staff,
  id: string,
  outcome: 'held' | 'missed',
): Promise<void> {
  await requireSight(rt, staff, 'care', 'appointment', id);
  const row = await findAppointmentRow(rt.db, id);
  if (!row) throw new AppError('not-found');
  const at = rt.now();
  if (at < row.startsAt - EARLY_MS) throw new AppError('field-unreadable', 'when');
  const ledger = await changeEntries(rt, staff, id, `appointment.${outcome}`);
  const alerts = outcome === 'missed' ? await callTasks(rt, staff, id, at) : [];
  const write = outcome === 'held' ? holdAppointments : missAppointments;
  if (!(await rt.db.lane.put(write, { id, at, alerts, ledger }))) throw new AppError('already-done');
  await endJourneysAbout(rt, id, outcome === 'held' ? 'holdt' : 'udeblevet', staff.id);
}

async function callTasks(rt: Runtime, staff: Staff, id: string, at: number) {
  const appointees = await listAppointees(rt.db, [id], sightOf(staff));
  return appointees.map(({ relativeId }) =>
    alertRow(rt.db.keys, {
      id: `absent.${id}.${relativeId}`,
      kind: 'absent',
      audience: 'advisor',
      relativeId,
      raisedAt: at,
    }),
  );
}

/** Nothing more is said about this appointment. */
export async function endJourneysAbout(rt: Runtime, id: string, reason: string, by: string): Promise<void> {
  const input = { kind: 'ended', at: rt.now(), reason, by } as const;
  const journeys = await listJourneysAbout(rt.db, id);
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
}
