import { findAttendance, meetsApart } from '../../store/events/attendance-lists.ts';
import { linkPlaces } from '../../store/events/link-places.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { findRelatives } from '../relatives/find-relatives.ts';
import type { RelativeLine } from '../relatives/list-relatives.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { settleEventCalls } from './call-named.ts';
import { consentTo } from './consent-to.ts';
import { type AttendanceLine, toLine } from './list-attendances.ts';
import { seenEvent } from './own-event.ts';
import { tellEvents } from './tell-events.ts';

/** One person's place in sight. Throws `not-found`, `forbidden`. */
export async function showPlace(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  attendanceId: string,
): Promise<AttendanceLine> {
  await seenEvent(rt, staff, 'care', eventId);
  const row = await findAttendance(rt.db, eventId, attendanceId, sightOf(staff));
  if (!row) throw new AppError('not-found');
  return toLine(rt, row, true);
}

/**
 * The relatives in sight who have the number somebody signed up with: they may be the same person, and staff decide. None
 * for a place that is a relative's already, or that has no number. Throws `not-found`, `forbidden`.
 */
export async function suggestRelatives(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  attendanceId: string,
): Promise<RelativeLine[]> {
  const { relativeId, contact } = await showPlace(rt, staff, eventId, attendanceId);
  if (relativeId !== null || !/^[+\d\s().-]{6,}$/.test(contact)) return [];
  try {
    return (await findRelatives(rt, staff, contact)).lines;
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** `tell` `yes`: the relative is written to about it; `apart` `yes`: staff know that two of a circle "hver for sig" will meet. */
export type LinkForm = { attendanceId: string; relativeId: string; tell: string; apart: string };

/**
 * Gives the place of somebody known by a name alone to a relative in sight, where it stands in the line; the name and number
 * that came with it are erased, and what was still to be told goes to the relative. Throws `not-found`, `forbidden`,
 * `field-missing` (apart) for two who must not meet, and `already-done` for a place that is somebody's, or a relative who has one.
 */
export async function linkPlace(rt: Runtime, staff: Staff, eventId: string, form: LinkForm): Promise<void> {
  const { attendanceId, relativeId } = form;
  await showPlace(rt, staff, eventId, attendanceId);
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  if (form.apart !== 'yes' && (await meetsApart(rt.db, eventId, relativeId)))
    throw new AppError('field-missing', 'apart');
  const tell = form.tell === 'yes';
  const consent = tell ? await consentTo(rt, staff, relativeId, eventId) : [];
  const entry = { kind: 'event.linked', actor: staff.id, relativeId, subject: eventId };
  const ledger = [ledgerRow(rt, entry), ...consent];
  if (!(await rt.db.lane.put(linkPlaces, { eventId, attendanceId, relativeId, tell, ledger })))
    throw new AppError('already-done');
  await tellEvents(rt, eventId);
  await settleEventCalls(rt, eventId);
}
