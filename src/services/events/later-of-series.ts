import {
  type ListedEvent,
  listEventRows,
  listSessions,
  listTakenOut,
} from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { eventToChange, ownEvent } from './own-event.ts';

/** So many arrangements are changed or cancelled in one commit at most. */
export const MOST_TOGETHER = 120;
const MOST_LISTED = 400;

/** An arrangement with its sessions, also those that were taken out. */
export type EventToChange = Awaited<ReturnType<typeof eventToChange>>;

const isLater =
  (first: ListedEvent, staff: Staff, now: number) =>
  ({ id, startsAt, state, unitId }: ListedEvent): boolean =>
    id !== first.id &&
    startsAt >= first.startsAt &&
    startsAt > now &&
    (state === 'open' || state === 'draft') &&
    (unitId !== null || staff.units === 'all');

/** The rows of those of its series that come later, are drafts or open and may be changed by this member of staff, soonest first. */
async function listLaterRows(rt: Runtime, staff: Staff, first: ListedEvent): Promise<ListedEvent[]> {
  if (first.seriesId === null) return [];
  const now = rt.now();
  const query = { when: 'coming', now, seriesId: first.seriesId, sight: sightOf(staff) } as const;
  return (await listEventRows(rt.db, { ...query, limit: MOST_LISTED })).filter(isLater(first, staff, now));
}

/**
 * An arrangement and those of its series that come later, as `listLaterRows`. Throws `not-found`, `forbidden`, and `too-many`
 * where they are more than 120.
 */
export async function laterOfSeries(
  rt: Runtime,
  staff: Staff,
  id: string,
): Promise<{ first: EventToChange; later: EventToChange[] }> {
  const first = await eventToChange(rt, staff, id);
  const rows = await listLaterRows(rt, staff, first.row);
  if (rows.length >= MOST_TOGETHER) throw new AppError('too-many', 'sessions');
  const ids = rows.map((row) => row.id);
  const [sessions, takenOut] = await Promise.all([listSessions(rt.db, ids), listTakenOut(rt.db, ids)]);
  const later = rows.map((row) => ({
    row,
    sessions: sessions.filter(({ eventId }) => eventId === row.id),
    takenOut: takenOut.filter(({ eventId }) => eventId === row.id),
  }));
  return { first, later };
}

/** One of a series as a page or a program showed it: `seen` is its `changedAt`. */
export type SeenEvent = { id: string; seen: number };

/** Those that were shown, as they are now. Throws `changed-meanwhile` where one is not among them any more. */
export function thoseSeen<E extends { row: ListedEvent }>(
  events: readonly E[],
  seen: readonly SeenEvent[],
): (E & { seen: number })[] {
  return seen.map((one) => {
    const found = events.find(({ row }) => row.id === one.id);
    if (!found) throw new AppError('changed-meanwhile');
    return { ...found, seen: one.seen };
  });
}

/** How many later ones of its series an arrangement has that this member of staff may change. Throws `not-found`, `forbidden`. */
export const countLater = async (rt: Runtime, staff: Staff, id: string): Promise<number> =>
  (await listLaterRows(rt, staff, (await ownEvent(rt, staff, id)).row)).length;
