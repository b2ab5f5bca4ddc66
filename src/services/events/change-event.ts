import { countToTell } from '../../store/events/attendance-lists.ts';
import { changeEvents } from '../../store/events/events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import {
  type CheckedEvent,
  checkEvent,
  type EventForm,
  type EventProblem,
  eventError,
} from './check-event.ts';
import { contentOf, sessionsOf } from './event-rows.ts';
import { type EventAndSessions, ownEvent } from './own-event.ts';
import { tellEvents } from './tell-events.ts';

/** Who is told of a change, by how they stand and how they are reached; `channel` null: by staff, since only a name is known. */
export type ToTell = { state: string; channel: string | null; count: number };

/** What a change would do, before it is done. */
export type ChangePreview = {
  /** Another time, place or video link: everyone who is in it, invited or in line is told once. */
  isMoved: boolean;
  tells: ToTell[];
  /** People in line who would get a seat at once. */
  capacityGrows: boolean;
  problems: EventProblem[];
};

const isSameTime = (sessions: EventAndSessions['sessions'], next: CheckedEvent['sessions']): boolean =>
  sessions.length === next.length &&
  sessions.every((s, i) => s.startsAt === next[i]?.startsAt && s.minutes === next[i]?.minutes);

/** Whether people must be told: it is at another time or place. */
function isMove(rt: Runtime, { row, sessions }: EventAndSessions, next: CheckedEvent): boolean {
  const video = row.videoSealed ? openText(rt, 'events.video', row.id, row.videoSealed) : '';
  const isSamePlace = row.place === next.place && row.smsPlace === next.smsPlace && video === next.video;
  return !isSamePlace || !isSameTime(sessions, next.sessions);
}

async function checkAgainst(rt: Runtime, staff: Staff, event: EventAndSessions, form: EventForm) {
  const { row, sessions } = event;
  const before = { ...row, startsAt: sessions.map(({ startsAt }) => startsAt) };
  const checked = await checkEvent(rt, staff, form, before);
  if ('problems' in checked) return checked;
  const begun = before.startsAt.filter((startsAt) => startsAt <= rt.now());
  if (begun.some((startsAt, i) => checked.event.sessions[i]?.startsAt !== startsAt))
    return { problems: [{ field: 'sessions', code: 'date-past' } as const] };
  const { capacity } = checked.event;
  const isTooFew = capacity !== null && capacity < row.seats;
  return isTooFew ? { problems: [{ field: 'capacity', code: 'seats-taken' } as const] } : checked;
}

/** Shows what a change of an open arrangement would do, and whom it tells. Throws `not-found`, `forbidden`. */
export async function previewChange(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: EventForm,
): Promise<ChangePreview> {
  const event = await ownEvent(rt, staff, id);
  const checked = await checkAgainst(rt, staff, event, form);
  const none = { isMoved: false, tells: [], capacityGrows: false };
  if ('problems' in checked) return { ...none, problems: checked.problems };
  const isMoved = event.row.state === 'open' && isMove(rt, event, checked.event);
  const { capacity } = event.row;
  const next = checked.event.capacity;
  return {
    isMoved,
    tells: isMoved ? await countToTell(rt.db, id) : [],
    capacityGrows: capacity !== null && (next === null || next > capacity) && event.row.waiting > 0,
    problems: [],
  };
}

/**
 * Changes an arrangement as it was `seen` (`changedAt`). When it is moved, everyone who is in it, invited or in line is told
 * once of what holds now; seats that come free go to those who wait. Throws `not-found`, `forbidden`, the first problem
 * of `checkEvent`, `date-past` for a session that has begun and would change, `seats-taken` for fewer seats than are taken,
 * and `changed-meanwhile` when it was, or is over.
 */
export async function changeEvent(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: EventForm & { seen: number },
): Promise<void> {
  const event = await ownEvent(rt, staff, id);
  const checked = await checkAgainst(rt, staff, event, form);
  if ('problems' in checked) throw eventError(checked.problems);
  const isMoved = isMove(rt, event, checked.event);
  const kind = isMoved && event.row.state === 'open' ? 'event.moved' : 'event.changed';
  const changed = await rt.db.lane.put(changeEvents, {
    id,
    seen,
    at: rt.now(),
    content: contentOf(rt, id, checked.event),
    sessions: sessionsOf(id, checked.event),
    isMoved,
    ledger: [ledgerRow(rt, { kind, actor: staff.id, subject: id })],
  });
  if (!changed) throw new AppError('changed-meanwhile');
  await tellEvents(rt, id);
}
