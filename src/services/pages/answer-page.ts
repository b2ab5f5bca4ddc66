import { AppError } from '../app-error.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import type { Runtime } from '../runtime.ts';
import { type InviteState, inviteOf, inviteState, type Loaded, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';
import { tellLateAnswer } from './tell-late-answer.ts';

type Order = { answer: 'ja' | 'nej'; language: string };

async function take(
  rt: Runtime,
  { link }: PageVisit,
  { flow, journey }: Loaded,
  order: Order & { step: string },
): Promise<InviteState> {
  const before = inviteState(journey.state, order.step);
  if (before !== 'open') return before;
  const language = flow.languages.includes(order.language) ? order.language : link.language;
  const { step, answer } = order;
  const input = { kind: 'answered', at: rt.now(), step, answer, language } as const;
  const { state } = await takeTurn(rt, journey.id, input);
  return inviteState(state, step);
}

/**
 * Answers an invitation on its page and tells where it then stands: of two answers at once the first counts, and the second
 * learns it. An answer that comes too late and differs is told to the advisor. `language` is the one the wording was read in.
 * Throws `forbidden` before the factor was shown, `not-found` where nothing was asked.
 */
export async function answerPage(rt: Runtime, visit: PageVisit, order: Order): Promise<InviteState> {
  const { link, session } = visit;
  if (!session.verified) throw new AppError('forbidden');
  const loaded = await loadVisit(rt, link);
  const step = inviteOf(loaded.flow, link)?.id;
  if (!step) throw new AppError('not-found');
  const standing = await take(rt, visit, loaded, { ...order, step });
  await tellLateAnswer(rt, link, { pressed: order.answer, standing, step });
  return standing;
}
