import { findAttendance } from '../../store/events/attendance-lists.ts';
import { notePresences } from '../../store/events/presences.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { seenEvent } from './own-event.ts';

/** What is noted of one person at one session (from 1), and what stood there when the list was shown; null is nothing. */
export type Presence = {
  n: number;
  attendanceId: string;
  came: boolean | null;
  seen: boolean | null;
};

const bit = (came: boolean | null): 0 | 1 | null => (came === null ? null : came ? 1 : 0);

/**
 * Notes who came to a session, from three hours before it and also after the arrangement was closed. Throws `not-found`,
 * `forbidden`, `field-unreadable` before its time, and `already-done` when somebody noted it otherwise meanwhile.
 */
export async function notePresence(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { n, attendanceId, came, seen }: Presence,
): Promise<void> {
  const { sessions } = await seenEvent(rt, staff, 'care', eventId);
  const session = sessions.find((one) => one.n === n);
  const place = await findAttendance(rt.db, eventId, attendanceId, sightOf(staff));
  if (!session || !place) throw new AppError('not-found');
  const at = rt.now();
  if (session.startsAt > at + 3 * 3_600_000) throw new AppError('field-unreadable', 'n');
  const { relativeId } = place;
  const entry = {
    kind: 'event.presence',
    actor: staff.id,
    subject: eventId,
    body: { n, came },
    ...(relativeId ? { relativeId } : {}),
  };
  const noted = await rt.db.lane.put(notePresences, {
    eventId,
    attendanceId,
    n,
    came: bit(came),
    seen: bit(seen),
    at,
    by: staff.id,
    ledger: [ledgerRow(rt, entry)],
  });
  if (!noted) throw new AppError('already-done');
}
