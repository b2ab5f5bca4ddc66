import { z } from '@hono/zod-openapi';
import {
  changeSavedAnswer,
  fillSavedAnswer,
  findSavedAnswer,
  keepSavedAnswer,
  listSavedAnswers,
  retireSavedAnswer,
  type SavedAnswer,
} from '../../services/inbox/saved-answers.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { renameFields } from './frame/rename-fields.ts';
import { Id, Instant, Made, Nothing, PageQuery, pageOf, SeenAt, toInstant } from './frame/shapes.ts';

const tag = 'answers';
const OneAnswer = z.strictObject({ answer: Id });
const EXAMPLE = { title: 'Vi ringer', text: 'Kære {{ tiltale }}. Vi ringer i morgen.', language: 'da' };

const Answer = z
  .object({
    id: Id,
    title: z.string().openapi({ example: EXAMPLE.title }),
    text: z.string().openapi({ example: EXAMPLE.text }),
    language: z.string().openapi({ example: 'da' }),
    changedAt: Instant,
    seen: SeenAt,
  })
  .openapi('SavedAnswer');

const toAnswer = ({ id, title, text, language, changedAt }: SavedAnswer): z.input<typeof Answer> => ({
  id,
  title,
  text,
  language,
  changedAt: toInstant(changedAt),
  seen: changedAt,
});

const NewAnswer = z
  .strictObject({
    title: z.string().min(1).max(60),
    text: z.string().min(1).max(480).openapi({ description: 'May show {{ tiltale }} and {{ telefon }}.' }),
    language: z.enum(['da', 'en']).default('da'),
  })
  .openapi('NewSavedAnswer', { example: EXAMPLE });

/** What the desk's form calls the fields. */
const NAMES = { titel: 'title', tekst: 'text', sprog: 'language' };

const list = operation({
  id: 'listSavedAnswers',
  tag,
  method: 'get',
  path: '/saved-answers',
  words: { da: 'Gemte svar i brug, efter titel', en: 'Saved answers in use, by title' },
  scope: 'answers:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(Answer).openapi('SavedAnswerPage'),
  async run({ rt, staff, query }) {
    const { lines, next } = pageOfAll('answers', await listSavedAnswers(rt, staff), query, ({ id }) => id);
    return { data: lines.map(toAnswer), next };
  },
});

const show = operation({
  id: 'showSavedAnswer',
  tag,
  method: 'get',
  path: '/saved-answers/{answer}',
  words: { da: 'Et gemt svar', en: 'A saved answer' },
  scope: 'answers:read',
  right: 'look',
  params: OneAnswer,
  answer: Answer,
  run: async ({ rt, staff, params }) => toAnswer(await findSavedAnswer(rt, staff, params.answer)),
});

const add = operation({
  id: 'addSavedAnswer',
  tag,
  method: 'post',
  path: '/saved-answers',
  words: { da: 'Gem et svar til alle', en: 'Save an answer for everybody' },
  scope: 'answers:write',
  right: 'coordinate',
  body: NewAnswer,
  answer: Made,
  status: 201,
  location: ({ id }) => `/saved-answers/${id}`,
  async run({ rt, staff, body }) {
    return { id: await renameFields(NAMES, () => keepSavedAnswer(rt, staff, body)) };
  },
});

const change = operation({
  id: 'changeSavedAnswer',
  tag,
  method: 'post',
  path: '/saved-answers/{answer}',
  words: {
    da: 'Skriv et gemt svar om; det, der er sendt med det, står ved magt',
    en: 'Write a saved answer anew; what was sent with it stays',
  },
  scope: 'answers:write',
  right: 'coordinate',
  params: OneAnswer,
  body: NewAnswer.extend({ seen: SeenAt }).openapi('SavedAnswerChange', {
    example: { ...EXAMPLE, seen: 1803805200000 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await renameFields(NAMES, () => changeSavedAnswer(rt, staff, params.answer, body));
    return {};
  },
});

const retire = operation({
  id: 'retireSavedAnswer',
  tag,
  method: 'post',
  path: '/saved-answers/{answer}/retire',
  words: { da: 'Tag et gemt svar ud af brug', en: 'Offer a saved answer no longer' },
  scope: 'answers:write',
  right: 'coordinate',
  params: OneAnswer,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await retireSavedAnswer(rt, staff, params.answer);
    return {};
  },
});

const fillIn = operation({
  id: 'fillSavedAnswer',
  tag,
  method: 'get',
  path: '/conversations/{conversation}/saved-answers/{answer}',
  words: {
    da: 'Et gemt svar, som det lyder i en samtale',
    en: 'A saved answer as it reads in a conversation',
  },
  scope: 'inbox:read',
  right: 'care',
  params: z.strictObject({ conversation: Id, answer: Id }),
  answer: z
    .object({ text: z.string().openapi({ example: 'Kære Pårørende. Vi ringer i morgen.' }) })
    .openapi('FilledAnswer'),
  run: async ({ rt, staff, params }) => ({
    text: await fillSavedAnswer(rt, staff, params.conversation, params.answer),
  }),
});

export const answerOperations = [list, show, add, change, retire, fillIn];
