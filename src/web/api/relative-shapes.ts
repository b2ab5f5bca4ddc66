// Relatives as the API tells them.
import { z } from '@hono/zod-openapi';
import type { RelativeForm } from '../../services/relatives/check-relative.ts';
import type { RelativeLine } from '../../services/relatives/list-relatives.ts';
import { CHANNELS, LANGUAGES } from '../../services/relatives/relative-choices.ts';
import type { RelativeView } from '../../services/relatives/show-relative.ts';
import { Id, Instant, listed, toInstant, toInstantOrNull } from './frame/shapes.ts';
import { journeyLine } from './journey-shapes.ts';

const name = z.string().openapi({ example: 'Pårørende 1' });

const Circle = z.object({
  id: Id,
  code: z.string().openapi({ example: 'K-7FQ2MX' }),
  state: z.string().openapi({ example: 'alive', description: 'alive, paused or dead' }),
});

const known = {
  id: Id,
  name,
  relation: z.string().openapi({ example: 'søskende' }),
  area: z.string().openapi({ example: 'demens' }),
  language: z.string().openapi({ example: 'da' }),
  ageBand: z.string().openapi({ example: '50-66' }),
  channel: z.string().openapi({ example: 'sms', description: 'sms, ring or brev' }),
  minor: z.boolean().openapi({ example: false }),
  createdAt: Instant,
  circle: Circle,
  unit: z.string().nullable().openapi({ example: 'Plejehjemmet' }),
};

/** A relative in a list. */
export const RelativeInList = z.object(known).openapi('RelativeInList');

export const toRelativeInList = (line: RelativeLine): z.input<typeof RelativeInList> => ({
  id: line.id,
  name: line.name,
  relation: line.relation,
  area: line.area,
  language: line.language,
  ageBand: line.ageBand,
  channel: line.channel,
  minor: line.minor === 1,
  createdAt: toInstant(line.createdAt),
  circle: { id: line.circleId, code: line.circleCode, state: line.circleState },
  unit: line.unitName,
});

const Journey = z.object({
  ...journeyLine,
  endedBecause: z.string().nullable().openapi({ example: null }),
  nextAt: Instant.nullable(),
});

/** A relative with the telephone, consents and journeys. */
export const Relative = z
  .object({
    ...known,
    tiltale: z.string().openapi({ example: 'Pårørende' }),
    guardian: z.string().nullable().openapi({ example: null }),
    note: z.string().nullable().openapi({ example: null }),
    number: z
      .object({
        text: z.string().openapi({ example: '20 00 00 01' }),
        landline: z.boolean().openapi({ example: false }),
        shared: z.boolean().openapi({ example: false }),
        stoppedAt: Instant.nullable(),
        wrongAt: Instant.nullable(),
      })
      .nullable(),
    quietUntil: Instant.nullable().openapi({
      description: 'Wants no group messages before; null: wants them.',
    }),
    numberSeen: z.string().openapi({ example: 'aXb3.sms.0', description: 'Sent back with another number.' }),
    consents: z.array(
      z.object({
        at: Instant,
        given: z.boolean().openapi({ example: true }),
        purpose: z.string().nullable().openapi({ example: 'sms' }),
        how: z.string().nullable().openapi({ example: 'staff' }),
        language: z.string().nullable().openapi({ example: 'da' }),
      }),
    ),
    journeys: z.array(Journey),
  })
  .openapi('Relative');

export const toRelative = (view: RelativeView): z.input<typeof Relative> => ({
  id: view.id,
  name: view.name,
  tiltale: view.tiltale,
  relation: view.relation,
  area: view.area,
  language: view.language,
  ageBand: view.ageBand,
  channel: view.channel,
  minor: view.minor,
  createdAt: toInstant(view.createdAt),
  circle: { id: view.circle.id, code: view.circle.code, state: view.circle.state },
  unit: view.circle.unitName,
  guardian: view.guardian ?? null,
  note: view.note ?? null,
  number: view.number && {
    text: view.number.text,
    landline: view.number.landline,
    shared: view.number.shared,
    stoppedAt: toInstantOrNull(view.number.stoppedAt),
    wrongAt: toInstantOrNull(view.number.wrongAt),
  },
  quietUntil: toInstantOrNull(view.quietUntil),
  numberSeen: view.numberSeen,
  consents: view.consents.map(({ at, given, purpose, how, language }) => ({
    at: toInstant(at),
    given,
    purpose,
    how: how ?? null,
    language: language ?? null,
  })),
  journeys: view.journeys.map((journey) => ({
    id: journey.id,
    flow: journey.flowName,
    title: journey.title,
    status: journey.status,
    hold: journey.hold,
    startedAt: toInstant(journey.startedAt),
    endedAt: toInstantOrNull(journey.endedAt),
    endedBecause: journey.endedBecause,
    nextAt: toInstantOrNull(journey.nextAt),
  })),
});

const NumberSeen = z.string().max(200).openapi({
  example: 'aXb3.sms.0',
  description: 'How they are reached, as it was read; what somebody changed since is not written over.',
});

const PhoneKind = z.enum(['auto', 'mobile', 'landline']).default('auto');
const number = z.string().max(40).openapi({ example: '+45 20 00 00 01' });
const shared = z.boolean().default(false).openapi({ description: 'Others read this telephone too.' });

/** A relative to register. */
export const NewRelative = z
  .strictObject({
    name: z.string().min(1).max(60).openapi({ example: 'Pårørende 1' }),
    tiltale: z.string().min(1).max(20).openapi({ example: 'Pårørende' }),
    number: number.optional(),
    phone: PhoneKind,
    channel: z.enum(CHANNELS).default('sms'),
    language: z.enum(LANGUAGES).default('da'),
    relation: listed('relations'),
    area: listed('areas'),
    ageBand: listed('ageBands').default('ukendt'),
    guardian: z.string().max(200).optional().openapi({ description: 'Required for 0-17.' }),
    note: z.string().max(1000).optional(),
    circle: z
      .string()
      .max(20)
      .optional()
      .openapi({ description: 'Code of a circle that is there; a new one is made at `unit` without it.' }),
    unit: Id.optional(),
    shared,
    consent: z.boolean().default(false).openapi({ description: 'The relative has said yes to SMS.' }),
  })
  .openapi('NewRelative', {
    example: {
      name: 'Pårørende 1',
      tiltale: 'Pårørende',
      number: '+45 20 00 00 01',
      relation: 'søskende',
      area: 'demens',
      unit: 'unit-1',
      consent: true,
    },
  });

const yes = (is: boolean): string => (is ? 'yes' : '');

export const toRelativeForm = (body: z.output<typeof NewRelative>): RelativeForm => ({
  ...body,
  number: body.number ?? '',
  guardian: body.guardian ?? '',
  note: body.note ?? '',
  circle: body.circle ?? '',
  unit: body.unit ?? '',
  shared: yes(body.shared),
  consent: yes(body.consent),
});

/** Another number, or another channel on the same. */
export const NewNumber = z
  .strictObject({ number, phone: PhoneKind, channel: z.enum(CHANNELS), shared, seen: NumberSeen })
  .openapi('NewNumber', { example: { number: '+45 20 00 00 02', channel: 'sms', seen: 'aXb3.sms.0' } });

export const toNumberForm = (body: z.output<typeof NewNumber>) => ({ ...body, shared: yes(body.shared) });
