import { z } from '@hono/zod-openapi';
import { explainMessage } from '../../services/journeys/explain-message.ts';
import { pageMessages } from '../../services/relatives/page-messages.ts';
import type { MessageLine } from '../../services/relatives/show-relative.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, PageQuery, pageOf, toInstant, toInstantOrNull } from './frame/shapes.ts';
import { TurnShape, toTurn } from './journey-shapes.ts';

const tag = 'messages';

const Message = z
  .object({
    id: Id,
    journey: Id.nullable(),
    step: z.string().nullable().openapi({ example: 'invitation' }),
    purpose: z.string().openapi({ example: 'flow' }),
    channel: z.string().openapi({ example: 'sms' }),
    text: z.string().openapi({ example: 'Hej Pårørende. Du har en besked … {link}' }),
    segments: z.int().openapi({ example: 1 }),
    status: z.string().openapi({ example: 'delivered' }),
    reason: z.string().nullable().openapi({ example: null }),
    dueAt: Instant,
    sentAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    createdAt: Instant,
  })
  .openapi('Message');

const toMessage = (line: MessageLine): z.input<typeof Message> => ({
  id: line.id,
  journey: line.journeyId,
  step: line.step,
  purpose: line.purpose,
  channel: line.channel,
  text: line.text,
  segments: line.segments,
  status: line.status,
  reason: line.reason,
  dueAt: toInstant(line.dueAt),
  sentAt: toInstantOrNull(line.sentAt),
  deliveredAt: toInstantOrNull(line.deliveredAt),
  createdAt: toInstant(line.createdAt),
});

const list = operation({
  id: 'listMessages',
  tag,
  method: 'get',
  path: '/relatives/{relative}/messages',
  words: {
    da: 'Beskeder til en pårørende, de nyeste først. Opslaget noteres',
    en: 'Messages to a relative, the newest first. The look is noted',
  },
  scope: 'messages:read',
  right: 'look',
  params: z.strictObject({ relative: Id }),
  query: PageQuery,
  answer: pageOf(Message).openapi('MessagePage'),
  async run({ rt, staff, params, query: { cursor, limit } }) {
    const after = readCursor('messages', cursor);
    const { lines, next } = await pageMessages(rt, staff, params.relative, {
      purpose: 'api',
      most: limit,
      ...(after ? { after: { at: after.at, id: after.id } } : {}),
    });
    return { data: lines.map(toMessage), next: next ? writeCursor(['messages', next.at, next.id]) : null };
  },
});

const explain = operation({
  id: 'explainMessage',
  tag,
  method: 'get',
  path: '/relatives/{relative}/messages/{message}',
  words: {
    da: 'En besked, og hvad der førte til den. Opslaget noteres',
    en: 'A message, and what led to it. The look is noted',
  },
  scope: 'messages:read',
  right: 'look',
  params: z.strictObject({ relative: Id, message: Id }),
  answer: z
    .object({
      message: Message,
      because: z.array(TurnShape),
      left: z
        .object({ at: Instant, checked: z.array(z.string()).openapi({ example: ['consent', 'window'] }) })
        .nullable()
        .openapi({ description: 'When it left, and what was looked at in that moment.' }),
    })
    .openapi('ExplainedMessage'),
  async run({ rt, staff, params }) {
    const { message, because, left } = await explainMessage(rt, staff, params.relative, params.message);
    return {
      message: toMessage(message),
      because: because.map(toTurn),
      left: left ? { at: toInstant(left.at), checked: left.checked } : null,
    };
  },
});

export const messageOperations = [list, explain];
