import type { Known } from '../../journey/engine/known.ts';
import type { Seat } from '../../journey/engine/state.ts';
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

/**
 * What came of an invitation: still open, answered, or over without an answer. A yes to an arrangement can have led to its
 * waiting list, have come too late, or still wait for what comes of it (`asked`).
 */
export type InviteState =
  | 'open'
  | 'accepted'
  | 'waiting'
  | 'tooLate'
  | 'asked'
  | 'declined'
  | 'expired'
  | 'closed';

const SEATS: Partial<Record<Seat, InviteState>> = { yes: 'accepted', waiting: 'waiting', closed: 'tooLate' };

function seatState({ awaiting, events }: LoadedJourney['state'], anchors: readonly string[]): InviteState {
  if (awaiting === 'seat') return 'asked';
  const seats = anchors.flatMap((anchor) => SEATS[events?.[anchor]?.seat ?? 'no'] ?? []);
  return seats[0] ?? 'declined';
}

/** Where the invitation at a step stands in this journey. */
export function inviteState(
  state: LoadedJourney['state'],
  { id: step, attend }: Pick<Invite, 'id' | 'attend'>,
): InviteState {
  if (state.status === 'active' && state.awaiting === 'acceptance' && state.step === step) return 'open';
  const answer = state.answers[step];
  if (attend && answer === 'accepted') return seatState(state, attend.anchors);
  return answer === 'accepted' || answer === 'declined' || answer === 'expired' ? answer : 'closed';
}
