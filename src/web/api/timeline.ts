import { z } from '@hono/zod-openapi';
import { showTimeline } from '../../services/timeline/show-timeline.ts';
import { KINDS } from '../../services/timeline/timeline.ts';
import { tellEntry } from '../telling/tell-entry.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, pageOf, toInstant } from './frame/shapes.ts';

const read = operation({
  id: 'readTimeline',
  tag: 'relatives',
  method: 'get',
  path: '/relatives/{relative}/timeline',
  words: {
    da: 'Tidslinjen: alt, der er sket med en pårørende, det nyeste først, 50 ad gangen. Opslaget noteres',
    en: 'The timeline: all that happened with a relative, the latest first, 50 at once. The look is noted',
  },
  scope: 'relatives:read',
  right: 'look',
  params: z.strictObject({ relative: Id }),
  query: z.strictObject({
    cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before.' }),
    kind: z.enum(KINDS).optional().openapi({ description: 'Only these.' }),
  }),
  answer: pageOf(
    z.object({
      id: z
        .string()
        .openapi({ example: 'V1StGXR8Z5jdHi6BmyTQ4A', description: 'Of the entry, within its kind.' }),
      at: Instant,
      kind: z.enum(KINDS).openapi({ example: 'message' }),
      what: z.string().openapi({ example: 'SMS: delivered', description: 'In words, by Accept-Language.' }),
      lines: z.array(z.string()).openapi({ example: ['Sent Monday 1 March 2027 at 09:00'] }),
      text: z.string().nullable().openapi({ example: 'Vi ringer til dig i morgen.' }),
    }),
  ).openapi('TimelinePage'),
  async run({ rt, staff, params, query: { cursor, kind }, language }) {
    const place = readCursor('timeline', cursor);
    const { id, entries, staffNames, next } = await showTimeline(rt, staff, params.relative, {
      kinds: kind ? [kind] : [],
      ...(place ? { before: { at: place.at, key: place.id } } : {}),
    });
    const telling = { id, staffNames, now: rt.now(), language };
    return {
      data: entries.flatMap((entry) => {
        if (entry.kind === 'look') return [];
        const { what, lines, text } = tellEntry(entry, telling);
        return [
          { id: entry.key, at: toInstant(entry.at), kind: entry.kind, what, lines, text: text ?? null },
        ];
      }),
      next: next ? writeCursor(['timeline', next.at, next.key]) : null,
    };
  },
});

export const timelineOperations = [read];
