import { z } from '@hono/zod-openapi';
import { changeCounselling, countCounselling } from '../../services/counselling/change-counselling.ts';
import { type CounsellingView, listCounsellings } from '../../services/counselling/list-counsellings.ts';
import { registerCounselling } from '../../services/counselling/register-counselling.ts';
import { showCounselling } from '../../services/counselling/show-counselling.ts';
import { operation } from './frame/operation.ts';
import {
  Day,
  Id,
  Instant,
  Made,
  Nothing,
  pageOf,
  SeenAt,
  toInstant,
  toInstantOrNull,
} from './frame/shapes.ts';

const tag = 'contacts';
const OneCounselling = z.strictObject({ counselling: Id });
const choice = z.string().min(1).max(60);
const texts = (example: string[]) => z.array(z.string()).openapi({ example });

const known = {
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
};

const toCounselling = ({ id, at, unitName, ...line }: CounsellingView) => ({
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
});

const list = operation({
  id: 'listCounsellings',
  tag,
  method: 'get',
  path: '/counsellings',
  words: {
    da: 'Den seneste rådgivning af enheder, højst 50',
    en: 'The latest counselling of units, at most 50',
  },
  scope: 'contacts:read',
  right: 'look',
  answer: pageOf(z.object(known)).openapi('CounsellingPage'),
  async run({ rt, staff }) {
    return { data: (await listCounsellings(rt, staff)).map(toCounselling), next: null };
  },
});

const show = operation({
  id: 'showCounselling',
  tag,
  method: 'get',
  path: '/counsellings/{counselling}',
  words: {
    da: 'En registreret rådgivning, også en, der er taget tilbage',
    en: 'One registered counselling, also one that was taken back',
  },
  scope: 'contacts:read',
  right: 'look',
  params: OneCounselling,
  answer: z
    .object({
      ...known,
      date: Day,
      unitId: Id,
      seen: SeenAt,
      own: z
        .boolean()
        .openapi({ example: true, description: 'Registered by this key, which alone may change it.' }),
      takenBackAt: Instant.nullable().openapi({ description: 'It counts no more since then.' }),
    })
    .openapi('Counselling'),
  async run({ rt, staff, params }) {
    const view = await showCounselling(rt, staff, params.counselling);
    return {
      ...toCounselling(view),
      date: view.date,
      unitId: view.unitId,
      seen: view.changedAt,
      own: view.isOwn,
      takenBackAt: toInstantOrNull(view.takenBackAt),
    };
  },
});

/** What is said of it. */
const said = {
  date: Day,
  unit: Id,
  kind: choice,
  staffGroups: z.array(choice).max(20),
  themes: z.array(choice).max(25),
  participants: z.int().min(1).max(1000),
  minutes: z.int().min(1).max(600),
  material: z.string().max(200),
  followUp: choice,
  note: z.string().max(5000),
};

const EXAMPLE = { date: '2027-03-01', unit: 'unit-1', kind: 'kortlægning', participants: 4, minutes: 60 };

/** As its form sends it. */
const toForm = <T extends { participants: number; minutes: number }>(body: T) => ({
  ...body,
  participants: String(body.participants),
  minutes: String(body.minutes),
});

const register = operation({
  id: 'registerCounselling',
  tag,
  method: 'post',
  path: '/counsellings',
  words: { da: 'Registrér rådgivning af en enhed', en: 'Register counselling of a unit' },
  scope: 'contacts:write',
  right: 'care',
  body: z
    .strictObject({
      ...said,
      staffGroups: said.staffGroups.default([]),
      themes: said.themes.default([]),
      material: said.material.default(''),
      followUp: said.followUp.default('ingen'),
      note: said.note.default(''),
    })
    .openapi('NewCounselling', { example: EXAMPLE }),
  answer: Made,
  status: 201,
  location: ({ id }) => `/counsellings/${id}`,
  run: ({ rt, staff, body }) => registerCounselling(rt, staff, { ...toForm(body), id: rt.newId() }),
});

const change = operation({
  id: 'changeCounselling',
  tag,
  method: 'post',
  path: '/counsellings/{counselling}',
  words: {
    da: 'Skriv sin egen registrering om; send det hele, som det blev læst, med ændringerne',
    en: 'Write your own registration anew; send all of it as it was read, with what changes',
  },
  scope: 'contacts:write',
  right: 'care',
  params: OneCounselling,
  body: z.strictObject({ ...said, seen: SeenAt }).openapi('CounsellingChange', {
    example: {
      ...{ ...EXAMPLE, staffGroups: ['ledere'], themes: [], material: '', followUp: 'ingen', note: '' },
      seen: 1803805200000,
    },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await changeCounselling(rt, staff, params.counselling, toForm(body));
    return {};
  },
});

const count = operation({
  id: 'countCounselling',
  tag,
  method: 'post',
  path: '/counsellings/{counselling}/count',
  words: {
    da: 'Tag sin egen registrering tilbage, så den ikke tæller, eller lad den tælle igen',
    en: 'Take your own registration back, so that it does not count, or let it count again',
  },
  scope: 'contacts:write',
  right: 'care',
  params: OneCounselling,
  body: z
    .strictObject({ counts: z.boolean() })
    .openapi('CounsellingCounting', { example: { counts: false } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await countCounselling(rt, staff, params.counselling, body.counts);
    return {};
  },
});

export const counsellingOperations = [list, show, register, change, count];
