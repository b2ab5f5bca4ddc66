// What the questionnaire about an event was answered with.
import { z } from '@hono/zod-openapi';
import { type Evaluation, showEvaluation } from '../../services/forms/show-evaluation.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { count, Id, PageQuery, pageOf } from './frame/shapes.ts';

const Question = z.object({
  id: z.string().openapi({ example: 'udbytte' }),
  kind: z.enum(['scale', 'yesno', 'choice', 'words']).openapi({ example: 'scale' }),
  text: z.string().openapi({ example: 'Hvor meget fik du ud af det?' }),
  answered: count(9),
  counts: z.array(z.object({ value: z.string().openapi({ example: '4' }), count: count(6) })),
  words: z.array(z.string()).openapi({ description: 'In no order; empty for readers.' }),
});

const EventEvaluation = z
  .object({
    flow: z.string().openapi({ example: 'arrangement' }),
    step: z.string().openapi({ example: 'skema' }),
    asked: count(14),
    answered: count(9),
    questions: z
      .array(Question)
      .openapi({ description: 'Empty until five have answered, so that nobody can be known by an answer.' }),
  })
  .openapi('EventEvaluation');

const toEvaluation = ({
  flow,
  step,
  asked,
  answered,
  questions,
}: Evaluation): z.input<typeof EventEvaluation> => ({
  ...{ flow, step, asked, answered },
  questions: questions.map(({ id, kind, text, answered: told, counts, words }) => ({
    ...{ id, kind, text, words },
    answered: told,
    counts: counts.map(({ value, n }) => ({ value, count: n })),
  })),
});

const show = operation({
  id: 'showEventEvaluation',
  tag: 'events',
  method: 'get',
  path: '/events/{event}/evaluation',
  words: {
    da: 'Hvad skemaet om et arrangement er besvaret med, uden navne',
    en: 'What the questionnaire about an event was answered with, without names',
  },
  scope: 'events:read',
  right: 'look',
  params: z.strictObject({ event: Id }),
  query: PageQuery,
  answer: pageOf(EventEvaluation).openapi('EventEvaluationPage'),
  async run({ rt, staff, params, query }) {
    const all = await showEvaluation(rt, staff, params.event);
    const { lines, next } = pageOfAll('evaluation', all, query, ({ flow, step }) => `${flow}.${step}`);
    return { data: lines.map(toEvaluation), next };
  },
});

export const evaluationOperations = [show];
