// A relative's hours become others: what waits to be sent, and what sleeps, keeps to the new ones.
import type { KnownRelative } from '../../journey/engine/known.ts';
import { messageHours } from '../../journey/engine/message-hours.ts';
import { clockText } from '../../journey/time/clock.ts';
import { narrow, type SendWindow } from '../../journey/time/window.ts';
import { listRunningJourneys } from '../../store/journeys/journeys.ts';
import {
  listWaitingMessages,
  type MovedMessage,
  type WaitingMessage,
} from '../../store/messages/unsent-hours.ts';
import { takeTurns } from '../journeys/take-turn.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

export type Hours = KnownRelative['hours'];

/** The send window as the flow of a message narrowed it. */
const windowOf = (window: SendWindow, { windowFrom, windowTo, windowDays }: WaitingMessage): SendWindow =>
  narrow(window, {
    from: windowFrom === null ? undefined : clockText(windowFrom),
    to: windowTo === null ? undefined : clockText(windowTo),
    weekdays: windowDays === null ? undefined : [...windowDays].map(Number),
  });

/** When what waits to be sent to a relative leaves by other hours, from now on. */
export async function planHours(rt: Runtime, relativeId: string, hours: Hours): Promise<MovedMessage[]> {
  const [{ window }, waiting] = await Promise.all([
    getOrganisation(rt),
    listWaitingMessages(rt.db, relativeId),
  ]);
  return waiting.map((message) => {
    const at = Math.max(message.createdAt, Math.min(message.dueAt, rt.now()));
    const last = message.notAfter ?? undefined;
    const { dueAt, hours: kept } = messageHours(windowOf(window, message), hours, at, last);
    return { id: message.id, dueAt, hours: kept };
  });
}

/** Lets the journeys of a relative plan anew what sleeps; one that fails plans when its timer fires. */
export async function replanHours(rt: Runtime, relativeId: string, by: string): Promise<void> {
  const ids = await listRunningJourneys(rt.db, [relativeId]);
  const input = { kind: 'hoursChanged', at: rt.now(), by } as const;
  await takeTurns(
    rt,
    ids.map((journeyId) => ({ journeyId, input, beside: {} })),
  );
}
