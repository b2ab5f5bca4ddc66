// What a questionnaire was answered with, in numbers and words, once so many have answered that nobody can be known by it.

import { openFields } from '../../journey/engine/fields.ts';
import { sampleKnown } from '../../journey/engine/sample-known.ts';
import type { Flow, Question } from '../../journey/flow/flow.ts';
import { choicesOf } from '../../journey/flow/questions.ts';
import {
  type About,
  type AnswerCount,
  countAnswers,
  countWords,
  listTurnouts,
  listWords,
  type Turnout,
  type WordsRow,
} from '../../store/forms/evaluations.ts';
import { getNewestFlow } from '../journeys/load-flow.ts';
import { getOrganisation } from '../organisation.ts';
import { openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { mayStaff, requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { type QuestionView, viewQuestions } from './view-questions.ts';

/** Answers are shown once so many have answered. */
export const LEAST_ANSWERED = 5;

const MOST_WORDS_SHOWN = 500;

/** One question with its answers: how often each was chosen, all it can be answered with included, or the words. */
export type QuestionResult = QuestionView & {
  counts: { value: string; n: number }[];
  /** How many answered it. */
  answered: number;
  /** At most 500 in all, by chance. */
  words: string[];
};

/** One questionnaire. `isShown` is false while fewer than five have answered: then there are no questions in it. */
export type Evaluation = Turnout & {
  flowTitle: string;
  isShown: boolean;
  /** Words are for those who care for relatives. */
  hidesWords: boolean;
  questions: QuestionResult[];
};

type Found = {
  counts: readonly AnswerCount[];
  words: readonly WordsRow[];
  written: readonly Omit<AnswerCount, 'value'>[];
};

/** The questions as the newest version of the flow asks them, and those only an earlier one asked by their ids. */
async function questionsOf(rt: Runtime, { flow: name, step: id }: Turnout, found: Found) {
  const newest = await getNewestFlow(rt, name).catch(() => undefined);
  const step = newest?.flow.steps.find((one) => one.id === id);
  const questions: readonly Question[] = step?.kind === 'form' ? step.questions : [];
  const views = newest ? await viewNameless(rt, newest.flow, questions) : [];
  const known = new Set(questions.map((one) => one.id));
  const gone = [...new Set([...found.counts, ...found.written].map(({ question }) => question))].filter(
    (one) => !known.has(one),
  );
  return {
    title: newest?.flow.title ?? name,
    views: [
      ...views.map((view, n) => ({ view, values: questions[n] ? choicesOf(questions[n]) : [] })),
      ...gone.map((one) => ({ view: lost(one, found.written), values: [] as string[] })),
    ],
  };
}

const lost = (id: string, written: Found['written']): QuestionView => ({
  kind: written.some(({ question }) => question === id) ? 'words' : 'choice',
  id,
  text: id,
  choices: [],
});

/** The questions as they are for everybody: in the flow's first language, what differs from one to the other left open. */
async function viewNameless(rt: Runtime, flow: Flow, questions: readonly Question[]) {
  const organisation = { ...(await getOrganisation(rt)), linkLength: 0 };
  const open = Object.keys(flow.anchors).flatMap((name) =>
    ['dato', 'tid', 'titel', 'sted'].map((end) => [`${name}_${end}`, '…'] as const),
  );
  const fields = openFields(sampleKnown({ tiltale: '…' }, organisation), {}, 'da');
  const language = flow.languages[0] ?? 'da';
  return viewQuestions(flow, { questions: [...questions] }, language, {
    ...fields,
    ...Object.fromEntries(open),
  });
}

async function resultOf(
  rt: Runtime,
  turnout: Turnout,
  found: Found,
  hidesWords: boolean,
): Promise<Evaluation> {
  const isShown = turnout.answered >= LEAST_ANSWERED;
  const { title, views } = await questionsOf(rt, turnout, found);
  const questions = views.map(({ view, values }): QuestionResult => {
    const counted = found.counts.filter(({ question }) => question === view.id);
    const all = [...new Set([...values, ...counted.map(({ value }) => value)])];
    const counts = all.map((value) => ({ value, n: counted.find((one) => one.value === value)?.n ?? 0 }));
    const written = found.words.filter(({ question }) => question === view.id);
    const answers =
      view.kind === 'words' ? found.written.filter(({ question }) => question === view.id) : counts;
    const answered = answers.reduce((sum, { n }) => sum + n, 0);
    const words = hidesWords
      ? []
      : written.map(({ id, wordsSealed }) => openText(rt, 'form_answers.words', id, wordsSealed));
    return { ...view, counts: view.kind === 'words' ? [] : counts, answered, words };
  });
  return { ...turnout, flowTitle: title, isShown, hidesWords, questions: isShown ? questions : [] };
}

async function evaluate(rt: Runtime, staff: Staff, about: About): Promise<Evaluation[]> {
  const turnouts = await listTurnouts(rt.db, about);
  if (turnouts.length === 0) return [];
  const isAny = turnouts.some(({ answered }) => answered >= LEAST_ANSWERED);
  const [counts, words, written] = isAny
    ? await Promise.all([
        countAnswers(rt.db, about),
        listWords(rt.db, about, MOST_WORDS_SHOWN),
        countWords(rt.db, about),
      ])
    : [[], [], []];
  const hidesWords = !mayStaff(staff, 'care');
  return Promise.all(
    turnouts.map((turnout) => {
      const isIts = (row: { flow: string; step: string }) =>
        row.flow === turnout.flow && row.step === turnout.step;
      const found = {
        counts: counts.filter(isIts),
        words: words.filter(isIts),
        written: written.filter(isIts),
      };
      return resultOf(rt, turnout, found, hidesWords);
    }),
  );
}

/** The questionnaires about an arrangement. Throws `not-found`. */
export async function showEvaluation(rt: Runtime, staff: Staff, eventId: string): Promise<Evaluation[]> {
  await requireSight(rt, staff, 'look', 'event', eventId);
  return evaluate(rt, staff, { eventId });
}

/** The questionnaires of a flow about no arrangement, of the relatives in sight. */
export async function showFlowEvaluation(rt: Runtime, staff: Staff, flow: string): Promise<Evaluation[]> {
  requireRight(staff, 'look');
  return evaluate(rt, staff, { flow, sight: sightOf(staff) });
}
