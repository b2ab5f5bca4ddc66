import { z } from '@hono/zod-openapi';
import { showMember } from '../../services/staff/list-members.ts';
import { endSessionsOf } from '../../services/staff/list-sessions.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { Id, PageQuery, pageOf } from './frame/shapes.ts';
import { Session, toSession } from './staff-shapes.ts';

const tag = 'staff';
const OneMember = z.strictObject({ member: Id });

const list = operation({
  id: 'listSessions',
  tag,
  method: 'get',
  path: '/staff/{member}/sessions',
  words: {
    da: 'En brugers åbne sessioner, det seneste livstegn først',
    en: 'The open sessions of a user, the latest sign of life first',
  },
  scope: 'staff:read',
  right: 'administer',
  params: OneMember,
  query: PageQuery,
  answer: pageOf(Session).openapi('SessionPage'),
  async run({ rt, staff, params, query }) {
    const { sessions } = await showMember(rt, staff, params.member);
    const { lines, next } = pageOfAll('sessions', sessions, query, ({ handle }) => handle);
    return { data: lines.map(toSession), next };
  },
});

const end = operation({
  id: 'endSessions',
  tag,
  method: 'post',
  path: '/staff/{member}/sessions/end',
  words: { da: 'Luk en session, eller alle en brugers sessioner', en: 'End a session, or all of a user' },
  scope: 'staff:write',
  right: 'administer',
  params: OneMember,
  body: z
    .strictObject({ session: Id.optional().openapi({ description: 'Without it all of them end.' }) })
    .openapi('SessionEnding', { example: { session: 'V1StGXR8Z5jdHi6BmyTQ4A' } }),
  answer: z.object({ ended: z.int().openapi({ example: 1 }) }).openapi('SessionsEnded'),
  async run({ rt, staff, params, body: { session } }) {
    await showMember(rt, staff, params.member);
    const which = session === undefined ? { keep: undefined } : { handle: session };
    return { ended: await endSessionsOf(rt, staff, params.member, which) };
  },
});

export const sessionOperations = [list, end];
