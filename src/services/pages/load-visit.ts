import type { Known } from '../../journey/engine/known.ts';
import type { Flow, Invite } from '../../journey/flow/flow.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';
import { AppError } from '../app-error.ts';
import { knownOf } from '../journeys/known.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';

/** The journey a link belongs to, with its flow and what its texts may say. */
export type Loaded = { journey: LoadedJourney; flow: Flow; known: Known };

/** Loads what stands behind a link. Throws `session-ended` when there is no journey, or it is gone. */
export async function loadVisit(rt: Runtime, link: OpenLink): Promise<Loaded> {
  const journey = link.journeyId ? await rt.db.findJourney(link.journeyId) : undefined;
  if (!journey) throw new AppError('session-ended');
  const [flow, organisation] = await Promise.all([getFlow(rt, journey.flowId), getOrganisation(rt)]);
  return { journey, flow, known: knownOf(rt, organisation, journey) };
}

/** The invitation a link was sent with; undefined for any other page. */
export function inviteOf(flow: Flow, link: OpenLink): Invite | undefined {
  const step = flow.steps.find((one) => one.id === link.step);
  return step?.kind === 'invite' ? step : undefined;
}

/** What came of an invitation: still open, answered, or over without an answer. */
export type InviteState = 'open' | 'accepted' | 'declined' | 'expired' | 'closed';

/** Where the invitation at a step stands in this journey. */
export function inviteState(state: LoadedJourney['state'], step: string): InviteState {
  if (state.status === 'active' && state.awaiting === 'acceptance' && state.step === step) return 'open';
  const answer = state.answers[step];
  return answer === 'accepted' || answer === 'declined' || answer === 'expired' ? answer : 'closed';
}
