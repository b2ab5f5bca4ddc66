import { expect, test } from 'vitest';
import { countTries, forgetTries } from '../../src/store/limits.ts';
import { makeRuntime } from '../support/runtime.ts';

test('fifty tries at once are counted one by one', async () => {
  await using rt = await makeRuntime();

  const counts = await Promise.all(
    Array.from({ length: 50 }, () => rt.db.lane.put(countTries, { subject: 'pin', period: 0 })),
  );

  expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  expect(rt.db.lane.counts().batches).toBe(1);
});

test('subjects and periods are counted apart', async () => {
  await using rt = await makeRuntime();

  const count = (subject: string, period: number) => rt.db.lane.put(countTries, { subject, period });

  expect(await Promise.all([count('a', 0), count('b', 0), count('a', 0), count('a', 900)])).toEqual([
    1, 1, 2, 1,
  ]);
});

test('old periods are forgotten, the running one stays', async () => {
  await using rt = await makeRuntime();
  await rt.db.lane.put(countTries, { subject: 'a', period: 0 });
  await rt.db.lane.put(countTries, { subject: 'a', period: 900 });

  await rt.db.lane.put(forgetTries, 900);

  const left = await rt.db.client.execute('SELECT period FROM limits');
  expect(left.rows.map((row) => row.period)).toEqual([900]);
});
