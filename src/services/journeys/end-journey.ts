import type { Runtime } from '../runtime.ts';
import { takeTurn } from './take-turn.ts';

/** Ends a journey for a reason; what it composed and has not sent is taken back. */
export async function endJourney(rt: Runtime, journeyId: string, reason: string, by: string): Promise<void> {
  const entry = { kind: 'journey.ended', actor: by, subject: journeyId, body: { reason } };
  await takeTurn(rt, journeyId, { kind: 'ended', at: rt.now(), reason, by }, { entry });
}
