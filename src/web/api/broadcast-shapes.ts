import { z } from '@hono/zod-openapi';
import { WAYS } from '../../services/broadcasts/broadcast-text.ts';
import { STATUSES } from '../../services/broadcasts/find-broadcast.ts';
import type { BroadcastLine } from '../../services/broadcasts/list-broadcasts.ts';
import type { BroadcastReply } from '../../services/broadcasts/list-replies.ts';
import type { BroadcastView } from '../../services/broadcasts/show-broadcast.ts';
import { LANGUAGES } from '../../services/relatives/relative-choices.ts';
import { count, Id, Instant, SeenAt, toInstant, toInstantOrNull } from './frame/shapes.ts';

const title = z.string().min(1).max(80).openapi({ example: 'Program for caféen' });
const way = z.enum(WAYS as ['sms', 'page']).openapi({
  example: 'sms',
  description: 'sms: the text itself, which can be answered; page: a neutral notice with a link to it.',
});

const text = z.string().max(4_000).optional();

/** The text in the languages it is written in; Danish stands in for the others. */
export const Texts = z
  .strictObject(Object.fromEntries(LANGUAGES.map((language) => [language, text])))
  .openapi('BroadcastTexts', { example: { da: 'Kære {{ tiltale }}. Nyt program. Ring {{ telefon }}' } });

const draft = { title, group: Id, way, texts: Texts };

export const NewBroadcast = z.strictObject(draft).openapi('NewBroadcast');

export const BroadcastChange = z.strictObject({ ...draft, seen: SeenAt }).openapi('BroadcastChange');

/** The form the service takes. */
export const formOf = ({ title, group, way, texts }: z.output<typeof NewBroadcast>) => ({
  title,
  groupId: group,
  way,
  texts: Object.fromEntries(Object.entries(texts).map(([language, said]) => [language, said ?? ''])),
});

/** What the fields of that form are called here. */
export const NAMES = { groupId: 'group' } as const;

const line = {
  id: Id,
  title,
  status: z.enum(STATUSES).openapi({
    example: 'running',
    description: 'sampled: the sample is sent, and the rest waits for a person.',
  }),
  way,
  group: Id,
  groupTitle: z.string().openapi({ example: 'Netværksgruppe' }),
  createdAt: Instant,
  by: z.string().openapi({ example: 'Koordinator 1' }),
  orderedAt: Instant.nullable(),
  orderedBy: z.string().nullable().openapi({ example: 'Koordinator 1' }),
  dueAt: Instant.nullable().openapi({ description: 'Null: as soon as it was ordered.' }),
  endedAt: Instant.nullable(),
};

export const BroadcastInList = z.object(line).openapi('BroadcastInList');

export const toBroadcastInList = (one: BroadcastLine): z.input<typeof BroadcastInList> => ({
  id: one.id,
  title: one.title,
  status: one.status,
  way: one.way,
  group: one.groupId,
  groupTitle: one.groupTitle,
  createdAt: toInstant(one.createdAt),
  by: one.by,
  orderedAt: toInstantOrNull(one.orderedAt),
  orderedBy: one.orderedBy ?? null,
  dueAt: toInstantOrNull(one.dueAt),
  endedAt: toInstantOrNull(one.endedAt),
});

const name = z.string().openapi({ example: 'Pårørende 1' });

/** Why somebody gets none. */
export const why = z.string().openapi({
  example: 'quiet',
  description:
    'circle-held, minor, left-group, quiet, had-one, language, no-number, wrong, stopped, no-consent or broken; of who was not reached, what became of it.',
});

export const Person = z.object({ id: Id, name });

export const Progress = z
  .object({
    audience: count(42),
    composed: count(38),
    waiting: count(0).openapi({ description: 'Not written to yet; never, once it is cancelled.' }),
    leftOut: z.array(z.object({ why, count: count(4) })),
    messages: z.record(z.string(), z.int()).openapi({
      example: { delivered: 36, failed: 1, todo: 1 },
      description: 'By what became of them; todo and done of calls and letters.',
    }),
    failed: count(1).openapi({ description: 'Failed and not tried anew.' }),
  })
  .openapi('BroadcastProgress', {
    description: 'At every moment `composed`, `waiting` and those left out are the audience.',
  });

/** How many answered what. */
export const Meanings = z.array(
  z.object({ meaning: z.string().openapi({ example: 'yes' }), count: count(3) }),
);

const may = z.boolean().openapi({ example: false });

export const Broadcast = z
  .object({
    ...line,
    seen: SeenAt,
    sample: z.int().nullable().openapi({ example: null, description: 'How many got it first.' }),
    texts: Texts,
    progress: Progress,
    leftOut: z.array(Person.extend({ why })).openapi({ description: 'At most 200, of those in sight.' }),
    notReached: z.array(Person.extend({ why })).openapi({ description: 'At most 200, of those in sight.' }),
    replies: Meanings,
    may: z
      .object({ change: may, pause: may, resume: may, cancel: may, retry: may })
      .openapi({ description: 'What can be done now.' }),
  })
  .openapi('Broadcast');

export const toBroadcast = (view: BroadcastView): z.input<typeof Broadcast> => ({
  ...toBroadcastInList(view),
  seen: view.seen,
  sample: view.sample ?? null,
  texts: { ...view.texts },
  progress: { ...view.progress, messages: { ...view.progress.messages } },
  leftOut: view.leftOutPeople,
  notReached: view.failedPeople,
  replies: view.replies,
  may: view.may,
});

export const Reply = z
  .object({
    id: Id,
    at: Instant,
    by: z.enum(['sms', 'page']).openapi({ example: 'sms' }),
    meaning: z.string().openapi({ example: 'yes' }),
    text: z.string().openapi({ example: 'Ja tak' }),
    relative: Id.nullable(),
    name: name.nullable(),
    conversation: Id.openapi({ description: 'Where it stands in the inbox.' }),
  })
  .openapi('BroadcastReply');

export const toReply = (reply: BroadcastReply): z.input<typeof Reply> => ({
  id: reply.id,
  at: toInstant(reply.at),
  by: reply.by,
  meaning: reply.meaning,
  text: reply.text,
  relative: reply.relativeId ?? null,
  name: reply.name ?? null,
  conversation: reply.conversation,
});
