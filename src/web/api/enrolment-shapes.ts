// Enrolling many: whom, what it would do, and how far it is.
import { z } from '@hono/zod-openapi';
import type { Choice } from '../../services/journeys/choose-many.ts';
import type { OrderView } from '../../services/journeys/order-many.ts';
import type { ManyPreview } from '../../services/journeys/preview-many.ts';
import { Anchors, count, FlowName, Id, Instant, listed, toInstant } from './frame/shapes.ts';

const Person = z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 2' }) });
const LeftOut = z.object({
  why: z.string().openapi({ example: 'already-enrolled' }),
  count: count(1),
  people: z.array(Person),
});

/** Whom: one of the three. */
export const Chosen = z
  .strictObject({
    relatives: z.array(Id).min(1).max(500).optional(),
    circle: Id.optional(),
    search: z
      .strictObject({
        name: z.string().max(80).default(''),
        unit: Id.optional(),
        area: listed('areas').optional(),
        relation: listed('relations').optional(),
      })
      .optional()
      .openapi({ description: 'Everybody in sight who fits all that is said.' }),
  })
  .openapi('EnrolmentChoice', { example: { search: { area: 'demens' } } });

/** The choice as the service takes it; undefined when it is not just one. */
export function toChoice({ relatives, circle, search }: z.output<typeof Chosen>): Choice | undefined {
  if ([relatives, circle, search].filter((one) => one !== undefined).length !== 1) return undefined;
  if (relatives) return { ids: relatives };
  if (circle !== undefined) return { circleId: circle };
  const { name = '', unit = '', area = '', relation = '' } = search ?? {};
  return { search: { name, unit, area, relation } };
}

export const PLAN = { flow: FlowName, anchors: Anchors.default({}) };
export const EXAMPLE_PLAN = { flow: 'velkomst', anchors: { indflytning: '2027-04-01' } };

/** What an order would do. */
export const ManyEffect = z
  .object({
    going: count(12).openapi({ description: 'How many would begin.' }),
    leftOut: z.array(LeftOut),
    apart: z
      .array(z.object({ code: z.string().openapi({ example: 'K-7FQ2' }), people: z.array(Person) }))
      .openapi({ description: 'Circles that stand apart in which more than one would walk the flow.' }),
    pinMissing: z.array(Person),
    past: z.array(
      z.object({
        title: z.string().openapi({ example: 'Indflytningsdato' }),
        value: z.string().openapi({ example: '2027-02-01' }),
      }),
    ),
    sums: z
      .array(
        z.object({
          answer: z.string().openapi({ example: 'yes' }),
          sms: count(24),
          segments: count(24),
          calls: count(0),
          letters: count(0),
        }),
      )
      .openapi({ description: 'What all of them would be sent at most when they answer so.' }),
    together: z
      .object({
        dayLimit: z.int().nullable().openapi({ example: 3, description: 'SMS to one phone a day.' }),
        crowded: z.array(
          Person.extend({
            date: z.iso.date().openapi({ example: '2027-03-09' }),
            sms: count(4),
            putOff: count(1),
            until: Instant.nullable(),
          }),
        ),
        more: count(0).openapi({ description: 'Phones on a day that are not named.' }),
        putOff: count(1).openapi({ description: 'SMS that wait for another day by the limit.' }),
        part: z
          .boolean()
          .openapi({ example: false, description: 'Not all that goes to them was looked at.' }),
      })
      .nullable()
      .openapi({ description: 'What falls together on their phones at most.' }),
  })
  .openapi('EnrolmentEffect');

const toTogether = ({ limit, crowded, more, putOff, isPart }: NonNullable<ManyPreview['together']>) => ({
  dayLimit: limit,
  crowded: crowded.map((one) => ({
    ...{ id: one.relativeId, name: one.name, date: one.date, sms: one.count, putOff: one.putOff },
    until: one.until === undefined ? null : toInstant(one.until),
  })),
  more,
  putOff,
  part: isPart,
});

export const toManyEffect = (seen: ManyPreview): z.input<typeof ManyEffect> => ({
  going: seen.going,
  leftOut: seen.leftOut.map(({ why, people }) => ({ why, count: people.length, people })),
  apart: seen.apart,
  pinMissing: seen.pinMissing,
  past: seen.past.map(({ title, value }) => ({ title, value })),
  sums: seen.sums.map(({ name, sms, segments, calls, letters }) => ({
    ...{ answer: name, sms, segments, calls, letters },
  })),
  together: seen.together ? toTogether(seen.together) : null,
});

/** How far an order is. */
export const ManyOrder = z
  .object({
    id: Id,
    status: z.string().openapi({ example: 'running', description: 'running, done, cancelled or broken' }),
    flow: FlowName,
    orderedAt: Instant,
    begun: count(7),
    waiting: count(5),
    leftOut: z.array(LeftOut).openapi({ description: 'With the names in sight.' }),
  })
  .openapi('EnrolmentOrder');

export const toManyOrder = (view: OrderView): z.input<typeof ManyOrder> => ({
  id: view.id,
  status: view.status,
  flow: view.flow.name,
  orderedAt: toInstant(view.at),
  begun: view.begun,
  waiting: view.waiting,
  leftOut: view.leftOut,
});
