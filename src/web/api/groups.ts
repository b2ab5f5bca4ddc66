import { z } from '@hono/zod-openapi';
import { AppError } from '../../services/app-error.ts';
import { listGroups, showGroup, tryRule } from '../../services/groups/show-group.ts';
import { putInGroup } from '../../services/groups/step-in-or-out.ts';
import { addGroup, changeGroup, checkGroup, closeGroup } from '../../services/groups/write-group.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { count, Id, Made, Nothing, PageQuery, pageOf } from './frame/shapes.ts';
import { formOf, Group, Member, NewGroup, Rule, toGroup, toMember } from './group-shapes.ts';

const tag = 'groups';
const OneGroup = z.strictObject({ group: Id });

const list = operation({
  id: 'listGroups',
  tag,
  method: 'get',
  path: '/groups',
  words: { da: 'Grupper, efter navn', en: 'Groups, by title' },
  scope: 'groups:read',
  right: 'look',
  query: PageQuery.extend({ closed: z.enum(['true', 'false']).optional() }),
  answer: pageOf(Group).openapi('GroupPage'),
  async run({ rt, staff, query }) {
    const all = await listGroups(rt, staff, { closed: query.closed === 'true' });
    const { lines, next } = pageOfAll('groups', all, query, ({ id }) => id);
    return { data: lines.map(toGroup), next };
  },
});

const show = operation({
  id: 'showGroup',
  tag,
  method: 'get',
  path: '/groups/{group}',
  words: { da: 'En gruppe', en: 'A group' },
  scope: 'groups:read',
  right: 'look',
  params: OneGroup,
  answer: Group,
  run: async ({ rt, staff, params }) => toGroup(await showGroup(rt, staff, params.group, { most: 1 })),
});

const members = operation({
  id: 'listGroupMembers',
  tag,
  method: 'get',
  path: '/groups/{group}/members',
  words: { da: 'Hvem der er med i en gruppe, de nyeste først', en: 'Who is in a group, the newest first' },
  scope: 'groups:read',
  right: 'look',
  params: OneGroup,
  query: PageQuery,
  answer: pageOf(Member).openapi('GroupMemberPage'),
  async run({ rt, staff, params, query: { cursor, limit } }) {
    const place = readCursor('group-members', cursor);
    const after = place && { createdAt: place.at, id: place.id };
    const page = await showGroup(rt, staff, params.group, { after, most: limit });
    const { next } = page;
    return {
      data: page.members.map(toMember),
      next: next ? writeCursor(['group-members', next.createdAt, next.id]) : null,
    };
  },
});

const attempt = operation({
  id: 'tryGroupRule',
  tag,
  method: 'post',
  path: '/groups/try',
  words: { da: 'Se, hvem en regel passer på, før den gemmes', en: 'See whom a rule fits, before it is kept' },
  scope: 'groups:read',
  right: 'coordinate',
  body: z
    .strictObject({ rule: Rule })
    .openapi('TriedRule', { example: { rule: { relations: ['søskende'] } } }),
  answer: z
    .object({ count: count(12), newest: z.array(Member) })
    .openapi('RuleFits', { description: 'How many in sight it fits, and the newest 50 of them.' }),
  async run({ rt, staff, body }) {
    const form = formOf({ title: 'x', rule: body.rule });
    const problems = await checkGroup(rt, staff, form);
    const problem = problems.find(({ field }) => field !== 'unit');
    if (problem) throw new AppError(problem.code, problem.field);
    const tried = await tryRule(rt, staff, body.rule);
    return { count: tried.count, newest: tried.members.map(toMember) };
  },
});

const add = operation({
  id: 'addGroup',
  tag,
  method: 'post',
  path: '/groups',
  words: { da: 'Lav en gruppe', en: 'Make a group' },
  scope: 'groups:write',
  right: 'coordinate',
  body: NewGroup,
  answer: Made,
  status: 201,
  location: ({ id }) => `/groups/${id}`,
  run: ({ rt, staff, body }) => addGroup(rt, staff, formOf(body)),
});

const change = operation({
  id: 'changeGroup',
  tag,
  method: 'post',
  path: '/groups/{group}',
  words: {
    da: 'Ret en gruppe, som den blev set; en regel kan ikke blive til en fyldt gruppe eller omvendt',
    en: 'Change a group as it was seen; a rule cannot become a filled group or the other way round',
  },
  scope: 'groups:write',
  right: 'coordinate',
  params: OneGroup,
  body: NewGroup.extend({ seen: z.int() }).openapi('GroupChange', {
    example: { title: 'Søskende', rule: { relations: ['søskende'] }, seen: 1772355600000 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await changeGroup(rt, staff, params.group, { ...formOf(body), seen: body.seen });
    return {};
  },
});

const close = operation({
  id: 'closeGroup',
  tag,
  method: 'post',
  path: '/groups/{group}/close',
  words: { da: 'Luk en gruppe, eller åbn den igen', en: 'Close a group, or open it again' },
  scope: 'groups:write',
  right: 'coordinate',
  params: OneGroup,
  body: z.strictObject({ closed: z.boolean() }).openapi('GroupClosing', { example: { closed: true } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeGroup(rt, staff, params.group, body.closed);
    return {};
  },
});

const put = operation({
  id: 'putInGroup',
  tag,
  method: 'post',
  path: '/groups/{group}/members',
  words: {
    da: 'Tag en pårørende med i en gruppe, eller ud af den',
    en: 'Put a relative into a group, or take them out',
  },
  scope: 'groups:write',
  right: 'care',
  params: OneGroup,
  body: z
    .strictObject({ relative: Id, member: z.boolean() })
    .openapi('Membership', { example: { relative: 'hR0cBXG3rP4Kpox0LjshfQ', member: true } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await putInGroup(rt, staff, { groupId: params.group, relativeId: body.relative, leave: !body.member });
    return {};
  },
});

export const groupOperations = [list, show, members, attempt, add, change, close, put];
