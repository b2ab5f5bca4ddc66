import { z } from '@hono/zod-openapi';
import { confirmOffer, retireOffer } from '../../services/offers/keep-offer.ts';
import { listOffers, type OfferLine } from '../../services/offers/list-offers.ts';
import { showOffer } from '../../services/offers/show-offer.ts';
import { signpost } from '../../services/offers/signpost.ts';
import { addOffer, changeOffer } from '../../services/offers/write-offer.ts';
import { operation } from './frame/operation.ts';
import { Day, Id, Made, Nothing, pageOf, SeenAt } from './frame/shapes.ts';

const tag = 'offers';
const OneOffer = z.strictObject({ offer: Id });
const EXAMPLE = {
  title: 'Samtalegruppe',
  text: 'En gruppe for pårørende.',
  target: 'Pårørende til mennesker med demens',
  area: 'demens',
  contact: 'Ring til centret',
  inside: true,
};

const Offer = z
  .object({
    id: Id,
    title: z.string().openapi({ example: EXAMPLE.title }),
    text: z.string().openapi({ example: EXAMPLE.text }),
    target: z.string().openapi({ example: EXAMPLE.target }),
    area: z.string().openapi({ example: EXAMPLE.area }),
    contact: z.string().openapi({ example: EXAMPLE.contact }),
    url: z.string().nullable().openapi({ example: null }),
    inside: z.boolean().openapi({ example: true, description: 'Of the municipality itself.' }),
    validUntil: Day.nullable(),
    checkedOn: Day,
    retired: z.boolean().openapi({ example: false }),
    seen: SeenAt,
    shownThisYear: z.int().openapi({ example: 4 }),
  })
  .openapi('Offer');

const toOffer = (line: OfferLine): z.input<typeof Offer> => ({
  id: line.id,
  title: line.title,
  text: line.text,
  target: line.target,
  area: line.area,
  contact: line.contact,
  url: line.url,
  inside: line.inside === 1,
  validUntil: line.validUntil,
  checkedOn: line.checkedOn,
  retired: line.retiredAt !== null,
  seen: line.changedAt,
  shownThisYear: line.shownThisYear,
});

const NewOffer = z
  .strictObject({
    title: z.string().min(1).max(100),
    text: z.string().min(1).max(2000),
    target: z.string().min(1).max(300),
    area: z.string().max(60).openapi({ description: '`alle`, or a value of the list `areas` of /choices.' }),
    contact: z.string().min(1).max(300),
    url: z.string().max(500).optional(),
    inside: z.boolean(),
    validUntil: Day.optional(),
  })
  .openapi('NewOffer', { example: EXAMPLE });

const toOfferForm = (body: z.output<typeof NewOffer>) => ({
  ...body,
  url: body.url ?? '',
  inside: body.inside ? 'yes' : '',
  validUntil: body.validUntil ?? '',
});

const list = operation({
  id: 'listOffers',
  tag,
  method: 'get',
  path: '/offers',
  words: { da: 'Vejviserens tilbud', en: 'The offers of the signpost' },
  scope: 'offers:read',
  right: 'look',
  query: z.strictObject({
    words: z.string().max(80).optional().openapi({ description: 'Beginnings of words of the offer.' }),
    area: z.string().max(60).optional(),
    side: z.enum(['inside', 'outside']).optional(),
    retired: z.enum(['true', 'false']).optional().openapi({ description: 'Those taken out instead.' }),
  }),
  answer: pageOf(Offer).openapi('OfferPage'),
  async run({ rt, staff, query: { words, area, side, retired } }) {
    const query = {
      ...(words ? { words } : {}),
      ...(area ? { area } : {}),
      ...(side ? { side } : {}),
      retired: retired === 'true',
    };
    return { data: (await listOffers(rt, staff, query)).map(toOffer), next: null };
  },
});

const show = operation({
  id: 'showOffer',
  tag,
  method: 'get',
  path: '/offers/{offer}',
  words: { da: 'Et tilbud', en: 'An offer' },
  scope: 'offers:read',
  right: 'look',
  params: OneOffer,
  answer: Offer,
  run: async ({ rt, staff, params }) => toOffer(await showOffer(rt, staff, params.offer)),
});

const add = operation({
  id: 'addOffer',
  tag,
  method: 'post',
  path: '/offers',
  words: { da: 'Læg et tilbud i vejviseren', en: 'Put an offer into the signpost' },
  scope: 'offers:write',
  right: 'coordinate',
  body: NewOffer,
  answer: Made,
  status: 201,
  location: ({ id }) => `/offers/${id}`,
  run: ({ rt, staff, body }) => addOffer(rt, staff, toOfferForm(body)),
});

const change = operation({
  id: 'changeOffer',
  tag,
  method: 'post',
  path: '/offers/{offer}',
  words: {
    da: 'Skriv et tilbud om; det tæller som tjekket',
    en: 'Write an offer anew; it counts as checked',
  },
  scope: 'offers:write',
  right: 'coordinate',
  params: OneOffer,
  body: NewOffer.extend({ seen: SeenAt }).openapi('OfferChange', {
    example: { ...EXAMPLE, seen: 1803805200000 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body: { seen, ...offer } }) {
    await changeOffer(rt, staff, params.offer, { ...toOfferForm(offer), seen });
    return {};
  },
});

const check = operation({
  id: 'checkOffer',
  tag,
  method: 'post',
  path: '/offers/{offer}/check',
  words: { da: 'Tilbuddet er tjekket i dag', en: 'The offer was checked today' },
  scope: 'offers:write',
  right: 'coordinate',
  params: OneOffer,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await confirmOffer(rt, staff, params.offer);
    return {};
  },
});

const retire = operation({
  id: 'retireOffer',
  tag,
  method: 'post',
  path: '/offers/{offer}/retire',
  words: { da: 'Tag et tilbud ud, eller læg det tilbage', en: 'Take an offer out, or put it back' },
  scope: 'offers:write',
  right: 'coordinate',
  params: OneOffer,
  body: z.strictObject({ retired: z.boolean() }).openapi('Retirement', { example: { retired: true } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await retireOffer(rt, staff, params.offer, body.retired);
    return {};
  },
});

const shown = operation({
  id: 'signpost',
  tag,
  method: 'post',
  path: '/offers/{offer}/signpost',
  words: { da: 'En pårørende er vist vej til tilbuddet', en: 'A relative was shown the way to the offer' },
  scope: 'offers:write',
  right: 'care',
  params: OneOffer,
  body: z
    .strictObject({ relative: Id.optional(), contact: Id.optional() })
    .openapi('Signpost', { example: { relative: 'V1StGXR8Z5jdHi6BmyTQ4A' } }),
  answer: Made,
  status: 201,
  run: ({ rt, staff, params, body: { relative, contact } }) =>
    signpost(rt, staff, {
      offerId: params.offer,
      ...(relative ? { relativeId: relative } : {}),
      ...(contact ? { contactId: contact } : {}),
    }),
});

export const offerOperations = [list, show, add, change, check, retire, shown];
