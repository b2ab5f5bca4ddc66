import { expect } from 'vitest';
import { playSeed } from './play-seed.ts';

/** Plays a seed and expects every promise to be kept; on failure says how to see it again. */
export async function keepPromises(seed: number): Promise<void> {
  const { broken } = await playSeed(seed);
  expect(broken, `play it again: npm run sim -- --seed ${seed}`).toEqual([]);
}

export const seedsFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, n) => first + n);
