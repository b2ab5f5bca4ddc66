import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { takeTurn } from '../take-turn.ts';
import { type InviteState, inviteOf, inviteState, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';

/**
 * Answers an invitation on its page and tells where it then stands: of two answers at once the first counts, and the second
 * learns it. `language` is the one the wording was read in. Throws `forbidden` before the factor was shown, `not-found` where nothing was asked.
 */
export async function answerPage(
  rt: Runtime,
  visit: PageVisit,
  order: { answer: 'ja' | 'nej'; language: string },
): Promise<InviteState> {
  const { link, session } = visit;
  if (!session.verified) throw new AppError('forbidden');
  const { flow, journey } = await loadVisit(rt, link);
  const step = inviteOf(flow, link);
  if (!step) throw new AppError('not-found');
  const before = inviteState(journey.state, step.id);
  if (before !== 'open') return before;
  const language = flow.languages.includes(order.language) ? order.language : link.language;
  const { state } = await takeTurn(rt, link.journeyId, {
    kind: 'answered',
    at: rt.now(),
    step: step.id,
    answer: order.answer,
    language,
  });
  return inviteState(state, step.id);
}
