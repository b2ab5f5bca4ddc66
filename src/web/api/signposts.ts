import { z } from '@hono/zod-openapi';
import { listSignposts, undoSignpost } from '../../services/offers/signpost.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, Nothing, pageOf, toInstant } from './frame/shapes.ts';

const tag = 'offers';

const list = operation({
  id: 'listSignposts',
  tag,
  method: 'get',
  path: '/relatives/{relative}/signposts',
  words: {
    da: 'Hvad en pårørende er vist vej til, de seneste 50',
    en: 'What a relative was shown the way to, the latest 50',
  },
  scope: 'offers:read',
  right: 'look',
  params: z.strictObject({ relative: Id }),
  answer: pageOf(
    z.object({
      id: Id,
      offer: Id,
      title: z.string().openapi({ example: 'Samtalegruppe' }),
      at: Instant,
    }),
  ).openapi('SignpostPage'),
  async run({ rt, staff, params }) {
    const lines = await listSignposts(rt, staff, params.relative);
    return {
      data: lines.map(({ id, offerId, title, at }) => ({ id, offer: offerId, title, at: toInstant(at) })),
      next: null,
    };
  },
});

const undo = operation({
  id: 'undoSignpost',
  tag,
  method: 'post',
  path: '/signposts/{signpost}/undo',
  words: {
    da: 'Nogen er alligevel ikke vist vej: det tæller ikke mere',
    en: 'Somebody was not shown the way after all: it counts no more',
  },
  scope: 'offers:write',
  right: 'care',
  params: z.strictObject({ signpost: Id }),
  answer: Nothing,
  async run({ rt, staff, params }) {
    await undoSignpost(rt, staff, params.signpost);
    return {};
  },
});

export const signpostOperations = [list, undo];
