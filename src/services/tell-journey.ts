import type { Input } from '../journey/engine/inputs.ts';
import { mayPass, reportBroken } from './report-broken.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

/**
 * Tells a journey what happened where others must be told as well: one that cannot go on is left to a person and keeps
 * nobody from the rest. Throws only what may pass.
 */
export async function tellJourney(rt: Runtime, journeyId: string, input: Input): Promise<void> {
  try {
    await takeTurn(rt, journeyId, input);
  } catch (error) {
    if (mayPass(error)) throw error;
    // Without the instant: what is told again at every beat is one thing for a person to look at.
    await reportBroken(rt, { id: `${journeyId}.${input.kind}`, error, journeyId });
  }
}
