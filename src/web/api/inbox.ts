import { z } from '@hono/zod-openapi';
import { answerQuestion } from '../../services/inbox/answer-question.ts';
import { answerReply, MOST_CHARACTERS } from '../../services/inbox/answer-reply.ts';
import { closeReply } from '../../services/inbox/close-reply.ts';
import { pageReplies } from '../../services/inbox/page-replies.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, Nothing, PageQuery, pageOf, toInstant } from './frame/shapes.ts';

const tag = 'inbox';
const OneReply = z.strictObject({ reply: Id });
const name = z.string().openapi({ example: 'Pårørende 1' });
const text = z.string().openapi({ example: 'Hvornår er det?' });

const list = operation({
  id: 'listReplies',
  tag,
  method: 'get',
  path: '/inbox',
  words: {
    da: 'Svar, der venter på et menneske, de ældste først',
    en: 'Replies that wait for a person, the oldest first',
  },
  scope: 'inbox:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(
    z.object({
      id: Id,
      relative: Id.nullable(),
      name: name.nullable(),
      text,
      receivedAt: Instant,
      urgent: z.boolean().openapi({ example: false }),
      masked: z.boolean().openapi({ example: false, description: 'A CPR number was taken out.' }),
    }),
  ).openapi('ReplyPage'),
  async run({ rt, staff, query: { cursor, limit } }) {
    const after = readCursor('inbox', cursor);
    const page = { most: limit, ...(after ? { after: { at: after.at, id: after.id } } : {}) };
    const { lines, next } = await pageReplies(rt, staff, page);
    return {
      data: lines.map((line) => ({
        id: line.id,
        relative: line.relativeId,
        name: line.name ?? null,
        text: line.text,
        receivedAt: toInstant(line.receivedAt),
        urgent: line.urgent,
        masked: line.masked === 1,
      })),
      next: next ? writeCursor(['inbox', next.at, next.id]) : null,
    };
  },
});

const answer = operation({
  id: 'answerReply',
  tag,
  method: 'post',
  path: '/inbox/{reply}/answer',
  words: {
    da: 'Svar på sms; fortrolige ord afvises',
    en: 'Answer by SMS; confidential words are refused',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneReply,
  body: z
    .strictObject({ text: z.string().min(1).max(MOST_CHARACTERS) })
    .openapi('Answer', { example: { text: 'Vi ringer til dig i morgen.' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await answerReply(rt, staff, params.reply, body.text);
    return {};
  },
});

const read = operation({
  id: 'readReply',
  tag,
  method: 'post',
  path: '/inbox/{reply}/meaning',
  words: {
    da: 'Sig, hvad svaret betyder for et spørgsmål, der venter',
    en: 'Say what the reply means for a question that waits',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneReply,
  body: z
    .strictObject({ journey: Id, answer: z.enum(['ja', 'nej']) })
    .openapi('Meaning', { example: { journey: 'V1StGXR8Z5jdHi6BmyTQ4A', answer: 'ja' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await answerQuestion(rt, staff, params.reply, { journeyId: body.journey, answer: body.answer });
    return {};
  },
});

const close = operation({
  id: 'closeReply',
  tag,
  method: 'post',
  path: '/inbox/{reply}/close',
  words: { da: 'Læg svaret væk; det kræver intet svar', en: 'Put the reply away; it needs no answer' },
  scope: 'inbox:write',
  right: 'care',
  params: OneReply,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await closeReply(rt, staff, params.reply);
    return {};
  },
});

export const inboxOperations = [list, answer, read, close];
