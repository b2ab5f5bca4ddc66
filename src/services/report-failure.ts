import { alertRow, raiseAlerts } from '../store/alerts.ts';
import { findMessage } from '../store/messages.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

/** Tells the journey, or a person when no journey sent it, that a message did not and will not arrive. `reason` is from the closed list of refusals. */
export async function reportFailure(rt: Runtime, messageId: string, reason: string): Promise<void> {
  const message = await findMessage(rt.db, messageId);
  if (!message) return;
  const at = rt.now();
  if (message.journeyId) {
    await takeTurn(rt, message.journeyId, { kind: 'deliveryFailed', at, message: messageId, reason });
    return;
  }
  const alert = { id: `delivery.${messageId}`, kind: 'delivery', audience: 'advisor', text: reason } as const;
  const about = { relativeId: message.relativeId, messageId, raisedAt: at };
  await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, { ...alert, ...about }));
}
