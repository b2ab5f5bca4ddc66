import {
  type ListedEvent,
  type ListedSession,
  listPublicEvents,
  listSessions,
} from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { lineOf } from './list-events.ts';
import { mostGuests } from './most-guests.ts';

/**
 * Whether anybody may sign up now: `open`, `line` (all seats are taken, there is a waiting list), `locked` (it is soon: by phone
 * only), `closed` or `cancelled`.
 */
export type PublicDoor = 'open' | 'line' | 'locked' | 'closed' | 'cancelled';

/** An arrangement as anybody may see it: nothing of who comes, and not how many. Instants UTC ms. */
export type PublicEvent = {
  id: string;
  title: string;
  kind: string;
  audience: string;
  place: string;
  details: string;
  isOnline: boolean;
  sessions: readonly Pick<ListedSession, 'startsAt' | 'minutes'>[];
  startsAt: number;
  endsAt: number;
  /** The most guests each may bring, never more than there are seats beside their own. */
  guests: number;
  /** Until when one can sign up, where that is before it begins. */
  signUpUntil: number | null;
  door: PublicDoor;
  hasFewSeats: boolean;
  announcedAt: number;
  changedAt: number;
};

const MOST = 200;
/** So many free seats are few. */
const FEW = 5;

function doorOf(row: ListedEvent, now: number): Pick<PublicEvent, 'door' | 'hasFewSeats'> {
  const { free, isLocked, takesSignUps } = lineOf(row, [], now);
  const isFull = row.waiting > row.tooLarge || (free !== null && free <= 0);
  const hasFewSeats = takesSignUps && !isFull && free !== null && free <= FEW;
  if (row.state === 'cancelled') return { door: 'cancelled', hasFewSeats: false };
  if (takesSignUps) return { door: isFull ? 'line' : 'open', hasFewSeats };
  return { door: isLocked && now < row.endsAt ? 'locked' : 'closed', hasFewSeats: false };
}

function publicOf(row: ListedEvent, sessions: readonly ListedSession[], now: number): PublicEvent {
  const { id, title, kind, audience, place, details, startsAt, endsAt, signUpUntil } = row;
  return {
    ...{ id, title, kind, audience, place, details, startsAt, endsAt, signUpUntil },
    guests: mostGuests(row),
    ...doorOf(row, now),
    isOnline: row.videoSealed !== null,
    sessions: sessions.map((one) => ({ startsAt: one.startsAt, minutes: one.minutes })),
    announcedAt: row.announcedAt ?? row.createdAt,
    changedAt: row.changedAt,
  };
}

async function read(rt: Runtime, id?: string): Promise<PublicEvent[]> {
  const rows = await listPublicEvents(rt.db, rt.now(), MOST, id);
  const ids = rows.map((row) => row.id);
  const sessions = Map.groupBy(await listSessions(rt.db, ids), ({ eventId }) => eventId);
  return rows.map((row) => publicOf(row, sessions.get(row.id) ?? [], rt.now()));
}

/** The public arrangements that are not over, soonest first, at most 200; cancelled ones stay among them until their time has passed. */
export const listPublic = (rt: Runtime): Promise<PublicEvent[]> => read(rt);

/** One of them. Throws `not-found` for what is not public, not open yet, or over. */
export async function showPublic(rt: Runtime, id: string): Promise<PublicEvent> {
  const [event] = await read(rt, id);
  if (!event) throw new AppError('not-found');
  return event;
}
