import { expect, test } from 'vitest';
import { giveWay } from '../../src/services/give-way.ts';
import { makeRuntime } from '../support/runtime.ts';

/** A monotonic clock that goes on a millisecond each time it is looked at. */
async function makeLooked(visitors: { waiting: number; cameAt: number }) {
  const rt = Object.assign(await makeRuntime(), { looks: 0, visitors });
  rt.monotonic = () => {
    rt.looks += 1;
    return rt.looks;
  };
  return rt;
}

test('a long work goes on at once when nobody waits', async () => {
  await using rt = await makeLooked({ waiting: 0, cameAt: 0 });
  await giveWay(rt);
  expect(rt.looks).toBe(1);
});

test('a long work waits until the last visitor was answered', async () => {
  await using rt = await makeLooked({ waiting: 1, cameAt: 0 });
  const over = giveWay(rt).then(() => rt.visitors.waiting);
  setTimeout(() => {
    rt.visitors.waiting = 0;
  });
  expect(await over).toBe(0);
  expect(rt.looks).toBeLessThan(60);
});

test('a long work goes on under a rush that never ends', async () => {
  await using rt = await makeLooked({ waiting: 9, cameAt: Number.POSITIVE_INFINITY });
  await giveWay(rt);
  expect(rt.looks).toBeGreaterThan(59);
});

test('who waits for the long work itself does not hold it up', async () => {
  await using rt = await makeLooked({ waiting: 1, cameAt: -60 });
  await giveWay(rt);
  expect(rt.looks).toBe(2);
});
