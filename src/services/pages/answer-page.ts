import type { Invite } from '../../journey/flow/flow.ts';
import { AppError } from '../app-error.ts';
import { tellEvents } from '../events/tell-events.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import type { Runtime } from '../runtime.ts';
import { type InviteState, inviteOf, inviteState, type Loaded, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';
import { tellLateAnswer } from './tell-late-answer.ts';

/** What is pressed; `attend` is the anchor of the arrangement a yes is for where there are several, `guests` how many come along. */
type Order = { answer: 'ja' | 'nej'; language: string; attend?: string; guests?: number };

/** Of an arrangement one can still sign off, of a place in its line too. */
const mayAnswer = (state: InviteState, { attend }: Invite, answer: Order['answer']): boolean =>
  state === 'open' ||
  (answer === 'nej' && attend !== undefined && (state === 'accepted' || state === 'waiting'));

/** Which arrangement, and with how many. Throws `field-missing` (arrangement) where one of several must be chosen, `field-unreadable`, `too-many-guests`. */
function wishOf({ journey }: Loaded, { attend }: Invite, order: Order): Pick<Order, 'attend' | 'guests'> {
  if (!attend || order.answer === 'nej') return {};
  const open = attend.anchors.filter((anchor) => journey.state.events?.[anchor]?.seat !== 'closed');
  if (order.attend === undefined && open.length > 1) throw new AppError('field-missing', 'arrangement');
  const anchor = order.attend ?? open[0];
  if (anchor === undefined || !open.includes(anchor)) throw new AppError('field-unreadable', 'arrangement');
  const { guests = 0 } = order;
  const most = journey.events?.[anchor]?.guests ?? 0;
  if (!Number.isInteger(guests) || guests < 0) throw new AppError('field-unreadable', 'gaester');
  if (guests > most) throw new AppError('too-many-guests', 'gaester');
  return { attend: anchor, guests };
}

async function take(rt: Runtime, visit: PageVisit, loaded: Loaded, step: Invite, order: Order) {
  const { flow, journey } = loaded;
  const before = inviteState(journey.state, step);
  if (!mayAnswer(before, step, order.answer)) return before;
  const language = flow.languages.includes(order.language) ? order.language : visit.link.language;
  const wish = wishOf(loaded, step, order);
  const input = {
    kind: 'answered',
    at: rt.now(),
    step: step.id,
    answer: order.answer,
    language,
    ...wish,
  } as const;
  const { state } = await takeTurn(rt, journey.id, input);
  if (state.awaiting !== 'seat') return inviteState(state, step);
  await tellEvents(rt, state.events?.[state.wanted?.anchor ?? '']?.id);
  return inviteState((await loadVisit(rt, visit.link)).journey.state, step);
}

/**
 * Answers an invitation on its page and tells where it then stands: of two answers at once the first counts, and the second
 * learns it. An answer that comes too late and differs is told to the advisor. `language` is the one the wording was read in.
 * Throws `forbidden` before the factor was shown, `not-found` where nothing was asked, and what is wrong with the wish.
 */
export async function answerPage(rt: Runtime, visit: PageVisit, order: Order): Promise<InviteState> {
  const { link, session } = visit;
  if (!session.verified) throw new AppError('forbidden');
  const loaded = await loadVisit(rt, link);
  const step = inviteOf(loaded.flow, link);
  if (!step) throw new AppError('not-found');
  const standing = await take(rt, visit, loaded, step, order);
  await tellLateAnswer(rt, link, { pressed: order.answer, standing, step: step.id });
  return standing;
}
