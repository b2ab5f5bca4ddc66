import { findMessage } from '../../store/messages/messages.ts';
import { tellJourney } from '../journeys/tell-journey.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Tells the journey that a message of its did not and will not arrive; a person was told when that was recorded.
 * `reason` is from the closed list of refusals.
 */
export async function reportFailure(rt: Runtime, messageId: string, reason: string): Promise<void> {
  const message = await findMessage(rt.db, messageId);
  if (!message?.journeyId) return;
  const input = { kind: 'deliveryFailed', at: rt.now(), message: messageId, reason } as const;
  await tellJourney(rt, message.journeyId, input);
}
