import {
  type ListedEvent,
  type ListedSession,
  listPublicEntries,
  listSessions,
  listTakenOut,
} from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import { type CalendarEntry, writeCalendar } from '../calendar/write-calendar.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { seenEvent } from './own-event.ts';

type Sessions = { held: readonly ListedSession[]; takenOut: readonly ListedSession[] };

/**
 * A course has an entry for each session; the first keeps the name of the arrangement, so that it stays the same when others
 * join it. One that was taken out stays as cancelled: whoever has it in their calendar learns of it.
 */
const entriesOf = (row: ListedEvent, { held, takenOut }: Sessions): CalendarEntry[] =>
  [...held, ...takenOut].map((session) => ({
    id: session.n === 1 ? row.id : `${row.id}.${session.n}`,
    moves: row.moves,
    startsAt: session.startsAt,
    minutes: session.minutes,
    title: row.smsTitle,
    place: row.smsPlace,
    isCancelled: row.state === 'cancelled' || takenOut.includes(session),
    changedAt: row.changedAt,
  }));

/** One arrangement for a calendar: its SMS-safe title and place, no more. Throws `not-found`. */
export async function writeEventIcs(rt: Runtime, staff: Staff, id: string): Promise<string> {
  const { row } = await seenEvent(rt, staff, 'look', id);
  return calendarOf(rt, [row]);
}

const MOST_PUBLIC = 200;

/** The public arrangements to come, or one of them, for anybody's calendar. Throws `not-found` for one that is not public. */
export async function writePublicIcs(rt: Runtime, id?: string): Promise<string> {
  const rows = await listPublicEntries(rt.db, rt.now(), MOST_PUBLIC, id);
  if (id !== undefined && rows.length === 0) throw new AppError('not-found');
  return calendarOf(rt, rows);
}

async function calendarOf(rt: Runtime, rows: readonly ListedEvent[]): Promise<string> {
  const ids = rows.map(({ id }) => id);
  const [{ kommune }, held, takenOut] = await Promise.all([
    getOrganisation(rt),
    listSessions(rt.db, ids),
    listTakenOut(rt.db, ids),
  ]);
  const of = (all: readonly ListedSession[], id: string) => all.filter(({ eventId }) => eventId === id);
  const entries = rows.flatMap((row) =>
    entriesOf(row, { held: of(held, row.id), takenOut: of(takenOut, row.id) }),
  );
  return writeCalendar({ name: `Arrangementer, ${kommune}`, entries });
}
