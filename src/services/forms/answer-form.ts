// A questionnaire on the relative's page.
import type { State } from '../../journey/engine/state.ts';
import type { Flow, Form } from '../../journey/flow/flow.ts';
import { readReply } from '../../journey/reply/read-reply.ts';
import { AppError } from '../app-error.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { limitTries } from '../limit-tries.ts';
import { getOrganisation, tellingWords } from '../organisation.ts';
import type { OpenLink } from '../pages/find-link.ts';
import { loadVisit } from '../pages/load-visit.ts';
import type { PageVisit } from '../pages/resume-page.ts';
import type { Runtime } from '../runtime.ts';
import type { Answers } from './form-rows.ts';
import { type FormProblems, readAnswers, type Typed } from './read-answers.ts';

/** Whether a questionnaire can be answered, was, or is over. */
export type FormState = 'open' | 'answered' | 'over';

/** The questionnaire a link was sent with; undefined for any other page. */
export function formOf({ steps }: Flow, link: OpenLink): Form | undefined {
  const step = steps.find(({ id }) => id === link.step);
  return step?.kind === 'form' ? step : undefined;
}

/** Where the questionnaire of a step stands. */
export function formState({ status, awaiting, step, answers }: State, id: string): FormState {
  if (status === 'active' && awaiting === 'form' && step === id) return 'open';
  return answers[id] === 'answered' ? 'answered' : 'over';
}

/** In a quarter of an hour; one address may be a whole mobile network. */
const most = { journey: 20, address: 500 };

/** Words that sound like danger are not kept among the answers: they go to a person. */
async function apart(
  rt: Runtime,
  { id: step, questions }: Form,
  answers: Record<string, string>,
): Promise<Answers> {
  const words = tellingWords(await getOrganisation(rt));
  const isDanger = (text: string): boolean => {
    const { meaning, also } = readReply(text, 'nothing', words);
    return meaning === 'distress' || also === 'distress';
  };
  const told = questions.filter(({ kind, id }) => kind === 'words' && isDanger(answers[id] ?? ''));
  if (told.length === 0) return { step, answers };
  const kept = Object.entries(answers).filter(([id]) => told.every((question) => question.id !== id));
  return { step, answers: Object.fromEntries(kept), danger: told.map(({ id }) => answers[id]).join(' / ') };
}

/**
 * Sends in the questionnaire of a page, once, and tells where it then stands; with problems nothing is kept. The answers are
 * kept without a name, but for words that sound like danger, which reach the advisor. Throws `forbidden` before the factor
 * was shown, `not-found` where nothing is asked, `too-many`.
 */
export async function answerForm(
  rt: Runtime,
  { link, session }: PageVisit,
  { typed, address }: { typed: Typed; address: string },
): Promise<{ state: FormState; problems?: FormProblems }> {
  if (!session.verified) throw new AppError('forbidden');
  const { journey, flow } = await loadVisit(rt, link);
  const form = formOf(flow, link);
  if (!form) throw new AppError('not-found');
  const before = formState(journey.state, form.id);
  if (before !== 'open') return { state: before };
  await limitTries(rt, [
    { what: 'page.form', who: journey.id, most: most.journey },
    { what: 'page.form.address', who: address, most: most.address },
  ]);
  const read = readAnswers(form, typed);
  if (!read.ok) return { state: 'open', problems: read };
  const filled = await apart(rt, form, read.answers);
  const input = { kind: 'filled', at: rt.now(), step: form.id, answer: 'answered' } as const;
  const { state } = await takeTurn(rt, journey.id, input, { filled });
  return { state: formState(state, form.id) };
}
