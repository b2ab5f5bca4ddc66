import {
  type ListedEvent,
  type ListedSession,
  listPublicEvents,
  listSessions,
} from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import { type CalendarEntry, writeCalendar } from '../calendar/write-calendar.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { seenEvent } from './own-event.ts';

/** A course has an entry for each session; the first keeps the name of the arrangement, so that it stays the same when others join it. */
const entriesOf = (row: ListedEvent, sessions: readonly ListedSession[], title: string): CalendarEntry[] =>
  sessions.map(({ n, startsAt, minutes }) => ({
    id: n === 1 ? row.id : `${row.id}.${n}`,
    moves: row.moves,
    startsAt,
    minutes,
    title,
    place: row.smsPlace,
    isCancelled: row.state === 'cancelled',
    changedAt: row.changedAt,
  }));

/** One arrangement for a calendar: its SMS-safe title and place, no more. Throws `not-found`. */
export async function writeEventIcs(rt: Runtime, staff: Staff, id: string): Promise<string> {
  const { row, sessions } = await seenEvent(rt, staff, 'look', id);
  return calendarOf(rt, [{ row, sessions }]);
}

const MOST_PUBLIC = 200;

/** The public arrangements to come, or one of them, for anybody's calendar. Throws `not-found` for one that is not public. */
export async function writePublicIcs(rt: Runtime, id?: string): Promise<string> {
  const rows = await listPublicEvents(rt.db, rt.now(), MOST_PUBLIC, id);
  if (id !== undefined && rows.length === 0) throw new AppError('not-found');
  const sessions = await listSessions(
    rt.db,
    rows.map((row) => row.id),
  );
  return calendarOf(
    rt,
    rows.map((row) => ({ row, sessions: sessions.filter(({ eventId }) => eventId === row.id) })),
  );
}

async function calendarOf(
  rt: Runtime,
  events: { row: ListedEvent; sessions: ListedSession[] }[],
): Promise<string> {
  const { kommune } = await getOrganisation(rt);
  const entries = events.flatMap(({ row, sessions }) => entriesOf(row, sessions, row.smsTitle));
  return writeCalendar({ name: `Arrangementer, ${kommune}`, entries });
}
