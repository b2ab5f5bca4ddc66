import { isoDate, parseWallClock } from '../../journey/time/format.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import {
  type Appointee,
  type ListedAppointment,
  listAppointees,
  listAppointmentRows,
  listAppointmentsOf,
} from '../../store/care/appointment-lists.ts';
import { FROM } from '../../store/care/appointments.ts';
import { openName, openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** Who comes; without a name one of another unit. */
export type AppointeeLine = Omit<Appointee, 'nameSealed' | 'appointmentId'> & { name: string | undefined };

/** An appointment as a list shows it. */
export type AppointmentLine = Omit<ListedAppointment, 'detailsSealed'> & {
  advisor: string;
  appointees: AppointeeLine[];
};

export const SPANS = ['today', 'week', 'all'] as const;
export type Span = (typeof SPANS)[number];

const MOST = 100;
const BACK_DAYS = 30;

const dayStart = (at: number): number => {
  const read = parseWallClock(`${isoDate(at)}T00:00`);
  return 'at' in read ? read.at : at;
};

const DAYS: Record<Span, number> = { today: 1, week: 7, all: 366 };

/** Appointments to come, and those that are over and not settled yet, oldest first; only mine or everybody's. */
export async function listAppointments(rt: Runtime, staff: Staff, order: { span: Span; mine: boolean }) {
  requireRight(staff, 'look');
  const [now, today] = [rt.now(), dayStart(rt.now())];
  const common = {
    sight: sightOf(staff),
    limit: MOST,
    ...(order.mine ? { advisorId: staff.id } : {}),
  };
  const [coming, unsettled] = await Promise.all([
    listAppointmentRows(rt.db, {
      ...common,
      from: today,
      to: dayStart(today + DAYS[order.span] * DAY_MS + DAY_MS / 2),
    }),
    listAppointmentRows(rt.db, { ...common, from: now - BACK_DAYS * DAY_MS, to: now, states: FROM.missed }),
  ]);
  const late = new Set(unsettled.map(({ id }) => id));
  const lines = await toLines(rt, staff, [...unsettled, ...coming.filter(({ id }) => !late.has(id))]);
  return {
    unsettled: lines.filter(({ id }) => late.has(id)),
    coming: lines.filter(({ id }) => !late.has(id)),
  };
}

/** The appointments of one relative, the latest first. Throws `not-found`. */
export async function listAppointmentsOfRelative(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
): Promise<AppointmentLine[]> {
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  return toLines(rt, staff, await listAppointmentsOf(rt.db, relativeId, 20));
}

/** Rows with the names of those who come and of the advisor. */
export async function toLines(
  rt: Runtime,
  staff: Staff,
  rows: readonly ListedAppointment[],
): Promise<AppointmentLine[]> {
  const ids = rows.map(({ id }) => id);
  const [appointees, names] = await Promise.all([
    listAppointees(rt.db, ids, sightOf(staff)),
    openStaffNames(
      rt,
      rows.map(({ advisorId }) => advisorId),
    ),
  ]);
  const of = Map.groupBy(appointees, ({ appointmentId }) => appointmentId);
  return rows.map(({ detailsSealed: _sealed, ...row }) => ({
    ...row,
    advisor: names.get(row.advisorId) ?? '',
    appointees: (of.get(row.id) ?? []).map(({ nameSealed, appointmentId: _id, ...rest }) => ({
      ...rest,
      name: openName(rt, rest.relativeId, nameSealed),
    })),
  }));
}
