import { expect, test } from 'vitest';
import { LIMIT_WINDOW_MS, limitTries } from '../../src/services/limit-tries.ts';
import { sweepDoors } from '../../src/services/sweep-doors.ts';
import { makeRuntime } from '../support/runtime.ts';
import { countRows } from '../support/visit.ts';

const door = (who: string, most = 3) => [{ what: 'dør', who, most }];

test('of twenty at once as many come through as the limit says', async () => {
  await using rt = await makeRuntime();

  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => limitTries(rt, door('a'))));

  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
});

test('the demo clock neither opens nor closes a door; real time opens it again', async () => {
  await using rt = await makeRuntime();
  for (let i = 0; i < 3; i += 1) await limitTries(rt, door('a'));
  rt.forwardJourneys(7 * LIMIT_WINDOW_MS);
  await expect(limitTries(rt, door('a'))).rejects.toMatchObject({ code: 'too-many' });

  rt.forward(LIMIT_WINDOW_MS);

  await expect(limitTries(rt, door('a'))).resolves.toBeUndefined();
});

test('one who tried too often keeps nobody else out', async () => {
  await using rt = await makeRuntime();
  for (let i = 0; i < 9; i += 1) await limitTries(rt, door('a')).catch(() => undefined);

  await expect(limitTries(rt, door('b'))).resolves.toBeUndefined();
});

test('who tried is stored as a hash', async () => {
  await using rt = await makeRuntime();
  await limitTries(rt, door('192.0.2.1'));

  const found = await rt.db.client.execute('SELECT * FROM limits');

  expect(JSON.stringify(found.rows)).not.toContain('192.0.2.1');
});

test('a sweep forgets what is past and keeps what runs', async () => {
  await using rt = await makeRuntime();
  await limitTries(rt, door('a'));
  await sweepDoors(rt);
  expect(await countRows(rt, 'limits')).toBe(1);
  rt.forward(4 * LIMIT_WINDOW_MS);

  await sweepDoors(rt);

  expect(await countRows(rt, 'limits')).toBe(0);
});
