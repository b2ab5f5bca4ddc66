import { z } from '@hono/zod-openapi';
import { getChoices } from '../../services/contacts/choices.ts';
import { listCounsellings } from '../../services/counselling/list-counsellings.ts';
import { registerCounselling } from '../../services/counselling/register-counselling.ts';
import { getOrganisation } from '../../services/organisation.ts';
import { openChoices, PEOPLE_LISTS } from '../../services/relatives/people-lists.ts';
import { operation } from './frame/operation.ts';
import { Day, Id, Instant, Made, pageOf, toInstant } from './frame/shapes.ts';

const choice = z.string().min(1).max(60);
const texts = (example: string[]) => z.array(z.string()).openapi({ example });

const list = operation({
  id: 'listCounsellings',
  tag: 'contacts',
  method: 'get',
  path: '/counsellings',
  words: {
    da: 'Den seneste rådgivning af enheder, højst 50',
    en: 'The latest counselling of units, at most 50',
  },
  scope: 'contacts:read',
  right: 'look',
  answer: pageOf(
    z.object({
      id: Id,
      at: Instant,
      unit: z.string().nullable().openapi({ example: 'Plejehjemmet' }),
      kind: z.string().openapi({ example: 'kortlægning' }),
      staffGroups: texts(['ledere']),
      themes: texts(['samarbejde og forventninger']),
      participants: z.int().openapi({ example: 4 }),
      minutes: z.int().openapi({ example: 60 }),
      material: z.string().openapi({ example: '' }),
      followUp: z.string().openapi({ example: 'ingen' }),
      note: z.string().openapi({ example: '' }),
      advisor: z.string().openapi({ example: 'Rådgiver 1' }),
    }),
  ).openapi('CounsellingPage'),
  async run({ rt, staff }) {
    const lines = await listCounsellings(rt, staff);
    return {
      data: lines.map(({ id, at, unitName, ...line }) => ({
        id,
        at: toInstant(at),
        unit: unitName,
        kind: line.kind,
        staffGroups: line.staffGroups,
        themes: line.themes,
        participants: line.participants,
        minutes: line.minutes,
        material: line.material,
        followUp: line.followUp,
        note: line.note,
        advisor: line.advisor,
      })),
      next: null,
    };
  },
});

const register = operation({
  id: 'registerCounselling',
  tag: 'contacts',
  method: 'post',
  path: '/counsellings',
  words: { da: 'Registrér rådgivning af en enhed', en: 'Register counselling of a unit' },
  scope: 'contacts:write',
  right: 'care',
  body: z
    .strictObject({
      date: Day,
      unit: Id,
      kind: choice,
      staffGroups: z.array(choice).max(20).default([]),
      themes: z.array(choice).max(25).default([]),
      participants: z.int().min(1).max(1000),
      minutes: z.int().min(1).max(600),
      material: z.string().max(200).default(''),
      followUp: choice.default('ingen'),
      note: z.string().max(5000).default(''),
    })
    .openapi('NewCounselling', {
      example: { date: '2027-03-01', unit: 'unit-1', kind: 'kortlægning', participants: 4, minutes: 60 },
    }),
  answer: Made,
  status: 201,
  run: ({ rt, staff, body }) =>
    registerCounselling(rt, staff, {
      ...body,
      id: rt.newId(),
      participants: String(body.participants),
      minutes: String(body.minutes),
    }),
});

const choices = operation({
  id: 'listChoices',
  tag: 'settings',
  method: 'get',
  path: '/choices',
  words: {
    da: 'De lister, pårørende, samtaler og rådgivning registreres af',
    en: 'The lists that relatives, conversations and counselling are registered from',
  },
  scope: 'settings:read',
  right: 'look',
  answer: z
    .record(z.string(), z.array(z.string()))
    .openapi('Choices', { example: { levels: ['let', 'moderat', 'omfattende'] } }),
  async run({ rt }) {
    const { people } = await getOrganisation(rt);
    const ofPeople = PEOPLE_LISTS.map((list) => [list, openChoices(people, list)] as const);
    const all = [...Object.entries(await getChoices(rt)), ...ofPeople];
    return Object.fromEntries(all.map(([name, of]) => [name, [...of]]));
  },
});

const organisation = operation({
  id: 'showOrganisation',
  tag: 'settings',
  method: 'get',
  path: '/organisation',
  words: { da: 'Organisationen, som den står på siderne', en: 'The organisation as it stands on pages' },
  scope: 'settings:read',
  right: 'look',
  answer: z
    .object({
      kommune: z.string().openapi({ example: 'Prøve Kommune' }),
      authority: z.string().openapi({ example: 'Prøve Kommune, Socialforvaltningen' }),
      telefon: z.string().openapi({ example: '20 00 00 01' }),
      akut: z.string().openapi({ example: '20 00 00 02' }),
      aabningstid: z.string().openapi({ example: 'hverdage 8-15' }),
    })
    .openapi('Organisation'),
  async run({ rt }) {
    const { kommune, authority, telefon, akut, aabningstid } = await getOrganisation(rt);
    return { kommune, authority, telefon, akut, aabningstid };
  },
});

export const counsellingOperations = [list, register];
export const settingsOperations = [choices, organisation];
