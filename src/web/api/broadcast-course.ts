// A group message on its way, and what came of it.
import { z } from '@hono/zod-openapi';
import { listReplies } from '../../services/broadcasts/list-replies.ts';
import { reportBroadcast } from '../../services/broadcasts/show-broadcast.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  retryFailed,
} from '../../services/broadcasts/steer-broadcast.ts';
import { noteConsent } from '../../services/relatives/note-consent.ts';
import { quietRelative } from '../../services/relatives/quiet-relative.ts';
import type { Runtime } from '../../services/runtime.ts';
import type { Staff } from '../../services/staff/staff.ts';
import type { Words } from '../words/language.ts';
import { Report, toReport } from './broadcast-outcome-shapes.ts';
import { Reply, toReply } from './broadcast-shapes.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Nothing, PageQuery, pageOf } from './frame/shapes.ts';

const tag = 'broadcasts';
const OneBroadcast = z.strictObject({ broadcast: Id });

type Steer = (rt: Runtime, staff: Staff, id: string) => Promise<void>;

const steering = (id: string, verb: string, words: Words, steer: Steer) =>
  operation({
    id,
    tag,
    method: 'post',
    path: `/broadcasts/{broadcast}/${verb}`,
    words,
    scope: 'broadcasts:write',
    right: 'coordinate',
    params: OneBroadcast,
    answer: Nothing,
    async run({ rt, staff, params }) {
      await steer(rt, staff, params.broadcast);
      return {};
    },
  });

const pause = steering(
  'pauseBroadcast',
  'pause',
  { da: 'Lad den hvile; det, der ikke er sendt, venter', en: 'Let it rest; what has not left waits' },
  pauseBroadcast,
);

const resume = steering(
  'resumeBroadcast',
  'resume',
  { da: 'Lad den gå videre, også efter prøven', en: 'Let it go on, also after its sample' },
  resumeBroadcast,
);

const cancel = steering(
  'cancelBroadcast',
  'cancel',
  {
    da: 'Stop den for altid; det, der er sendt, kan ikke kaldes tilbage',
    en: 'Stop it for good; what has left cannot be called back',
  },
  cancelBroadcast,
);

const retry = operation({
  id: 'retryBroadcast',
  tag,
  method: 'post',
  path: '/broadcasts/{broadcast}/retry',
  words: {
    da: 'Send igen til dem, hvis besked fejlede; aldrig hvor ingen ved det',
    en: 'Send anew to those whose message failed; never where nobody knows',
  },
  scope: 'broadcasts:write',
  right: 'coordinate',
  params: OneBroadcast,
  answer: z.object({ count: z.int().openapi({ example: 2 }) }).openapi('BroadcastRetried'),
  run: ({ rt, staff, params }) => retryFailed(rt, staff, params.broadcast),
});

const replies = operation({
  id: 'listBroadcastReplies',
  tag,
  method: 'get',
  path: '/broadcasts/{broadcast}/replies',
  words: {
    da: 'Hvad der blev svaret på en gruppebesked, det nyeste først',
    en: 'What was answered to a group message, the newest first',
  },
  scope: 'inbox:read',
  right: 'look',
  params: OneBroadcast,
  query: PageQuery,
  answer: pageOf(Reply).openapi('BroadcastReplyPage'),
  async run({ rt, staff, params, query: { cursor, limit } }) {
    const place = readCursor('broadcast-replies', cursor);
    const after = place && { at: place.at, id: place.id };
    const page = await listReplies(rt, staff, params.broadcast, { after, most: limit });
    return {
      data: page.replies.map(toReply),
      next: page.next ? writeCursor(['broadcast-replies', page.next.at, page.next.id]) : null,
    };
  },
});

const report = operation({
  id: 'reportBroadcast',
  tag,
  method: 'get',
  path: '/broadcasts/{broadcast}/report',
  words: { da: 'Hvad der blev af en gruppebesked', en: 'What became of a group message' },
  scope: 'broadcasts:read',
  right: 'look',
  params: OneBroadcast,
  answer: Report,
  run: async ({ rt, staff, params }) => toReport(await reportBroadcast(rt, staff, params.broadcast)),
});

const quiet = operation({
  id: 'quietRelative',
  tag: 'relatives',
  method: 'post',
  path: '/relatives/{relative}/quiet',
  words: {
    da: 'Notér, at en pårørende ikke vil have gruppebeskeder før et tidspunkt, eller igen vil have dem; forløb går videre',
    en: 'Note that a relative wants no group messages before an instant, or wants them again; journeys go on',
  },
  scope: 'relatives:write',
  right: 'care',
  params: z.strictObject({ relative: Id }),
  body: z
    .strictObject({
      until: z.iso.datetime({ offset: true }).nullable().openapi({ example: '2027-06-01T00:00:00+02:00' }),
    })
    .openapi('RelativeQuiet'),
  answer: Nothing,
  async run({ rt, staff, params, body: { until } }) {
    await quietRelative(rt, staff, params.relative, until === null ? null : Date.parse(until));
    return {};
  },
});

const consent = operation({
  id: 'noteConsent',
  tag: 'relatives',
  method: 'post',
  path: '/relatives/{relative}/consent',
  words: {
    da: 'Notér, at en pårørende har sagt ja til sms, da de gældende ord blev læst højt',
    en: 'Note that a relative has said yes to SMS when the words in force were read aloud',
  },
  scope: 'relatives:write',
  right: 'care',
  params: z.strictObject({ relative: Id }),
  body: z.strictObject({}).openapi('ConsentNote'),
  answer: Nothing,
  async run({ rt, staff, params }) {
    await noteConsent(rt, staff, params.relative);
    return {};
  },
});

export const broadcastCourseOperations = [pause, resume, cancel, retry, replies, report];
export const quietOperations = [quiet, consent];
