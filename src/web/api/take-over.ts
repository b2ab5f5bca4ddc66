import { z } from '@hono/zod-openapi';
import { foreseeTakeOver, listTakeOverChoices, takeOver } from '../../services/staff/take-over.ts';
import { operation } from './frame/operation.ts';
import { renameFields } from './frame/rename-fields.ts';
import { Id, pageOf } from './frame/shapes.ts';

const tag = 'relatives';
const NAMES = { fra: 'from', til: 'to' };
const count = z.int().openapi({ example: 3 });

const Order = z
  .strictObject({
    from: Id.optional().openapi({ description: 'Whose work; without `relative` it is needed.' }),
    to: Id,
    relative: Id.optional().openapi({ description: 'Only what concerns this one, whoever has it.' }),
  })
  .openapi('TakeOver', { example: { from: 'advisor-1', to: 'advisor-2' } });

const toOrder = ({ from, to, relative }: z.output<typeof Order>) => ({
  to,
  ...(from ? { from } : {}),
  ...(relative ? { relativeId: relative } : {}),
});

const choices = operation({
  id: 'listColleagues',
  tag,
  method: 'get',
  path: '/colleagues',
  words: {
    da: 'Brugere ved id og navn: hvem der har haft pårørende, og hvem der kan få dem',
    en: 'Users by id and name: who has had relatives, and who may have them',
  },
  scope: 'relatives:read',
  right: 'care',
  answer: pageOf(
    z.object({
      id: Id,
      name: z.string().openapi({ example: 'Rådgiver 1' }),
      mayCare: z.boolean().openapi({ example: true, description: 'Can be given relatives.' }),
    }),
  ).openapi('ColleaguePage'),
  run: async ({ rt, staff }) => ({ data: (await listTakeOverChoices(rt, staff)).from, next: null }),
});

const foresee = operation({
  id: 'foreseeTakeOver',
  tag,
  method: 'post',
  path: '/take-overs/preview',
  words: {
    da: 'Hvad der ville følge med, hvis en rådgiver overtog en andens arbejde',
    en: "What would move if an advisor took over another's work",
  },
  scope: 'relatives:read',
  right: 'coordinate',
  body: Order,
  answer: z
    .object({
      relatives: z.array(z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 1' }) })),
      journeys: count,
      alerts: count,
      conversations: count,
      appointments: count,
      unseen: count.openapi({ description: 'Relatives who stay, since the receiver may not see them.' }),
    })
    .openapi('TakeOverEffect'),
  run: ({ rt, staff, body }) => renameFields(NAMES, () => foreseeTakeOver(rt, staff, toOrder(body))),
});

const carryOut = operation({
  id: 'takeOver',
  tag,
  method: 'post',
  path: '/take-overs',
  words: {
    da: 'Lad en rådgiver overtage en andens pårørende, samtaler og kommende aftaler',
    en: "Let an advisor take over another's relatives, conversations and appointments to come",
  },
  scope: 'relatives:write',
  right: 'coordinate',
  body: Order,
  answer: z.object({ relatives: count, conversations: count, appointments: count }).openapi('TakenOver'),
  run: ({ rt, staff, body }) => renameFields(NAMES, () => takeOver(rt, staff, toOrder(body))),
});

export const takeOverOperations = [choices, foresee, carryOut];
