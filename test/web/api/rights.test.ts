// Every operation of the document against scope, role and unit. What each asks for stands in operations/table.ts: one that
// is not there fails, and so does one that is gone.
import { expect, test } from 'vitest';
import { SCOPES } from '../../../src/services/api-keys/scopes.ts';
import { RIGHTS, ROLES } from '../../../src/services/staff/staff.ts';
import { createApp } from '../../../src/web/app.ts';
import { type KeyOrder, openProgram, type Program } from '../../support/api.ts';
import { instead } from './operations/meetings.ts';
import { LEAST, listOperations, table } from './operations/table.ts';
import { makeWorlds, type World } from './operations/world.ts';

const operations = await listOperations();
const { world, copy } = await makeWorlds();

test('the table and the document name the same operations', () => {
  expect(operations.map(({ id }) => id).sort()).toEqual(Object.keys(table).sort());
});

test.each(operations.map((one) => [one.id, one] as const))(
  '%s asks for its scope, its right and its unit',
  async (id, one) => {
    const entry = table[id];
    if (!entry) throw new Error(`${id} is not in the table`);
    expect([one.scope, one.right]).toEqual([entry.scope, entry.right]);
    await using rt = await copy();
    const app = createApp(rt);
    const openWith = (order: KeyOrder) => openProgram(rt, { ...order, app });
    const ask = (program: Program, in_ = world) => {
      const path = one.path.replaceAll(/\{(\w+)\}/g, (_, name: keyof World) => in_[name]);
      return one.method === 'get'
        ? program.get(path + (entry.query ?? ''))
        : program.post(path, entry.body?.(in_));
    };

    const without = await ask(await openWith({ scopes: SCOPES.filter((scope) => scope !== entry.scope) }));
    expect([without.status, without.json.code]).toEqual([403, 'scope-missing']);
    for (const role of ROLES.filter((known) => !RIGHTS[known].includes(entry.right))) {
      const refused = await ask(await openWith({ role, scopes: [entry.scope] }));
      expect([role, refused.status, refused.json.code]).toEqual([role, 403, 'forbidden']);
    }
    const role = ROLES.findLast((known) => LEAST[entry.right] === known) ?? 'administrator';
    if (entry.of !== 'all') {
      const far = await ask(await openWith({ role, units: ['unit-2'], scopes: [entry.scope] }));
      if (entry.of === 'thing') expect([far.status, far.json.code]).toEqual([404, 'not-found']);
      else expect([far.status, far.json.data]).toEqual([200, []]);
    }

    const program = await openWith({ role, units: ['unit-1'], scopes: [entry.scope] });
    const own = await entry.own?.(rt, { id: `key:${program.keyId}`, role, units: ['unit-1'] });
    const near = await ask(program, { ...world, ...instead[id]?.(world), ...own });
    expect([near.status, near.text.slice(0, 300)]).toEqual([entry.status ?? one.ok, expect.any(String)]);
    if (entry.of === 'list') expect(near.json.data).not.toEqual([]);
  },
);
