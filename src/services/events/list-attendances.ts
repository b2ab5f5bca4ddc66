import { type ListedAttendance, listAttendanceRows } from '../../store/events/attendance-lists.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, type Staff, sightOf } from '../staff/staff.ts';
import { ATTENDANCE_STATES, type AttendanceState } from './event-choices.ts';
import { seenEvent } from './own-event.ts';

/** One person's place; `name` is undefined for a relative of another unit, and when it was erased. */
export type AttendanceLine = Omit<
  ListedAttendance,
  'nameSealed' | 'ownNameSealed' | 'contactSealed' | 'presences' | 'state' | 'tooLarge'
> & {
  state: AttendanceState;
  name: string | undefined;
  /** How one known by a name alone is reached, for those who may call; empty when nothing is noted. */
  contact: string;
  /** In line with more than there are seats for: it keeps nobody waiting, and staff agree with them how many come. */
  isTooLarge: boolean;
  /** What was noted, by session. */
  presences: Map<number, boolean>;
};

const PAGE = 200;

/** A row with its name and, for those who may call, how they are reached. */
export function toLine(rt: Runtime, row: ListedAttendance, withContact: boolean): AttendanceLine {
  const { nameSealed, ownNameSealed, contactSealed, presences, tooLarge, ...rest } = row;
  const own = ownNameSealed ? openText(rt, 'attendances.name', row.id, ownNameSealed) : undefined;
  const noted = JSON.parse(presences) as [number, number][];
  return {
    ...rest,
    state: row.state as AttendanceState,
    name: openName(rt, row.relativeId, nameSealed) ?? own,
    contact: withContact && contactSealed ? openText(rt, 'attendances.contact', row.id, contactSealed) : '',
    isTooLarge: tooLarge === 1,
    presences: new Map(noted.map(([n, came]) => [n, came === 1])),
  };
}

/**
 * Who is in it, then the line in the order in which seats are given, then who was invited, then who said no; a page of 200
 * (or `most`) from `skip` on; with `toCall` only those whom staff must call. Throws `not-found`, `forbidden`.
 */
export async function listAttendances(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  {
    states = ATTENDANCE_STATES,
    skip = 0,
    most = PAGE,
    toCall = false,
  }: { states?: readonly AttendanceState[]; skip?: number; most?: number; toCall?: boolean } = {},
): Promise<{ lines: AttendanceLine[]; hasMore: boolean }> {
  await seenEvent(rt, staff, 'look', eventId);
  const rows = await listAttendanceRows(rt.db, {
    eventId,
    states,
    toCall,
    sight: sightOf(staff),
    skip,
    limit: most + 1,
  });
  const withContact = mayStaff(staff, 'care');
  return {
    lines: rows.slice(0, most).map((row) => toLine(rt, row, withContact)),
    hasMore: rows.length > most,
  };
}

/** Who came to how many sessions of a course. */
export type Certificate = {
  attendanceId: string;
  relativeId: string | null;
  name: string | undefined;
  came: number;
  of: number;
  /** Came to every session, or to more than half of them. */
  reached: 'all' | 'most' | 'less';
};

const MOST_CERTIFICATES = 1_000;

/** Who signed up, with how many of the sessions they came to. Throws `not-found`, `forbidden`. */
export async function certificateList(rt: Runtime, staff: Staff, eventId: string): Promise<Certificate[]> {
  const { sessions } = await seenEvent(rt, staff, 'look', eventId);
  const { lines } = await listAttendances(rt, staff, eventId, { states: ['yes'], most: MOST_CERTIFICATES });
  const of = sessions.length;
  return lines.map(({ id, relativeId, name, presences }) => {
    const came = sessions.filter(({ n }) => presences.get(n) === true).length;
    const reached = came === of ? 'all' : came * 2 > of ? 'most' : 'less';
    return { attendanceId: id, relativeId, name, came, of, reached };
  });
}
