import type { EventContent } from '../../store/events/change-events.ts';
import type { SessionRow } from '../../store/events/events.ts';
import { seal } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import { type CheckedEvent, spanOf } from './check-event.ts';

/** What is written of a checked arrangement under this id. */
export function contentOf(rt: Runtime, id: string, event: CheckedEvent): EventContent {
  const { video, remindDays, isPublic, sessions, ...rest } = event;
  return {
    ...rest,
    ...spanOf(sessions),
    videoSealed: video === '' ? null : seal(rt.db.keys, `events.video:${id}`, video),
    remindDays: JSON.stringify(remindDays),
    isPublic: isPublic ? 1 : 0,
  };
}

/** The sessions of a new one, counted from 1. */
export const sessionsOf = (eventId: string, { sessions }: CheckedEvent): SessionRow[] =>
  sessions.map(({ startsAt, minutes }, i) => ({ eventId, n: i + 1, startsAt, minutes }));
