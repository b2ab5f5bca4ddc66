import { z } from '@hono/zod-openapi';
import { AppError } from '../../services/app-error.ts';
import { chooseMany } from '../../services/journeys/choose-many.ts';
import { cancelOrder, orderMany, showOrder } from '../../services/journeys/order-many.ts';
import { previewMany } from '../../services/journeys/preview-many.ts';
import {
  Chosen,
  EXAMPLE_PLAN,
  ManyEffect,
  ManyOrder,
  PLAN,
  toChoice,
  toManyEffect,
  toManyOrder,
} from './enrolment-shapes.ts';
import { namingAnchors } from './flows.ts';
import { operation } from './frame/operation.ts';
import { renameFields } from './frame/rename-fields.ts';
import { Id, Made, Nothing } from './frame/shapes.ts';

const tag = 'journeys';
const OneEnrolment = z.strictObject({ enrolment: Id });

/** What the desk's form calls the fields. */
const NAMES = { valgt: 'relatives', navn: 'search' };

const choose = operation({
  id: 'chooseForEnrolment',
  tag,
  method: 'post',
  path: '/enrolments',
  words: {
    da: 'Vælg, hvem der skal tilmeldes et forløb på én gang: dem, en kreds eller alle i en søgning. Endnu sker intet',
    en: 'Choose who is to be enrolled at once: these, a circle or all of a search. Nothing happens yet',
  },
  scope: 'journeys:write',
  right: 'care',
  body: Chosen,
  answer: Made,
  status: 201,
  async run({ rt, staff, body }) {
    const choice = toChoice(body);
    if (!choice) throw new AppError('field-missing', 'relatives');
    return { id: await renameFields(NAMES, () => chooseMany(rt, staff, choice)) };
  },
});

const preview = operation({
  id: 'previewEnrolment',
  tag,
  method: 'post',
  path: '/enrolments/{enrolment}/preview',
  words: {
    da: 'Vis, hvad tilmeldingen vil gøre, og hvem der ikke kan begynde, og hvorfor. Intet ændres',
    en: 'Show what the enrolment would do, and who cannot begin and why. Changes nothing',
  },
  scope: 'journeys:read',
  right: 'care',
  params: OneEnrolment,
  body: z.strictObject(PLAN).openapi('EnrolmentPlan', { example: EXAMPLE_PLAN }),
  answer: ManyEffect,
  run: ({ rt, staff, params, body }) =>
    namingAnchors(rt, body.flow, async () =>
      toManyEffect(await previewMany(rt, staff, params.enrolment, body)),
    ),
});

const order = operation({
  id: 'orderEnrolment',
  tag,
  method: 'post',
  path: '/enrolments/{enrolment}/order',
  words: {
    da: 'Tilmeld alle, der kan begynde; det sker side for side og kan stoppes undervejs',
    en: 'Enrol all who can begin; it goes page by page and can be stopped on the way',
  },
  scope: 'journeys:write',
  right: 'care',
  params: OneEnrolment,
  body: z
    .strictObject({
      ...PLAN,
      apart: z.boolean().default(false).openapi({ description: 'Known: some stand apart.' }),
      past: z.boolean().default(false).openapi({ description: 'Known: a date has passed.' }),
    })
    .openapi('EnrolmentOrdering', { example: EXAMPLE_PLAN }),
  answer: Nothing,
  async run({ rt, staff, params, body: { apart, past, ...plan } }) {
    const form = { ...plan, apartConfirmed: apart, pastConfirmed: past };
    const give = () => orderMany(rt, staff, params.enrolment, form);
    await namingAnchors(rt, plan.flow, () => renameFields({ valgt: 'flow' }, give));
    return {};
  },
});

const show = operation({
  id: 'showEnrolment',
  tag,
  method: 'get',
  path: '/enrolments/{enrolment}',
  words: {
    da: 'Hvor langt en bestilt tilmelding er, og hvem der ikke kom med, og hvorfor',
    en: 'How far an ordered enrolment is, and who was left out and why',
  },
  scope: 'journeys:read',
  right: 'care',
  params: OneEnrolment,
  answer: ManyOrder,
  run: async ({ rt, staff, params }) => toManyOrder(await showOrder(rt, staff, params.enrolment)),
});

const cancel = operation({
  id: 'cancelEnrolment',
  tag,
  method: 'post',
  path: '/enrolments/{enrolment}/cancel',
  words: {
    da: 'Stop en tilmelding: ingen, der venter endnu, begynder; de, der er begyndt, går videre',
    en: 'Stop an enrolment: nobody who still waits begins; who has begun goes on',
  },
  scope: 'journeys:write',
  right: 'care',
  params: OneEnrolment,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await cancelOrder(rt, staff, params.enrolment);
    return {};
  },
});

export const enrolmentOperations = [choose, preview, order, show, cancel];
