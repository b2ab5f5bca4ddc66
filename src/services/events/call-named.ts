import { CALLS, closeEventCalls, listEventCalls } from '../../store/events/named-places.ts';
import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import type { Runtime } from '../runtime.ts';

const PAGE = 50;

/**
 * Asks staff to call those who are known by a name alone and are to be told of something: one alert for an arrangement, until
 * it moves or somebody gets a seat again. Gives how many were raised.
 */
export async function raiseEventCalls(rt: Runtime, event?: string): Promise<number> {
  const calls = await listEventCalls(rt.db, rt.now(), PAGE, event);
  const alerts = calls.map(({ alert, eventId }) =>
    alertRow(rt.db.keys, {
      id: alert,
      kind: CALLS,
      audience: 'coordinator',
      step: eventId,
      raisedAt: rt.now(),
    }),
  );
  await Promise.all(alerts.map((alert) => rt.db.lane.put(raiseAlerts, alert)));
  return calls.length;
}

/** Takes back what asks for calls when the last of them was made. */
export const settleEventCalls = (rt: Runtime, eventId: string): Promise<void> =>
  rt.db.lane.put(closeEventCalls, { eventId, at: rt.now() });
