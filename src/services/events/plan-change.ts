import type { EventChange } from '../../store/events/change-events.ts';
import type { ListedSession } from '../../store/events/event-lists.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import type { CheckedEvent } from './check-event.ts';
import { contentOf } from './event-rows.ts';
import { keepSessions } from './keep-sessions.ts';
import type { EventAndSessions } from './own-event.ts';

/** Where one joins by video; empty when one does not. */
export const videoOf = (rt: Runtime, { row }: EventAndSessions): string =>
  row.videoSealed ? openText(rt, 'events.video', row.id, row.videoSealed) : '';

const isSameTime = (sessions: EventAndSessions['sessions'], next: CheckedEvent['sessions']): boolean =>
  sessions.length === next.length &&
  sessions.every((s, i) => s.startsAt === next[i]?.startsAt && s.minutes === next[i]?.minutes);

/** Whether people must be told: it is at another time or place. */
export function isMove(rt: Runtime, event: EventAndSessions, next: CheckedEvent): boolean {
  const { row, sessions } = event;
  const isSamePlace =
    row.place === next.place && row.smsPlace === next.smsPlace && videoOf(rt, event) === next.video;
  return !isSamePlace || !isSameTime(sessions, next.sessions);
}

/** What a change of an arrangement as it was `seen` writes; `takenOut` are its sessions that were taken out before. */
export function planChange(
  rt: Runtime,
  event: EventAndSessions & { takenOut: readonly ListedSession[] },
  next: CheckedEvent,
  seen: number,
): EventChange {
  const { row, sessions, takenOut } = event;
  const isMoved = row.state === 'open' && isMove(rt, event, next);
  const isDraft = row.state === 'draft';
  const last = Math.max(0, ...[...sessions, ...takenOut].map(({ n }) => n));
  return {
    id: row.id,
    seen,
    content: contentOf(rt, row.id, next),
    sessions: keepSessions(isDraft ? [] : sessions, isDraft ? 0 : last, next.sessions),
    isMoved,
    isReplanned: !isMoved && row.remindDays !== JSON.stringify(next.remindDays),
  };
}
