import {
  findEventRow,
  type ListedEvent,
  type ListedSession,
  listSessions,
  listTakenOut,
} from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type Right, requireSight, type Staff } from '../staff/staff.ts';

export type EventAndSessions = { row: ListedEvent; sessions: ListedSession[] };

/** An arrangement in sight, with its sessions. Throws `forbidden` without the right, `not-found`. */
export async function seenEvent(
  rt: Runtime,
  staff: Staff,
  right: Right,
  id: string,
): Promise<EventAndSessions> {
  await requireSight(rt, staff, right, 'event', id);
  const [row, sessions] = await Promise.all([findEventRow(rt.db, id), listSessions(rt.db, [id])]);
  if (!row) throw new AppError('not-found');
  return { row, sessions };
}

/** An arrangement that this member of staff may change: one of the whole organisation only with all units. Throws as `seenEvent`. */
export async function ownEvent(rt: Runtime, staff: Staff, id: string): Promise<EventAndSessions> {
  const event = await seenEvent(rt, staff, 'coordinate', id);
  if (event.row.unitId === null && staff.units !== 'all') throw new AppError('forbidden');
  return event;
}

/** The same with the sessions that were taken out of it, for changing it. */
export async function eventToChange(rt: Runtime, staff: Staff, id: string) {
  const [event, takenOut] = await Promise.all([ownEvent(rt, staff, id), listTakenOut(rt.db, [id])]);
  return { ...event, takenOut };
}
