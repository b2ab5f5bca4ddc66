import { z } from '@hono/zod-openapi';
import { countInGroup } from '../../services/broadcasts/count-audience.ts';
import { listBroadcasts } from '../../services/broadcasts/list-broadcasts.ts';
import { orderBroadcast } from '../../services/broadcasts/order-broadcast.ts';
import { previewBroadcast } from '../../services/broadcasts/preview-broadcast.ts';
import { dropDraft, saveDraft } from '../../services/broadcasts/save-draft.ts';
import { showBroadcast } from '../../services/broadcasts/show-broadcast.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';
import { Order, Preview, toPreview } from './broadcast-outcome-shapes.ts';
import {
  Broadcast,
  BroadcastChange,
  BroadcastInList,
  formOf,
  NAMES,
  NewBroadcast,
  toBroadcast,
  toBroadcastInList,
} from './broadcast-shapes.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { ApiError } from './frame/problem.ts';
import { renameFields } from './frame/rename-fields.ts';
import { Id, Made, Nothing, PageQuery, pageOf, SeenAt } from './frame/shapes.ts';

const tag = 'broadcasts';
const OneBroadcast = z.strictObject({ broadcast: Id });

/** A Worker may ask and reckon for a short while only: a larger audience is looked at where the desk is. */
const MOST_AT_EDGE = 2_000;

async function refuseLarge(rt: Runtime, staff: Staff, id: string): Promise<void> {
  if (rt.config.edge && (await countInGroup(rt, staff, id)) > MOST_AT_EDGE) throw new ApiError('not-at-edge');
}

const list = operation({
  id: 'listBroadcasts',
  tag,
  method: 'get',
  path: '/broadcasts',
  words: { da: 'Gruppebeskeder, de nyeste først', en: 'Group messages, the newest first' },
  scope: 'broadcasts:read',
  right: 'look',
  query: PageQuery.extend({ group: Id.optional() }),
  answer: pageOf(BroadcastInList).openapi('BroadcastPage'),
  async run({ rt, staff, query: { cursor, limit, group } }) {
    const place = readCursor('broadcasts', cursor);
    const after = place && { createdAt: place.at, id: place.id };
    const { lines, next } = await listBroadcasts(rt, staff, { after, most: limit, groupId: group });
    return {
      data: lines.map(toBroadcastInList),
      next: next ? writeCursor(['broadcasts', next.createdAt, next.id]) : null,
    };
  },
});

const show = operation({
  id: 'showBroadcast',
  tag,
  method: 'get',
  path: '/broadcasts/{broadcast}',
  words: {
    da: 'En gruppebesked: teksten, hvor langt den er, og hvem der ikke fik den',
    en: 'A group message: its text, how far it has come, and who did not get it',
  },
  scope: 'broadcasts:read',
  right: 'look',
  params: OneBroadcast,
  answer: Broadcast,
  run: async ({ rt, staff, params }) => toBroadcast(await showBroadcast(rt, staff, params.broadcast)),
});

const draft = operation({
  id: 'draftBroadcast',
  tag,
  method: 'post',
  path: '/broadcasts',
  words: {
    da: 'Skriv et udkast; ingen får noget, før det bliver bestilt',
    en: 'Write a draft; nobody gets anything before it is ordered',
  },
  scope: 'broadcasts:write',
  right: 'coordinate',
  body: NewBroadcast,
  answer: Made,
  status: 201,
  location: ({ id }) => `/broadcasts/${id}`,
  run: ({ rt, staff, body }) =>
    renameFields(NAMES, () => saveDraft(rt, staff, { id: rt.newId(), ...formOf(body) })),
});

const change = operation({
  id: 'changeBroadcast',
  tag,
  method: 'post',
  path: '/broadcasts/{broadcast}',
  words: { da: 'Ret et udkast, som det blev set', en: 'Change a draft as it was seen' },
  scope: 'broadcasts:write',
  right: 'coordinate',
  params: OneBroadcast,
  body: BroadcastChange,
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    const form = { id: params.broadcast, seen: body.seen, ...formOf(body) };
    await renameFields(NAMES, () => saveDraft(rt, staff, form));
    return {};
  },
});

const drop = operation({
  id: 'dropBroadcast',
  tag,
  method: 'post',
  path: '/broadcasts/{broadcast}/drop',
  words: { da: 'Slet et udkast for altid', en: 'Delete a draft for good' },
  scope: 'broadcasts:write',
  right: 'coordinate',
  params: OneBroadcast,
  body: z.strictObject({ seen: SeenAt }).openapi('BroadcastDropping'),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await dropDraft(rt, staff, params.broadcast, body.seen);
    return {};
  },
});

const preview = operation({
  id: 'previewBroadcast',
  tag,
  method: 'get',
  path: '/broadcasts/{broadcast}/preview',
  words: {
    da: 'Hvad en bestilling ville gøre: hvem får den, hvem ikke og hvorfor, hvordan den ser ud, hvad den koster og hvornår den er sendt',
    en: 'What an order would do: who gets it, who does not and why, how it looks, what it costs and when it has left',
  },
  scope: 'broadcasts:read',
  right: 'coordinate',
  refusedAtEdge: 'large',
  params: OneBroadcast,
  query: z.strictObject({
    dueAt: z.iso.datetime({ offset: true }).optional().openapi({ example: '2027-03-02T09:00:00Z' }),
  }),
  answer: Preview,
  async run({ rt, staff, params, query: { dueAt } }) {
    await refuseLarge(rt, staff, params.broadcast);
    const order = { dueAt: dueAt === undefined ? null : Date.parse(dueAt) };
    return toPreview(await previewBroadcast(rt, staff, params.broadcast, order));
  },
});

const order = operation({
  id: 'orderBroadcast',
  tag,
  method: 'post',
  path: '/broadcasts/{broadcast}/order',
  words: {
    da: 'Bestil en gruppebesked, som udkastet blev set; det kan standses, men ikke kaldes tilbage',
    en: 'Order a group message as its draft was seen; it can be stopped but not called back',
  },
  scope: 'broadcasts:write',
  right: 'coordinate',
  refusedAtEdge: 'large',
  params: OneBroadcast,
  body: Order,
  answer: Nothing,
  async run({ rt, staff, params, body: { seen, dueAt, sample, twice, apart } }) {
    await refuseLarge(rt, staff, params.broadcast);
    await orderBroadcast(rt, staff, params.broadcast, {
      seen,
      dueAt: dueAt === null ? null : Date.parse(dueAt),
      sample,
      twiceConfirmed: twice,
      apartConfirmed: apart,
    });
    return {};
  },
});

export const broadcastOperations = [list, show, draft, change, drop, preview, order];
