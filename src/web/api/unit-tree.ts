import { z } from '@hono/zod-openapi';
import {
  changeUnit,
  closeUnit,
  listUnitLines,
  makeUnit,
  reopenUnit,
  showUnit,
  type UnitLine,
} from '../../services/staff/tend-units.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { renameFields } from './frame/rename-fields.ts';
import {
  count,
  Id,
  Instant,
  Made,
  Nothing,
  PageQuery,
  pageOf,
  SeenAt,
  toInstantOrNull,
} from './frame/shapes.ts';

const tag = 'units';
const OneUnit = z.strictObject({ unit: Id });

const known = {
  id: Id,
  parent: Id.nullable(),
  name: z.string().openapi({ example: 'Plejehjemmet' }),
  area: z.string().openapi({ example: 'plejehjem' }),
  depth: count(1).openapi({ description: 'How deep it stands in the tree, from 0.' }),
  closedAt: Instant.nullable(),
  seen: SeenAt,
  circles: count(12),
  referrals: count(1).openapi({ description: 'Referrals that wait, and sources that are open.' }),
  gatherings: count(0).openapi({ description: 'Open groups, and events that are not over.' }),
  staff: count(2).openapi({ description: 'Users who were given this very unit.' }),
};

const toUnit = (line: UnitLine) => ({
  id: line.id,
  parent: line.parentId,
  name: line.name,
  area: line.area,
  depth: line.depth,
  closedAt: toInstantOrNull(line.closedAt),
  seen: line.changedAt,
  circles: line.circles,
  referrals: line.referrals,
  gatherings: line.gatherings,
  staff: line.staff,
});

const EXAMPLE = { name: 'Sydhuset', area: 'plejehjem', parent: 'unit-1' };

const NewUnit = z
  .strictObject({
    name: z.string().min(1).max(80),
    area: z.string().min(1).max(80),
    parent: Id.nullable().default(null).openapi({ description: 'Who works there sees this unit too.' }),
  })
  .openapi('NewUnit', { example: EXAMPLE });

const UnitChange = NewUnit.extend({ seen: SeenAt }).openapi('UnitChange', {
  example: { ...EXAMPLE, seen: 1803805200000 },
});

const NAMES = { parentId: 'parent' };
const toForm = <T extends z.output<typeof NewUnit>>({ parent, ...rest }: T) => ({
  ...rest,
  parentId: parent ?? '',
});

const list = operation({
  id: 'listUnitTree',
  tag,
  method: 'get',
  path: '/unit-tree',
  words: {
    da: 'Alle enheder, også de lukkede, hver efter den, den hører under',
    en: 'All units, closed ones too, each after the one it belongs to',
  },
  scope: 'units:read',
  right: 'administer',
  query: PageQuery,
  answer: pageOf(z.object(known).openapi('UnitInTree')).openapi('UnitTreePage'),
  async run({ rt, staff, query }) {
    const { lines, next } = pageOfAll('unit-tree', await listUnitLines(rt, staff), query, ({ id }) => id);
    return { data: lines.map(toUnit), next };
  },
});

const show = operation({
  id: 'showUnit',
  tag,
  method: 'get',
  path: '/units/{unit}',
  words: { da: 'En enhed, og hvad der hører til den', en: 'A unit, and what belongs to it' },
  scope: 'units:read',
  right: 'administer',
  params: OneUnit,
  answer: z
    .object({
      ...known,
      openBelow: count(0).openapi({ description: 'Open units under it; it cannot be closed before them.' }),
    })
    .openapi('Unit'),
  async run({ rt, staff, params }) {
    const unit = await showUnit(rt, staff, params.unit);
    return { ...toUnit(unit), openBelow: unit.openBelow };
  },
});

const make = operation({
  id: 'makeUnit',
  tag,
  method: 'post',
  path: '/units',
  words: { da: 'Opret en enhed', en: 'Make a unit' },
  scope: 'units:write',
  right: 'administer',
  body: NewUnit,
  answer: Made,
  status: 201,
  location: ({ id }) => `/units/${id}`,
  run: async ({ rt, staff, body }) => ({
    id: await renameFields(NAMES, () => makeUnit(rt, staff, toForm(body))),
  }),
});

const change = operation({
  id: 'changeUnit',
  tag,
  method: 'post',
  path: '/units/{unit}',
  words: {
    da: 'Omdøb eller flyt en enhed; de, der arbejder over den, ser dens pårørende',
    en: 'Rename or move a unit; whoever works above it sees its relatives',
  },
  scope: 'units:write',
  right: 'administer',
  params: OneUnit,
  body: UnitChange,
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await renameFields(NAMES, () => changeUnit(rt, staff, params.unit, toForm(body)));
    return {};
  },
});

const close = operation({
  id: 'closeUnit',
  tag,
  method: 'post',
  path: '/units/{unit}/close',
  words: {
    da: 'Luk en enhed; kredse, henvisninger og kilder følger med til en anden',
    en: 'Close a unit; circles, referrals and sources go along to another',
  },
  scope: 'units:write',
  right: 'administer',
  params: OneUnit,
  body: z
    .strictObject({ to: Id.nullable().default(null).openapi({ description: 'Needed when it has any.' }) })
    .openapi('UnitClosing', { example: { to: 'unit-2' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await closeUnit(rt, staff, params.unit, body.to ?? '');
    return {};
  },
});

const reopen = operation({
  id: 'reopenUnit',
  tag,
  method: 'post',
  path: '/units/{unit}/reopen',
  words: {
    da: 'Åbn en lukket enhed igen; det, der flyttede, bliver, hvor det er',
    en: 'Open a closed unit again; what went elsewhere stays there',
  },
  scope: 'units:write',
  right: 'administer',
  params: OneUnit,
  answer: Nothing,
  async run({ rt, staff, params }) {
    await reopenUnit(rt, staff, params.unit);
    return {};
  },
});

export const unitTreeOperations = [list, show, make, change, close, reopen];
