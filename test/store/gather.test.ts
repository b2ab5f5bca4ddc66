import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gather } from '../../src/store/gather.ts';

/** Finds the square of every even number, and notes what it was asked. */
function squares(most?: number) {
  const asked: number[][] = [];
  const find = gather(async (keys: number[]) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key % 2 === 0).map((key) => [key, key * key]));
  }, most);
  return { find, asked };
}

it('gives each caller the value of its own key, and undefined where there is none', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20)), async (keys) => {
      const { find } = squares(3);
      const found = await Promise.all(keys.map(find));
      expect(found).toEqual(keys.map((key) => (key % 2 === 0 ? key * key : undefined)));
    }),
  ));

it('looks once for all who ask at one moment, in pages, and for each key once', async () => {
  const { find, asked } = squares(3);
  await Promise.all([1, 2, 2, 3, 4].map(find));
  expect(asked).toEqual([
    [1, 2],
    [3, 4],
  ]);
});

it('looks again for whoever asks after the look-up has begun', async () => {
  const { find, asked } = squares();
  const first = find(2);
  await first;
  await find(2);
  expect(asked).toEqual([[2], [2]]);
});

it('tells every caller of a look-up that failed, and goes on with the next', async () => {
  let broken = true;
  const find = gather(async (keys: number[]) => {
    if (broken) throw new Error('away');
    return new Map(keys.map((key) => [key, key]));
  });
  const all = await Promise.allSettled([find(1), find(2)]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  broken = false;
  expect(await find(1)).toBe(1);
});
