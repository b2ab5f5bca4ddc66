// The lists of circles and referrals are read by index, however many sleep beside those that are shown.
import { beforeAll, expect, test } from 'vitest';
import { listWaitingReferrals } from '../../src/store/care/referrals.ts';
import { listCircleRows } from '../../src/store/people/circle-lists.ts';
import type { Sight } from '../../src/store/people/sight.ts';
import { makeRuntime, type TestRuntime } from '../support/runtime.ts';

let rt: TestRuntime & AsyncDisposable;
beforeAll(async () => {
  rt = await makeRuntime();
  return () => rt[Symbol.asyncDispose]();
});

type Query = { toSQL(): { sql: string; params: unknown[] } };

async function planOf(query: Query): Promise<string> {
  const { sql, params } = query.toSQL();
  const found = await rt.db.client.execute({
    sql: `EXPLAIN QUERY PLAN ${sql}`,
    args: params.map((param) => (typeof param === 'number' ? param : String(param))),
  });
  return found.rows.map((row) => String(row.detail)).join('\n');
}

const all: Sight = { staffId: 's', units: 'all' };
const some: Sight = { staffId: 's', units: ['unit-1', 'unit-2'] };
const after = { at: 1, id: 'a' };

test.each([
  ['all', { sight: all }],
  ['a later page', { sight: all, after }],
  ['one unit', { sight: all, unitId: 'unit-1', after }],
])('circles of %s come off an index in their order', async (_, page) => {
  const plan = await planOf(listCircleRows(rt.db, { ...page, limit: 51 }));
  expect(plan).toMatch(/circles USING (COVERING )?INDEX circles_(created|unit)/);
  expect(plan).not.toContain('USE TEMP B-TREE');
});

test('circles of some units are found by their units', async () => {
  const plan = await planOf(listCircleRows(rt.db, { sight: some, limit: 51 }));
  expect(plan).toMatch(/circles USING (COVERING )?INDEX circles_(created|unit)/);
});

test('referrals that wait come off their index in their order', async () => {
  const plan = await planOf(listWaitingReferrals(rt.db, { sight: all, limit: 51 }));
  expect(plan).toContain('referrals USING INDEX referrals_waiting');
  expect(plan).not.toContain('SCAN referrals\n');
});
