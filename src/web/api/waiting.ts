import { z } from '@hono/zod-openapi';
import { retryTimer } from '../../services/journeys/retry-timer.ts';
import { listTasks } from '../../services/waiting/list-tasks.ts';
import { pageAlerts } from '../../services/waiting/page-alerts.ts';
import { reopenAlert } from '../../services/waiting/reopen-alert.ts';
import { settleAlert } from '../../services/waiting/settle-alert.ts';
import { settleTask, TASK_OUTCOMES } from '../../services/waiting/settle-task.ts';
import { showLetter } from '../../services/waiting/show-letter.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, Nothing, PageQuery, pageOf, toInstant } from './frame/shapes.ts';

const name = z.string().nullable().openapi({ example: 'Pårørende 1' });
const text = z.string().openapi({ example: 'Ring og spørg, om tiden passer.' });
const step = z.string().nullable().openapi({ example: 'husk-samtale' });

const alerts = operation({
  id: 'listAlerts',
  tag: 'alerts',
  method: 'get',
  path: '/alerts',
  words: { da: 'Åbne varsler, de hastende først', en: 'Open alerts, the urgent ones first' },
  scope: 'alerts:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(
    z.object({
      id: Id,
      kind: z.string().openapi({ example: 'reply' }),
      urgent: z.boolean().openapi({ example: false }),
      audience: z.string().openapi({ example: 'advisor' }),
      raisedAt: Instant,
      relative: Id.nullable(),
      name,
      journey: Id.nullable(),
      reply: Id.nullable(),
      text,
    }),
  ).openapi('AlertPage'),
  async run({ rt, staff, query: { cursor, limit } }) {
    const place = readCursor('alerts', cursor);
    const after = place && { at: place.at, id: place.id, urgent: place.more === 'urgent' };
    const { lines, next } = await pageAlerts(rt, staff, { most: limit, ...(after ? { after } : {}) });
    return {
      data: lines.map((line) => ({
        id: line.id,
        kind: line.kind,
        urgent: line.urgent === 1,
        audience: line.audience,
        raisedAt: toInstant(line.raisedAt),
        relative: line.relativeId,
        name: line.name ?? null,
        journey: line.journeyId,
        reply: line.replyId,
        text: line.text,
      })),
      next: next ? writeCursor(['alerts', next.at, next.id, next.urgent ? 'urgent' : '']) : null,
    };
  },
});

const ofAlert = {
  tag: 'alerts',
  method: 'post',
  scope: 'alerts:write',
  right: 'care',
  params: z.strictObject({ alert: Id }),
  answer: Nothing,
} as const;

const done = operation({
  ...ofAlert,
  id: 'settleAlert',
  path: '/alerts/{alert}/done',
  words: { da: 'Et varsel er set til', en: 'An alert was seen to' },
  async run({ rt, staff, params }) {
    await settleAlert(rt, staff, params.alert);
    return {};
  },
});

const reopen = operation({
  ...ofAlert,
  id: 'reopenAlert',
  path: '/alerts/{alert}/reopen',
  words: {
    da: 'Åbn et varsel igen, som er lukket ved en fejl inden for et døgn',
    en: 'Open an alert again that was closed by mistake within a day',
  },
  async run({ rt, staff, params }) {
    await reopenAlert(rt, staff, params.alert);
    return {};
  },
});

const retry = operation({
  ...ofAlert,
  id: 'retryAlert',
  path: '/alerts/{alert}/retry',
  words: {
    da: 'Lad et forløb, der ikke kunne gå videre, prøve igen; varslet lukkes',
    en: 'Let a journey that could not go on try again; the alert is closed',
  },
  async run({ rt, staff, params }) {
    await retryTimer(rt, staff, params.alert);
    return {};
  },
});

const tasks = operation({
  id: 'listTasks',
  tag: 'tasks',
  method: 'get',
  path: '/tasks',
  words: {
    da: 'Opkald og breve, der venter, de ældste først',
    en: 'Calls and letters that wait, the oldest first',
  },
  scope: 'tasks:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(
    z.object({
      id: Id,
      channel: z.string().openapi({ example: 'ring', description: 'ring or brev' }),
      relative: Id.nullable(),
      name,
      number: z.string().nullable().openapi({ example: '20 00 00 01' }),
      step,
      text,
      asks: z.boolean().openapi({ example: true, description: 'The journey waits for JA or NEJ.' }),
      form: z.boolean().openapi({
        example: false,
        description: 'A questionnaire, filled in at the desk; nej settles it when nobody wants to answer.',
      }),
      dueAt: Instant,
    }),
  ).openapi('TaskPage'),
  async run({ rt, staff, query: { cursor, limit } }) {
    const place = readCursor('tasks', cursor);
    const after = place && { at: place.at, id: place.id };
    const { lines, next } = await listTasks(rt, staff, after, limit);
    return {
      data: lines.map((line) => ({
        id: line.id,
        channel: line.channel,
        relative: line.relativeId,
        name: line.name ?? null,
        number: line.number ?? null,
        step: line.step,
        text: line.text,
        asks: line.asks,
        form: line.form,
        dueAt: toInstant(line.dueAt),
      })),
      next: next ? writeCursor(['tasks', next.at, next.id]) : null,
    };
  },
});

const settle = operation({
  id: 'settleTask',
  tag: 'tasks',
  method: 'post',
  path: '/tasks/{task}/settle',
  words: {
    da: 'Et opkald eller brev er gjort, besvaret, eller ingen tog telefonen',
    en: 'A call or letter was done, answered, or nobody took the telephone',
  },
  scope: 'tasks:write',
  right: 'care',
  params: z.strictObject({ task: Id }),
  body: z.strictObject({ outcome: z.enum(TASK_OUTCOMES) }).openapi('TaskOutcome', {
    example: { outcome: 'done' },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await settleTask(rt, staff, params.task, body.outcome);
    return {};
  },
});

const letter = operation({
  id: 'showLetter',
  tag: 'tasks',
  method: 'get',
  path: '/letters/{letter}',
  words: {
    da: 'Et brev til udskrift, med sin adresse til siden. Opslaget noteres',
    en: 'A letter to print, with its address of the page. The look is noted',
  },
  scope: 'tasks:read',
  right: 'care',
  params: z.strictObject({ letter: Id }),
  answer: z
    .object({
      id: Id,
      relative: Id.nullable(),
      name,
      language: z.string().openapi({ example: 'da' }),
      text,
      asks: z.boolean().openapi({ example: false }),
      status: z.string().openapi({ example: 'todo' }),
    })
    .openapi('Letter'),
  async run({ rt, staff, params }) {
    const {
      id,
      relativeId,
      name: who,
      language,
      text: words,
      asks,
      status,
    } = await showLetter(rt, staff, params.letter);
    return { id, relative: relativeId, name: who ?? null, language, text: words, asks, status };
  },
});

export const waitingOperations = [alerts, done, reopen, retry, tasks, settle, letter];
