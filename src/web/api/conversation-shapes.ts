// Conversations as the API tells them.
import { z } from '@hono/zod-openapi';
import type { ConversationLine } from '../../services/inbox/list-conversations.ts';
import type { OpenConversation } from '../../services/inbox/open-conversation.ts';
import { Id, Instant, toInstant, toInstantOrNull } from './frame/shapes.ts';

const name = z.string().openapi({ example: 'Pårørende 1' });
const text = z.string().openapi({ example: 'Hvornår er det?' });

export const ConversationInList = z
  .object({
    id: Id,
    relative: Id.nullable(),
    name: name.nullable(),
    text,
    count: z.int().openapi({ example: 1, description: 'How many things wait in it.' }),
    oldestAt: Instant,
    urgent: z.boolean().openapi({ example: false }),
    onPage: z.boolean().openapi({ example: false, description: 'Written on the page, not by SMS.' }),
    assignedTo: z.string().nullable().openapi({ example: null }),
    snoozedUntil: Instant.nullable(),
  })
  .openapi('ConversationInList');

export const toConversationInList = (line: ConversationLine): z.input<typeof ConversationInList> => ({
  id: line.id,
  relative: line.relativeId,
  name: line.name ?? null,
  text: line.text,
  count: line.count,
  oldestAt: toInstant(line.oldestAt),
  urgent: line.urgent,
  onPage: line.onPage,
  assignedTo: line.assignedTo ?? null,
  snoozedUntil: toInstantOrNull(line.snoozedUntil),
});

export const ConversationShape = z
  .object({
    id: Id,
    relative: Id.nullable(),
    number: z.string().nullable().openapi({ example: '20 00 00 01' }),
    way: z.string().openapi({ example: 'sms', description: 'sms, or why a person must call instead.' }),
    seen: z.int().openapi({ example: 3, description: 'Send it with what you write.' }),
    waiting: z.int().openapi({ example: 1 }),
    reply: Id.nullable().openapi({ description: 'The SMS that waits last.' }),
    people: z.array(z.object({ id: Id, name })),
    said: z.array(
      z.object({
        id: Id,
        from: z.string().openapi({ example: 'relative', description: 'relative or us' }),
        by: z.string().openapi({ example: 'sms', description: 'sms or page' }),
        at: Instant,
        text,
        status: z.string().openapi({ example: 'waiting' }),
        waits: z.boolean().openapi({ example: true }),
      }),
    ),
    questions: z.array(
      z.object({
        journey: Id,
        relative: Id,
        title: z.string().openapi({ example: 'Velkommen som pårørende' }),
        step: z.string().openapi({ example: 'oensker-samtale' }),
      }),
    ),
    assignedTo: Id.nullable(),
    snoozedUntil: Instant.nullable(),
  })
  .openapi('Conversation');

export const toConversation = (found: OpenConversation): z.input<typeof ConversationShape> => ({
  id: found.id,
  relative: found.party.relativeId,
  number: found.number ?? null,
  way: found.way,
  seen: found.seen,
  waiting: found.waiting,
  reply: found.reply ?? null,
  people: found.people.map((person) => ({ id: person.id, name: person.name })),
  said: found.said.map(({ id, from, by, at, text: words, status, waits }) => ({
    ...{ id, from, by, status, waits },
    at: toInstant(at),
    text: words,
  })),
  questions: found.questions.map(({ journeyId, relativeId, title, step }) => ({
    journey: journeyId,
    relative: relativeId,
    title,
    step,
  })),
  assignedTo: found.assignedTo ?? null,
  snoozedUntil: toInstantOrNull(found.snoozedUntil),
});
