import { z } from '@hono/zod-openapi';
import { changeNumber } from '../../services/relatives/change-number.ts';
import { closeNumberByStaff } from '../../services/relatives/close-number-by-staff.ts';
import { createRelative } from '../../services/relatives/create-relative.ts';
import { findRelatives } from '../../services/relatives/find-relatives.ts';
import { listRelatives } from '../../services/relatives/list-relatives.ts';
import { moveCircle } from '../../services/relatives/move-circle.ts';
import { showRelative } from '../../services/relatives/show-relative.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Made, Nothing, PageQuery, pageOf } from './frame/shapes.ts';
import {
  NewNumber,
  NewRelative,
  Relative,
  RelativeInList,
  toNumberForm,
  toRelative,
  toRelativeForm,
  toRelativeInList,
} from './relative-shapes.ts';

const tag = 'relatives';
const OneRelative = z.strictObject({ relative: Id });

const list = operation({
  id: 'listRelatives',
  tag,
  method: 'get',
  path: '/relatives',
  words: { da: 'Pårørende, de nyeste først', en: 'Relatives, the newest first' },
  scope: 'relatives:read',
  right: 'look',
  query: PageQuery.extend({ circle: Id.optional() }),
  answer: pageOf(RelativeInList).openapi('RelativePage'),
  async run({ rt, staff, query: { cursor, limit, circle } }) {
    const after = readCursor('relatives', cursor);
    const { lines, next } = await listRelatives(rt, staff, {
      most: limit,
      ...(after ? { after: { createdAt: after.at, id: after.id } } : {}),
      ...(circle ? { circleId: circle } : {}),
    });
    return {
      data: lines.map(toRelativeInList),
      next: next ? writeCursor(['relatives', next.createdAt, next.id]) : null,
    };
  },
});

const search = operation({
  id: 'searchRelatives',
  tag,
  method: 'post',
  path: '/relatives/search',
  words: {
    da: 'Find pårørende på nummer eller navn, uden at det står i en adresse',
    en: 'Find relatives by number or name, so that neither stands in an address',
  },
  scope: 'relatives:read',
  right: 'look',
  body: z
    .strictObject({ text: z.string().min(1).max(80) })
    .openapi('Search', { example: { text: '20 00 00 01' } }),
  answer: z
    .object({
      by: z.string().openapi({ example: 'number', description: 'number or name' }),
      data: z.array(RelativeInList),
      more: z.boolean().openapi({ example: false, description: 'There are others; say more of the name.' }),
    })
    .openapi('FoundRelatives'),
  async run({ rt, staff, body: { text } }) {
    const { by, lines, more } = await findRelatives(rt, staff, text);
    return { by, data: lines.map(toRelativeInList), more };
  },
});

const create = operation({
  id: 'createRelative',
  tag,
  method: 'post',
  path: '/relatives',
  words: { da: 'Registrér en pårørende', en: 'Register a relative' },
  scope: 'relatives:write',
  right: 'care',
  body: NewRelative,
  answer: Made,
  status: 201,
  location: ({ id }) => `/relatives/${id}`,
  run: ({ rt, staff, body }) => createRelative(rt, staff, toRelativeForm(body)),
});

const show = operation({
  id: 'showRelative',
  tag,
  method: 'get',
  path: '/relatives/{relative}',
  words: {
    da: 'En pårørende med telefon, samtykker og forløb. Opslaget noteres',
    en: 'A relative with telephone, consents and journeys. The look is noted',
  },
  scope: 'relatives:read',
  right: 'look',
  params: OneRelative,
  answer: Relative,
  run: async ({ rt, staff, params }) => toRelative(await showRelative(rt, staff, params.relative, 'api')),
});

const number = operation({
  id: 'changeNumber',
  tag,
  method: 'post',
  path: '/relatives/{relative}/number',
  words: {
    da: 'Skift nummer eller kanal; det gamle nummer får besked',
    en: 'Change the number or channel; the old number is told',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: NewNumber,
  answer: z
    .object({ changed: z.string().openapi({ example: 'number', description: 'number or contact' }) })
    .openapi('NumberChanged'),
  run: ({ rt, staff, params, body }) => changeNumber(rt, staff, params.relative, toNumberForm(body)),
});

const close = operation({
  id: 'closeNumber',
  tag,
  method: 'post',
  path: '/relatives/{relative}/number/close',
  words: {
    da: 'Luk nummeret for sms: den pårørende vil ikke have dem, eller nummeret er forkert',
    en: 'Close the number to SMS: the relative wants none, or the number is wrong',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: z
    .strictObject({ as: z.enum(['stopped', 'wrong']) })
    .openapi('NumberClosing', { example: { as: 'stopped' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeNumberByStaff(rt, staff, params.relative, body.as);
    return {};
  },
});

const circle = operation({
  id: 'moveRelative',
  tag,
  method: 'post',
  path: '/relatives/{relative}/circle',
  words: {
    da: 'Flyt en pårørende til en anden kreds, eller til en ny ved en enhed; forløb går videre',
    en: 'Move a relative to another circle, or to a new one at a unit; journeys go on',
  },
  scope: 'relatives:write',
  right: 'care',
  params: OneRelative,
  body: z
    .strictObject({
      circle: z.string().max(20).optional().openapi({ description: 'Code of the other circle.' }),
      unit: Id.optional().openapi({ description: 'Where a new one is made, without a code.' }),
    })
    .openapi('RelativeMove', { example: { unit: 'unit-1' } }),
  answer: Nothing,
  async run({ rt, staff, params, body: { circle: code = '', unit = '' } }) {
    await moveCircle(rt, staff, params.relative, { circle: code, unit });
    return {};
  },
});

export const relativeOperations = [list, search, create, show, number, close, circle];
