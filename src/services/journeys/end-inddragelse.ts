import { listRunningInCircle, listUnconsented } from '../../store/people/circle-lists.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { endJourney } from './end-journey.ts';
import { getFlow } from './load-flow.ts';

/** A circle holds a handful of relatives; more journeys than this are ended by asking again. */
const MOST = 200;

export const CONSENT_WITHDRAWN = 'borgeren er ikke længere indforstået';

/** The running journeys of a circle that speak with staff about the resident (track inddragelse). */
export async function listInddragelse(rt: Runtime, circleId: string) {
  const running = await listRunningInCircle(rt.db, circleId, MOST);
  const flows = await Promise.all(running.map(({ flowId }) => getFlow(rt, flowId)));
  return running.filter((_, i) => flows[i]?.track === 'inddragelse');
}

/**
 * Ends the journeys of a circle that need the resident's consent, once it is withdrawn; those of the track støtte go on.
 * Gives how many ended. One that cannot end is left to a person and keeps no other from ending; throws only what may pass.
 */
export async function endInddragelse(rt: Runtime, circleId: string, by: string): Promise<number> {
  const journeys = await listInddragelse(rt, circleId);
  for (const { id } of journeys)
    try {
      await endJourney(rt, id, CONSENT_WITHDRAWN, by);
    } catch (error) {
      if (mayPass(error)) throw error;
      await reportBroken(rt, { id: `${id}.consent-withdrawn`, error, journeyId: id });
    }
  return journeys.length;
}

/** Ends what a fault between a withdrawal and its journeys left running. Gives in how many circles. */
export async function endUnconsented(rt: Runtime): Promise<number> {
  if (await rt.db.isHeldBack()) return 0;
  const circles = await listUnconsented(rt.db, MOST);
  for (const id of circles) await endInddragelse(rt, id, 'house');
  return circles.length;
}
