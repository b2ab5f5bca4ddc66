import { listAttendancesOf } from '../../store/events/attendance-lists.ts';
import {
  type ListedEvent,
  type ListedSession,
  listEventNameRows,
  listEventRows,
  listSessions,
} from '../../store/events/event-lists.ts';
import { countInviting } from '../../store/events/invite-orders.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { lockedFrom } from './check-event.ts';
import { seenEvent } from './own-event.ts';

/** An arrangement as lists show it. */
export type EventLine = Omit<ListedEvent, 'videoSealed' | 'remindDays'> & {
  remindDays: number[];
  sessions: ListedSession[];
  /** Free seats; null when there are enough. */
  free: number | null;
  /** In the last hours before it begins: staff give seats by hand. */
  isLocked: boolean;
  /** One can sign up oneself. */
  takesSignUps: boolean;
};

const PAGE = 50;

/** What is reckoned of a row. */
export function lineOf(row: ListedEvent, sessions: ListedSession[], now: number): EventLine {
  const { videoSealed: _sealed, remindDays, ...rest } = row;
  const isLocked = row.state === 'open' && now >= lockedFrom(row);
  const isOpen = row.state === 'open' && now < (row.signUpUntil ?? row.startsAt);
  return {
    ...rest,
    remindDays: JSON.parse(remindDays) as number[],
    sessions,
    free: row.capacity === null ? null : row.capacity - row.seats,
    isLocked,
    takesSignUps: isOpen && !isLocked,
  };
}

/** Which arrangements a list asks for. */
export type EventsOrder = {
  when: 'coming' | 'past';
  seriesId?: string | undefined;
  unitId?: string | undefined;
  kind?: string | undefined;
  after?: { at: number; id: string } | undefined;
  most?: number;
};

/** The arrangements in sight that are to come, soonest first, or are over, latest first; a page of 50, or `most`. */
export async function listEvents(
  rt: Runtime,
  staff: Staff,
  { most = PAGE, ...order }: EventsOrder,
): Promise<{ events: EventLine[]; next?: { at: number; id: string } }> {
  requireRight(staff, 'look');
  const rows = await listEventRows(rt.db, {
    ...order,
    now: rt.now(),
    sight: sightOf(staff),
    limit: most + 1,
  });
  const page = rows.slice(0, most);
  const sessions = Map.groupBy(
    await listSessions(
      rt.db,
      page.map(({ id }) => id),
    ),
    ({ eventId }) => eventId,
  );
  const events = page.map((row) => lineOf(row, sessions.get(row.id) ?? [], rt.now()));
  const last = page.at(-1);
  return rows.length > most && last ? { events, next: { at: last.startsAt, id: last.id } } : { events };
}

/** An arrangement with its video link, the others of its series, and how many of a group are invited while more are. */
export type EventView = EventLine & { video: string; series: EventLine[]; inviting: number | undefined };

/** One arrangement. Throws `not-found`. */
export async function showEvent(rt: Runtime, staff: Staff, id: string): Promise<EventView> {
  const { row, sessions } = await seenEvent(rt, staff, 'look', id);
  const video = row.videoSealed ? openText(rt, 'events.video', id, row.videoSealed) : '';
  const inviting = await countInviting(rt.db, id);
  const { events } = row.seriesId
    ? await listEvents(rt, staff, { when: 'coming', seriesId: row.seriesId })
    : { events: [] };
  const series = events.filter((one) => one.id !== id);
  return { ...lineOf(row, sessions, rt.now()), video, series, inviting };
}

const MOST_NAMES = 300;

/** What the arrangements in sight are called, the latest first and drafts left out, for choosing one. */
export async function listEventNames(
  rt: Runtime,
  staff: Staff,
): Promise<{ id: string; title: string; startsAt: number }[]> {
  requireRight(staff, 'look');
  return listEventNameRows(rt.db, sightOf(staff), MOST_NAMES);
}

/** The arrangements of one relative, the latest first. Throws `not-found`. */
export async function listEventsOfRelative(rt: Runtime, staff: Staff, relativeId: string) {
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  return listAttendancesOf(rt.db, relativeId, sightOf(staff), 30);
}
