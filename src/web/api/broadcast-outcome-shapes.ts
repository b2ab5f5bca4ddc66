// What an order would do, and what came of it.
import { z } from '@hono/zod-openapi';
import type { BroadcastPreview } from '../../services/broadcasts/preview-broadcast.ts';
import type { BroadcastReport } from '../../services/broadcasts/show-broadcast.ts';
import { Meanings, Person, Progress, why } from './broadcast-shapes.ts';
import { count, Id, Instant, SeenAt, toInstant, toInstantOrNull } from './frame/shapes.ts';

const channel = z.string().openapi({ example: 'sms', description: 'sms, ring or brev' });
const language = z.string().openapi({ example: 'da' });
const money = z.int().nullable().openapi({
  example: 2100,
  description: 'Øre; null where nobody has said what a segment costs.',
});

export const Preview = z
  .object({
    seen: SeenAt,
    audience: count(42).openapi({ description: 'The sum of those who get it and those left out.' }),
    sms: count(36),
    calls: count(1),
    letters: count(1),
    leftOut: z.array(z.object({ why, count: count(4), people: z.array(Person) })),
    unseen: count(0).openapi({ description: 'Members out of sight: they get nothing and are not named.' }),
    languages: z.array(z.object({ language, count: count(36) })),
    segments: z.object({ total: count(72), fewest: count(2), most: count(2) }),
    samples: z.array(
      z.object({
        channel,
        language,
        text: z.string().openapi({ example: 'Kære Hanne. Nyt program. Ring 20 00 00 01' }),
        page: z.string().nullable().openapi({ example: null, description: 'What stands behind the PIN.' }),
        segments: count(2),
      }),
    ),
    price: money,
    leaves: z
      .object({ from: Instant, until: Instant.nullable() })
      .nullable()
      .openapi({ description: 'When the first leaves and the last has left; null when no SMS does.' }),
    same: z
      .array(
        z.object({
          id: Id,
          title: z.string().openapi({ example: 'Program for caféen' }),
          orderedAt: Instant,
          count: count(12),
        }),
      )
      .openapi({ description: 'The same text to some of the same people within a day: order with `twice`.' }),
    doubted: z.boolean().openapi({
      example: false,
      description: 'A backup was put back, and this may have left since it was made: order with `twice`.',
    }),
    apart: z
      .array(z.string().openapi({ example: 'K-7F2A9C' }))
      .openapi({ description: 'Circles "hver for sig" of which more than one gets it: order with `apart`.' }),
  })
  .openapi('BroadcastPreview');

export const toPreview = (seen: BroadcastPreview): z.input<typeof Preview> => ({
  seen: seen.seen,
  audience: seen.audience,
  sms: seen.sms,
  calls: seen.calls,
  letters: seen.letters,
  leftOut: seen.leftOut,
  unseen: seen.unseen,
  languages: seen.languages,
  segments: seen.segments,
  samples: seen.samples.map((one) => ({ ...one, page: one.page ?? null })),
  price: seen.price ?? null,
  leaves: seen.leaves
    ? { from: toInstant(seen.leaves.from), until: toInstantOrNull(seen.leaves.until) }
    : null,
  same: seen.same.map((one) => ({ ...one, orderedAt: toInstant(one.orderedAt) })),
  doubted: seen.doubted,
  apart: seen.apart,
});

export const Order = z
  .strictObject({
    seen: SeenAt,
    dueAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .default(null)
      .openapi({ example: '2027-03-02T09:00:00Z', description: 'When the first may leave; null: at once.' }),
    sample: z
      .int()
      .min(1)
      .nullable()
      .default(null)
      .openapi({ example: 10, description: 'So many get it first, and then it rests until it is resumed.' }),
    twice: z
      .boolean()
      .default(false)
      .openapi({ description: 'Yes to what `same` and `doubted` of the preview warn of.' }),
    apart: z
      .boolean()
      .default(false)
      .openapi({ description: 'Yes to what `apart` of the preview warns of.' }),
  })
  .openapi('BroadcastOrder');

export const Report = z
  .object({
    progress: Progress,
    written: z.array(
      z.object({ channel, status: z.string().openapi({ example: 'delivered' }), count: count(36) }),
    ),
    segments: count(72).openapi({ description: 'Of what left.' }),
    cost: money,
    firstAt: Instant.nullable(),
    lastAt: Instant.nullable(),
    replies: Meanings,
    stops: count(0).openapi({ description: 'Said STOP within a day after it.' }),
  })
  .openapi('BroadcastReport');

export const toReport = (report: BroadcastReport): z.input<typeof Report> => ({
  ...report,
  progress: { ...report.progress, messages: { ...report.progress.messages } },
  cost: report.cost ?? null,
  firstAt: toInstantOrNull(report.firstAt),
  lastAt: toInstantOrNull(report.lastAt),
});
