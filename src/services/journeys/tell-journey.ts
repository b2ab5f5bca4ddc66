import type { Input } from '../../journey/engine/inputs.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { takeTurn } from './take-turn.ts';

const PAGE = 200;

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

/** What several journeys are told. */
export type Tellings = readonly { journeyId: string; input: Input }[];

/** Tells several journeys at once, a page at a time: those of a page share the select and the commit. Throws only what may pass, once all of the page were told. */
export async function tellJourneys(rt: Runtime, tellings: Tellings): Promise<void> {
  for (let from = 0; from < tellings.length; from += PAGE) {
    const page = tellings.slice(from, from + PAGE);
    const fates = await Promise.allSettled(
      page.map(({ journeyId, input }) => tellJourney(rt, journeyId, input)),
    );
    for (const fate of fates) if (fate.status === 'rejected') throw fate.reason;
  }
}
