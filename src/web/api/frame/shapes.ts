// Shapes that several operations share. Instants go out as ISO 8601 in UTC.
import { z } from '@hono/zod-openapi';
import type { PeopleList } from '../../../services/relatives/people-lists.ts';

const EXAMPLE_ID = 'V1StGXR8Z5jdHi6BmyTQ4A';

const LISTED = { relations: 'søskende', areas: 'demens', ageBands: '50-66', foundBy: 'personale' } as const;

/** An id as the house makes them. */
export const Id = z
  .string()
  .regex(/^[\w.-]{1,120}$/)
  .openapi({ example: EXAMPLE_ID });

export const Instant = z.iso.datetime().openapi({ example: '2027-03-01T09:00:00.000Z' });
export const Day = z.iso.date().openapi({ example: '2027-03-01' });

/** UTC ms as it goes out. */
export const toInstant = (at: number): string => new Date(at).toISOString();

/** The same for what may not have happened. */
export const toInstantOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : toInstant(at);

/** How many of something, with an example. */
export const count = (example: number) => z.int().openapi({ example });

/** A choice of one of the organisation's lists; what is none of them is answered with `field-unreadable`. */
export const listed = (list: PeopleList) =>
  z
    .string()
    .min(1)
    .max(60)
    .openapi({ example: LISTED[list], description: `A value of the list ${list} of /choices.` });

/** The name of a flow, as its folder is called. */
export const FlowName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/)
  .openapi({ example: 'velkomst' });

/** Which state of something was read, for a change of it. */
export const SeenAt = z.int().min(0).openapi({
  example: 1803805200000,
  description: 'As it was read; what somebody changed since is not written over.',
});

/** Dates a journey is planned around, by their names; for an event its id. */
export const Anchors = z
  .record(z.string().regex(/^[a-zæøå][a-zæøå0-9_-]{0,39}$/), z.string().max(60))
  .openapi({ example: { indflytning: '2027-04-01' } });

export const Nothing = z.object({}).openapi('Nothing', { description: 'It was done.', example: {} });

export const Made = z.object({ id: Id }).openapi('Made', { example: { id: EXAMPLE_ID } });

export const MOST_OF_A_PAGE = 100;
export const USUAL_PAGE = 50;

/** Where a list goes on, and how much of it at once. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(400).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(MOST_OF_A_PAGE)
    .default(USUAL_PAGE)
    .openapi({ example: USUAL_PAGE, description: 'How many at once, 1 to 100.' }),
});

/** A page of a list; `next` is null on the last one. */
export const pageOf = <T extends z.ZodType>(line: T) =>
  z.object({
    data: z.array(line),
    next: z.string().nullable().openapi({ example: null, description: 'Carry it on as `cursor`.' }),
  });

/** What went wrong, RFC 9457. */
export const ProblemShape = z
  .object({
    type: z.string().openapi({ example: 'https://limen.example.dk/api/docs#not-found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.int().openapi({ example: 404 }),
    detail: z.string().openapi({ example: 'What you are looking for does not exist.' }),
    code: z.string().openapi({ example: 'not-found' }),
    requestId: z.string().openapi({ example: EXAMPLE_ID }),
    errors: z
      .array(
        z.object({
          pointer: z
            .string()
            .optional()
            .openapi({ example: '#/number', description: 'RFC 6901, into the body.' }),
          parameter: z
            .string()
            .optional()
            .openapi({ description: 'Of the address; * for one that is not known.' }),
          code: z.string().openapi({ example: 'number-taken' }),
          detail: z.string().openapi({ example: 'The number is already registered.' }),
        }),
      )
      .optional(),
  })
  .openapi('Problem');
