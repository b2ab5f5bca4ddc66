import { expect, test } from 'vitest';
import { playSeed } from './play-seed.ts';

test.each([4711, 4712])('the same seed plays the same: %i', async (seed) => {
  const [once, again] = [await playSeed(seed), await playSeed(seed)];
  expect(again).toEqual(once);
});

test('seeds differ, and what they play is worth playing', async () => {
  const played = [await playSeed(1), await playSeed(2), await playSeed(3), await playSeed(5)];
  expect(new Set(played.map(({ trace }) => trace.join('\n'))).size).toBe(played.length);
  const sum = (key: 'sms' | 'journeys' | 'deaths'): number =>
    played.reduce((total, { counts }) => total + counts[key], 0);
  expect(sum('sms')).toBeGreaterThan(20);
  expect(sum('journeys')).toBeGreaterThan(12);
  expect(sum('deaths')).toBeGreaterThan(0);
});
