import { CALLS, closeEventCalls, listEventCalls } from '../../store/events/named-places.ts';
import type { PlaceToTell } from '../../store/journeys/places-to-tell.ts';
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

/** Why nobody is asked to call: whoever has died or is left in peace, and what stands as an alert of its own. */
const NO_CALL = new Set(['circle-held', 'broken']);

/** Asks staff to call a relative who has a place and could not be told of something, once for each telling. */
export async function raiseUntold(rt: Runtime, place: PlaceToTell, why: string): Promise<void> {
  const { attendance, telling, relativeId, seat, eventId } = place;
  if (NO_CALL.has(why) || (seat !== 'yes' && seat !== 'waiting')) return;
  const alert = {
    id: `event-untold.${attendance}.${telling}`,
    kind: 'event-untold',
    audience: 'advisor',
    relativeId,
    step: eventId,
    raisedAt: rt.now(),
  };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
}
