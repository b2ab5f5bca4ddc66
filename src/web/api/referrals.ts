import { z } from '@hono/zod-openapi';
import { listReferrals, type ReferralLine, showReferral } from '../../services/referrals/list-referrals.ts';
import { referToSource } from '../../services/referrals/refer-relative.ts';
import {
  DECLINE_REASONS,
  declineReferral,
  reopenReferral,
  takeReferral,
  takeReferralFor,
} from '../../services/referrals/settle-referral.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, listed, Made, Nothing, PageQuery, pageOf, toInstant } from './frame/shapes.ts';
import { NewRelative, toRelativeForm } from './relative-shapes.ts';

const tag = 'referrals';
const OneReferral = z.strictObject({ referral: Id });

const known = {
  id: Id,
  name: z.string().openapi({ example: 'Pårørende 1' }),
  relation: z.string().openapi({ example: 'søskende' }),
  area: z.string().openapi({ example: 'demens' }),
  status: z.string().openapi({ example: 'waiting', description: 'waiting, taken or declined' }),
  source: z.string().openapi({ example: 'Biblioteket' }),
  unit: z.string().openapi({ example: 'Plejehjemmet' }),
  relative: Id.nullable(),
  receivedAt: Instant,
};

const InList = z.object(known).openapi('ReferralInList');

const toReferral = (line: ReferralLine): z.input<typeof InList> => ({
  id: line.id,
  name: line.name,
  relation: line.relation,
  area: line.area,
  status: line.status,
  source: line.sourceTitle,
  unit: line.unitName,
  relative: line.relativeId,
  receivedAt: toInstant(line.receivedAt),
});

const list = operation({
  id: 'listReferrals',
  tag,
  method: 'get',
  path: '/referrals',
  words: { da: 'Henvisninger, der venter, de ældste først', en: 'Referrals that wait, the oldest first' },
  scope: 'referrals:read',
  right: 'look',
  query: PageQuery,
  answer: pageOf(InList).openapi('ReferralPage'),
  async run({ rt, staff, query: { cursor, limit } }) {
    const place = readCursor('referrals', cursor);
    const after = place && { at: place.at, id: place.id };
    const { lines, next } = await listReferrals(rt, staff, after, limit);
    return { data: lines.map(toReferral), next: next ? writeCursor(['referrals', next.at, next.id]) : null };
  },
});

const show = operation({
  id: 'showReferral',
  tag,
  method: 'get',
  path: '/referrals/{referral}',
  words: {
    da: 'En henvisning med nummer og notat. Opslaget noteres',
    en: 'A referral with its number and note. The look is noted',
  },
  scope: 'referrals:read',
  right: 'look',
  params: OneReferral,
  answer: z
    .object({
      ...known,
      number: z.string().openapi({ example: '20 00 00 01' }),
      note: z.string().nullable().openapi({ example: null }),
      byName: z.string().nullable().openapi({ example: null }),
      byContact: z.string().nullable().openapi({ example: null }),
      known: z
        .array(z.object({ id: Id, name: z.string().openapi({ example: 'Pårørende 1' }) }))
        .openapi({ description: 'Who is known at the number.' }),
    })
    .openapi('Referral'),
  async run({ rt, staff, params }) {
    const view = await showReferral(rt, staff, params.referral);
    return {
      ...toReferral(view),
      number: view.number,
      note: view.note ?? null,
      byName: view.byName ?? null,
      byContact: view.byContact ?? null,
      known: view.known.map(({ id, name }) => ({ id, name })),
    };
  },
});

const text = (most: number) =>
  z
    .string()
    .regex(/^[^\n\r]*$/)
    .min(1)
    .max(most);

const refer = operation({
  id: 'referRelative',
  tag,
  method: 'post',
  path: '/sources/{source}/referrals',
  words: {
    da: 'Henvis en pårørende, som har sagt ja til, at vi ringer; henvisningen venter hos kildens enhed',
    en: 'Refer a relative who has said yes to our calling; the referral waits at the unit of the source',
  },
  scope: 'referrals:write',
  right: 'care',
  params: z.strictObject({ source: Id }),
  body: z
    .strictObject({
      name: text(60),
      number: z.string().min(1).max(40),
      relation: listed('relations'),
      area: listed('areas'),
      note: z.string().max(500).default('').openapi({ description: 'Sealed; no CPR number.' }),
      consent: z.boolean().openapi({ description: 'The relative has said yes; nobody is referred without.' }),
      byName: text(60).openapi({ description: 'Who refers.' }),
      byContact: text(120).openapi({ description: 'How they are reached at work.' }),
    })
    .openapi('NewReferral', {
      example: {
        name: 'Pårørende 1',
        number: '20 00 00 01',
        relation: 'søskende',
        area: 'demens',
        consent: true,
        byName: 'Sygeplejerske 1',
        byContact: '20 00 00 03',
      },
    }),
  answer: Made,
  status: 201,
  location: ({ id }) => `/referrals/${id}`,
  run: ({ rt, staff, params, body: { consent, ...form } }) =>
    referToSource(rt, staff, params.source, { ...form, consent: consent ? 'yes' : '' }),
});

const take = operation({
  id: 'takeReferral',
  tag,
  method: 'post',
  path: '/referrals/{referral}/take',
  words: {
    da: 'Tag imod: registrér den pårørende, som beholder sin kilde',
    en: 'Take it: register the relative, who keeps the source',
  },
  scope: 'referrals:write',
  right: 'care',
  params: OneReferral,
  body: NewRelative,
  answer: Made,
  status: 201,
  location: ({ id }) => `/relatives/${id}`,
  run: ({ rt, staff, params, body }) => takeReferral(rt, staff, params.referral, toRelativeForm(body)),
});

const takeFor = operation({
  id: 'takeReferralFor',
  tag,
  method: 'post',
  path: '/referrals/{referral}/take-for',
  words: { da: 'Tag imod for en, der er registreret', en: 'Take it for someone who is registered' },
  scope: 'referrals:write',
  right: 'care',
  params: OneReferral,
  body: z.strictObject({ relative: Id }).openapi('ReferralTaking', {
    example: { relative: 'V1StGXR8Z5jdHi6BmyTQ4A' },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await takeReferralFor(rt, staff, params.referral, body.relative);
    return {};
  },
});

const decline = operation({
  id: 'declineReferral',
  tag,
  method: 'post',
  path: '/referrals/{referral}/decline',
  words: {
    da: 'Afslå med en grund, og hvad der ellers blev tilbudt',
    en: 'Decline with a reason, and what else was offered',
  },
  scope: 'referrals:write',
  right: 'care',
  params: OneReferral,
  body: z
    .strictObject({ reason: z.enum(DECLINE_REASONS), offers: z.array(Id).max(10).default([]) })
    .openapi('ReferralDeclining', { example: { reason: 'outside' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await declineReferral(rt, staff, params.referral, body);
    return {};
  },
});

const reopen = operation({
  id: 'reopenReferral',
  tag,
  method: 'post',
  path: '/referrals/{referral}/reopen',
  words: { da: 'Lad en afslået henvisning vente igen', en: 'Let a declined referral wait again' },
  scope: 'referrals:write',
  right: 'care',
  params: OneReferral,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await reopenReferral(rt, staff, params.referral);
    return {};
  },
});

export const referralOperations = [list, show, refer, take, takeFor, decline, reopen];
