import { z } from '@hono/zod-openapi';
import { holdCircleByStaff, releaseCircleByStaff } from '../../services/circles/hold-circle-by-staff.ts';
import { CIRCLE_STATES, listCircles } from '../../services/circles/list-circles.ts';
import { moveCircleToUnit } from '../../services/circles/move-circle.ts';
import { noteCircle } from '../../services/circles/note-circle.ts';
import { showCircle } from '../../services/circles/show-circle.ts';
import { withdrawCircleConsent } from '../../services/circles/withdraw-circle-consent.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Day, Id, Instant, Nothing, PageQuery, pageOf, toInstant, toInstantOrNull } from './frame/shapes.ts';

const tag = 'circles';
const OneCircle = z.strictObject({ circle: Id });
/** What is noted of a circle, as it was read. */
const Seen = z
  .string()
  .regex(/^[01]\.(\d{4}-\d{2}-\d{2})?$/)
  .openapi({
    example: '0.2027-03-01',
    description: 'As it was read; who notes over what was changed meanwhile is refused.',
  });
const count = z.int().openapi({ example: 2 });

const list = operation({
  id: 'listCircles',
  tag,
  method: 'get',
  path: '/circles',
  words: { da: 'Kredse, de nyeste først', en: 'Circles, the newest first' },
  scope: 'circles:read',
  right: 'look',
  query: PageQuery.extend({ unit: Id.optional(), state: z.enum(CIRCLE_STATES).optional() }),
  answer: pageOf(
    z
      .object({
        id: Id,
        code: z.string().openapi({ example: 'K-7FQ2MX' }),
        unit: z.string().nullable().openapi({ example: 'Plejehjemmet' }),
        state: z.string().openapi({ example: 'alive' }),
        createdAt: Instant,
      })
      .openapi('CircleInList'),
  ).openapi('CirclePage'),
  async run({ rt, staff, query: { cursor, limit, unit, state } }) {
    const place = readCursor('circles', cursor);
    const { lines, next } = await listCircles(rt, staff, {
      most: limit,
      ...(unit ? { unitId: unit } : {}),
      ...(state ? { state } : {}),
      ...(place ? { after: { at: place.at, id: place.id } } : {}),
    });
    return {
      data: lines.map(({ id, code, unitName, state: now, createdAt }) => ({
        id,
        code,
        unit: unitName,
        state: now,
        createdAt: toInstant(createdAt),
      })),
      next: next ? writeCursor(['circles', next.at, next.id]) : null,
    };
  },
});

const show = operation({
  id: 'showCircle',
  tag,
  method: 'get',
  path: '/circles/{circle}',
  words: {
    da: 'En kreds: hvem der er i den, og hvad en pause ville stoppe',
    en: 'A circle: who is in it, and what a pause would stop',
  },
  scope: 'circles:read',
  right: 'look',
  params: OneCircle,
  answer: z
    .object({
      id: Id,
      code: z.string().openapi({ example: 'K-7FQ2MX' }),
      unit: z.string().nullable().openapi({ example: 'Plejehjemmet' }),
      state: z.string().openapi({ example: 'alive', description: 'alive, paused or dead' }),
      stateAt: Instant.nullable(),
      apart: z.boolean().openapi({ example: false, description: 'They must not hear of each other.' }),
      consentCheckedOn: Day.nullable(),
      seen: Seen,
      people: z.array(
        z.object({
          id: Id,
          name: z.string().openapi({ example: 'Pårørende 1' }),
          relation: z.string().openapi({ example: 'søskende' }),
        }),
      ),
      effect: z.object({ journeys: count, held: count, messages: count }),
    })
    .openapi('Circle'),
  async run({ rt, staff, params }) {
    const circle = await showCircle(rt, staff, params.circle);
    return {
      id: circle.id,
      code: circle.code,
      unit: circle.unitName,
      state: circle.state,
      stateAt: toInstantOrNull(circle.stateAt),
      apart: circle.apart === 1,
      consentCheckedOn: circle.consentCheckedOn,
      seen: circle.seen,
      people: circle.people,
      effect: circle.effect,
    };
  },
});

const hold = operation({
  id: 'holdCircle',
  tag,
  method: 'post',
  path: '/circles/{circle}/hold',
  words: {
    da: 'Stop alt omkring borgeren: pause, eller borgeren er død',
    en: 'Stop everything around the resident: a pause, or the resident has died',
  },
  scope: 'circles:write',
  right: 'care',
  params: OneCircle,
  body: z.strictObject({ as: z.enum(['paused', 'dead']) }).openapi('Hold', { example: { as: 'paused' } }),
  answer: z.object({ journeys: count, messages: count }).openapi('Held'),
  async run({ rt, staff, params, body }) {
    const { journeys, messages } = await holdCircleByStaff(rt, staff, params.circle, body.as);
    return { journeys, messages };
  },
});

const release = operation({
  id: 'releaseCircle',
  tag,
  method: 'post',
  path: '/circles/{circle}/release',
  words: { da: 'Sæt kredsen i gang igen', en: 'Let the circle go on' },
  scope: 'circles:write',
  right: 'care',
  params: OneCircle,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await releaseCircleByStaff(rt, staff, params.circle);
    return {};
  },
});

const note = operation({
  id: 'noteCircle',
  tag,
  method: 'post',
  path: '/circles/{circle}/note',
  words: {
    da: 'Notér "hver for sig", og hvornår borgerens samtykke er kontrolleret',
    en: "Note whether they stand apart, and when the resident's consent was checked",
  },
  scope: 'circles:write',
  right: 'care',
  params: OneCircle,
  body: z
    .strictObject({
      apart: z.boolean(),
      consentCheckedOn: z.iso.date().nullable().openapi({
        description: 'None where there was one withdraws it: journeys of the track inddragelse end.',
      }),
      seen: Seen,
    })
    .openapi('CircleNote', { example: { apart: false, consentCheckedOn: '2027-03-01', seen: '0.' } }),
  answer: Nothing,
  async run({ rt, staff, params, body: { apart, consentCheckedOn, seen } }) {
    await noteCircle(rt, staff, params.circle, { apart, consentCheckedOn: consentCheckedOn ?? '', seen });
    return {};
  },
});

const move = operation({
  id: 'moveCircle',
  tag,
  method: 'post',
  path: '/circles/{circle}/move',
  words: { da: 'Flyt kredsen til en anden enhed', en: 'Move the circle to another unit' },
  scope: 'circles:write',
  right: 'care',
  params: OneCircle,
  body: z
    .strictObject({ from: Id, unit: Id })
    .openapi('CircleMove', { example: { from: 'unit-1', unit: 'unit-2' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await moveCircleToUnit(rt, staff, params.circle, body);
    return {};
  },
});

const withdraw = operation({
  id: 'withdrawCircleConsent',
  tag,
  method: 'post',
  path: '/circles/{circle}/consent/withdraw',
  words: {
    da: 'Borgeren er ikke indforstået mere: forløb med inddragelse slutter',
    en: 'The resident does not agree any more: journeys of the track inddragelse end',
  },
  scope: 'circles:write',
  right: 'care',
  params: OneCircle,
  answer: z.object({ ended: count }).openapi('ConsentWithdrawn'),
  run: async ({ rt, staff, params }) => ({ ended: await withdrawCircleConsent(rt, staff, params.circle) }),
});

export const circleOperations = [list, show, hold, release, note, move, withdraw];
