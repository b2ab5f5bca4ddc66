import { z } from '@hono/zod-openapi';
import { listUnits } from '../../services/organisation.ts';
import { operation } from './frame/operation.ts';
import { Id, pageOf } from './frame/shapes.ts';

const list = operation({
  id: 'listUnits',
  tag: 'settings',
  method: 'get',
  path: '/units',
  words: { da: 'Enheder', en: 'Units' },
  scope: 'settings:read',
  right: 'look',
  answer: pageOf(
    z.object({
      id: Id,
      parent: Id.nullable(),
      name: z.string().openapi({ example: 'Plejehjemmet' }),
      area: z.string().openapi({ example: 'plejehjem' }),
    }),
  ).openapi('UnitPage'),
  async run({ rt }) {
    const units = await listUnits(rt);
    return {
      data: units.map(({ id, parentId, name, area }) => ({ id, parent: parentId ?? null, name, area })),
      next: null,
    };
  },
});

export const unitOperations = [list];
