import { z } from '@hono/zod-openapi';
import { searchLog } from '../../services/settings/search-log.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, pageOf, toInstant } from './frame/shapes.ts';

const instant = z.iso.datetime({ offset: true }).optional();

const search = operation({
  id: 'searchLog',
  tag: 'administration',
  method: 'get',
  path: '/log',
  words: {
    da: 'Loggen, de nyeste først, 50 ad gangen; ingen pårørendes navne',
    en: 'The audit log, the newest first, 50 at once; no names of relatives',
  },
  scope: 'administration:read',
  right: 'administer',
  query: z.strictObject({
    cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before.' }),
    kind: z
      .string()
      .regex(/^[a-z.-]{1,60}$/)
      .optional()
      .openapi({ example: 'relative.viewed', description: 'A whole kind, or the part before its dot.' }),
    actor: z
      .string()
      .regex(/^[\w.:-]{1,120}$/)
      .optional()
      .openapi({ description: 'Id of a user, or `key:` and the id of a key.' }),
    relative: Id.optional(),
    from: instant,
    until: instant,
  }),
  answer: pageOf(
    z.object({
      seq: z.int().openapi({ example: 4711 }),
      at: Instant,
      kind: z.string().openapi({ example: 'relative.viewed' }),
      actor: z.string().openapi({ example: 'key:0123456789abcdef' }),
      by: z.string().openapi({ example: 'Rådgiver 1', description: 'The name of a user; else as `actor`.' }),
      relative: Id.nullable(),
      purpose: z.string().nullable().openapi({ example: 'api' }),
      subject: z.string().nullable().openapi({ example: null, description: 'Id of what it was done to.' }),
    }),
  ).openapi('LogPage'),
  async run({ rt, staff, query: { cursor, kind, actor, relative, from, until } }) {
    const { lines, next } = await searchLog(rt, staff, {
      kind,
      actor,
      relativeId: relative,
      from: from === undefined ? undefined : Date.parse(from),
      until: until === undefined ? undefined : Date.parse(until),
      before: readCursor('log', cursor)?.at,
    });
    return {
      data: lines.map((line) => ({
        seq: line.seq,
        at: toInstant(line.at),
        kind: line.kind,
        actor: line.actor,
        by: line.by,
        relative: line.relativeId,
        purpose: line.purpose,
        subject: line.subject,
      })),
      next: next === undefined ? null : writeCursor(['log', next, 'log']),
    };
  },
});

export const logOperations = [search];
