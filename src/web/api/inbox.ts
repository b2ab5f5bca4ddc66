import { z } from '@hono/zod-openapi';
import { answerQuestion } from '../../services/inbox/answer-question.ts';
import { assignConversation } from '../../services/inbox/assign-conversation.ts';
import { FILTERS, listConversations } from '../../services/inbox/list-conversations.ts';
import { openConversation } from '../../services/inbox/open-conversation.ts';
import { closeConversation, reopenConversation } from '../../services/inbox/settle-conversation.ts';
import { snoozeConversation } from '../../services/inbox/snooze-conversation.ts';
import {
  MOST_CHARACTERS,
  MOST_SECURE,
  writeSecure,
  writeSms,
} from '../../services/inbox/write-in-conversation.ts';
import {
  ConversationInList,
  ConversationShape,
  toConversation,
  toConversationInList,
} from './conversation-shapes.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Nothing, PageQuery, pageOf } from './frame/shapes.ts';

const tag = 'inbox';
const OneConversation = z.strictObject({ conversation: Id });
const seen = z
  .int()
  .min(0)
  .openapi({ description: '`seen` of the conversation as you read it.', example: 3 });

const list = operation({
  id: 'listConversations',
  tag,
  method: 'get',
  path: '/conversations',
  words: {
    da: 'Samtaler, hvor noget venter. De hastende står alle på den første side, ud over limit',
    en: 'Conversations in which something waits. The urgent ones all stand on the first page, beyond the limit',
  },
  scope: 'inbox:read',
  right: 'look',
  query: PageQuery.extend({ filter: z.enum(FILTERS).default('all') }),
  answer: pageOf(ConversationInList).openapi('ConversationPage'),
  async run({ rt, staff, query: { cursor, limit, filter } }) {
    const place = readCursor('conversations', cursor);
    const after = place && { at: place.at, id: place.id };
    const order = { filter, page: limit, ...(after ? { after } : {}) };
    const { lines, next } = await listConversations(rt, staff, order);
    return {
      data: lines.map(toConversationInList),
      next: next ? writeCursor(['conversations', next.at, next.id]) : null,
    };
  },
});

const show = operation({
  id: 'showConversation',
  tag,
  method: 'get',
  path: '/conversations/{conversation}',
  words: {
    da: 'En samtale: sms og beskeder på siden, de seneste sidst. Opslaget noteres',
    en: 'A conversation: SMS and messages on the page, the latest last. The look is noted',
  },
  scope: 'inbox:read',
  right: 'look',
  params: OneConversation,
  answer: ConversationShape,
  run: async ({ rt, staff, params }) =>
    toConversation(await openConversation(rt, staff, params.conversation)),
});

const sms = operation({
  id: 'writeSms',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/sms',
  words: {
    da: 'Skriv en sms; det, der venter, er dermed besvaret, og fortrolige ord afvises',
    en: 'Write an SMS; what waits is answered by it, and confidential words are refused',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  body: z
    .strictObject({ text: z.string().min(1).max(MOST_CHARACTERS), seen })
    .openapi('NewSms', { example: { text: 'Vi ringer til dig i morgen.', seen: 3 } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await writeSms(rt, staff, params.conversation, { ...body, form: rt.newId() });
    return {};
  },
});

const secure = operation({
  id: 'writeSecure',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/secure',
  words: {
    da: 'Skriv en sikker besked på den pårørendes side; en neutral sms eller et opkald fortæller om den',
    en: "Write a secure message on the relative's page; a neutral SMS or a call tells of it",
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  body: z
    .strictObject({ text: z.string().min(1).max(MOST_SECURE), seen })
    .openapi('NewSecureMessage', { example: { text: 'Her er svaret på dit spørgsmål.', seen: 3 } }),
  answer: z
    .object({ told: z.string().openapi({ example: 'sms', description: 'sms or call' }) })
    .openapi('SecureMessageTold'),
  async run({ rt, staff, params, body }) {
    const { told } = await writeSecure(rt, staff, params.conversation, { ...body, form: rt.newId() });
    return { told };
  },
});

const close = operation({
  id: 'closeConversation',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/close',
  words: {
    da: 'Læg samtalen væk; intet i den kræver svar',
    en: 'Put the conversation away; nothing in it needs an answer',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  body: z.strictObject({ seen }).openapi('Closing', { example: { seen: 3 } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeConversation(rt, staff, params.conversation, body.seen);
    return {};
  },
});

const reopen = operation({
  id: 'reopenConversation',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/reopen',
  words: { da: 'Lad det seneste vente igen', en: 'Let the latest wait again' },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await reopenConversation(rt, staff, params.conversation);
    return {};
  },
});

const assign = operation({
  id: 'assignConversation',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/assign',
  words: {
    da: 'Giv samtalen til en medarbejder, eller til ingen',
    en: 'Give the conversation to a member of staff, or to nobody',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  body: z.strictObject({ to: Id.nullable() }).openapi('Assignment', { example: { to: null } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await assignConversation(rt, staff, params.conversation, body.to ?? '');
    return {};
  },
});

const snooze = operation({
  id: 'snoozeConversation',
  tag,
  method: 'post',
  path: '/conversations/{conversation}/snooze',
  words: {
    da: 'Udskyd samtalen til en dag, eller væk den',
    en: 'Put the conversation off until a day, or wake it',
  },
  scope: 'inbox:write',
  right: 'care',
  params: OneConversation,
  body: z
    .strictObject({ until: z.iso.date().nullable() })
    .openapi('Snooze', { example: { until: '2027-03-08' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await snoozeConversation(rt, staff, params.conversation, body.until ?? '');
    return {};
  },
});

const read = operation({
  id: 'readReply',
  tag,
  method: 'post',
  path: '/replies/{reply}/meaning',
  words: {
    da: 'Sig, hvad et svar betyder for et spørgsmål, der venter',
    en: 'Say what a reply means for a question that waits',
  },
  scope: 'inbox:write',
  right: 'care',
  params: z.strictObject({ reply: Id }),
  body: z
    .strictObject({ journey: Id, answer: z.enum(['ja', 'nej']) })
    .openapi('Meaning', { example: { journey: 'V1StGXR8Z5jdHi6BmyTQ4A', answer: 'ja' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await answerQuestion(rt, staff, params.reply, { journeyId: body.journey, answer: body.answer });
    return {};
  },
});

export const inboxOperations = [list, show, sms, secure, close, reopen, assign, snooze, read];
