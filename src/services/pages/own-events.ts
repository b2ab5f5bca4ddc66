import { signOffs } from '../../store/events/attend.ts';
import { listAttendancesOf } from '../../store/events/attendance-lists.ts';
import { findEventRow } from '../../store/events/event-lists.ts';
import type { Sight } from '../../store/people/sight.ts';
import { AppError } from '../app-error.ts';
import { lineOf } from '../events/list-events.ts';
import { tellEvents } from '../events/tell-events.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { PageVisit } from './resume-page.ts';

/** The relative sees what they are in themselves, whichever unit keeps it. */
const ALL: Sight = { staffId: '', units: 'all' };
const MOST = 30;

/** Titles may tell what somebody is ill of, so a link alone is not enough to see them. */
const mayRead = ({ link, session }: PageVisit): boolean => session.verified && link.access !== 'link';

/** An arrangement to come in which the visitor has a seat or waits; in the lock period (`isLocked`) one signs off by phone. */
export type OwnEvent = {
  id: string;
  title: string;
  startsAt: number;
  place: string;
  isWaiting: boolean;
  isLocked: boolean;
};

/** The arrangements to come the visitor is signed up for, soonest first; none where the visit was opened by a link alone. */
export async function listOwnEvents(rt: Runtime, visit: PageVisit): Promise<OwnEvent[]> {
  if (!mayRead(visit)) return [];
  const all = await listAttendancesOf(rt.db, visit.link.relativeId, ALL, MOST);
  const held = all.filter(
    ({ state, eventState, startsAt }) =>
      (state === 'yes' || state === 'waiting') && eventState === 'open' && startsAt > rt.now(),
  );
  const found = await Promise.all(
    held.map(async ({ eventId, state }): Promise<OwnEvent[]> => {
      const row = await findEventRow(rt.db, eventId);
      if (!row) return [];
      const { id, title, startsAt, place, isLocked } = lineOf(row, [], rt.now());
      return [{ id, title, startsAt, place, isLocked, isWaiting: state === 'waiting' }];
    }),
  );
  return found.flat().sort((a, b) => a.startsAt - b.startsAt);
}

/**
 * Gives up the visitor's place; the seat goes to the next. Does nothing where there is no place, or it is so late that one calls.
 * Throws `forbidden` before the factor was shown.
 */
export async function leaveEvent(rt: Runtime, visit: PageVisit, eventId: string): Promise<void> {
  if (!mayRead(visit)) throw new AppError('forbidden');
  const { relativeId } = visit.link;
  const own = (await listOwnEvents(rt, visit)).find(({ id }) => id === eventId);
  if (!own || own.isLocked) return;
  const all = await listAttendancesOf(rt.db, relativeId, ALL, MOST);
  const place = all.find((one) => one.eventId === eventId);
  if (!place) return;
  const entry = { kind: 'event.signed-off', actor: `relative:${relativeId}`, relativeId, subject: eventId };
  const { attendanceId } = place;
  const ledger = [ledgerRow(rt, entry)];
  await rt.db.lane.put(signOffs, { eventId, attendanceId, at: rt.now(), by: 'page', tell: true, ledger });
  await tellEvents(rt, eventId);
}
