import { yesToTakeBack } from '../../journey/engine/settle.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';
import { getFlow } from '../journeys/load-flow.ts';
import type { Runtime } from '../runtime.ts';

/**
 * The journey whose JA an unasked NEJ takes back: the only one at this phone that was said yes to for a date still to come,
 * as an appointment is. While anything else is asked there, or with two such dates, none: a person decides.
 */
export async function chooseTakenBack(
  rt: Runtime,
  journeys: readonly LoadedJourney[],
): Promise<LoadedJourney | undefined> {
  if (journeys.some(({ state }) => state.awaiting === 'answer')) return undefined;
  const about = journeys.filter((j) => !j.sharedPhone && j.channel === 'sms');
  const flows = await Promise.all(about.map(({ flowId }) => getFlow(rt, flowId)));
  const said = about.filter(({ state }, i) => {
    const flow = flows[i];
    return flow && yesToTakeBack(flow, state, rt.now());
  });
  return said.length === 1 ? said[0] : undefined;
}
