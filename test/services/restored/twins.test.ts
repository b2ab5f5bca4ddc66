// The promise of a restored backup: phones get exactly what they would have got had nothing been lost.
import { describe, expect, it } from 'vitest';
import { playTwin } from './play-twins.ts';
import { phoneOutside, twilioOutside } from './stand.ts';

/** `RESTORE_SEEDS=100 npx vitest run test/services/restored/twins.test.ts` plays more. */
const COUNT = Number(process.env.RESTORE_SEEDS ?? 4);
const FROM = Number(process.env.RESTORE_FROM ?? 1);
const seeds = Array.from({ length: COUNT }, (_, n) => FROM + n);

describe.each([
  ['the simulated network', phoneOutside, seeds],
  ['Twilio', twilioOutside, seeds.slice(0, Math.ceil(COUNT / 3))],
])('with %s', (_name, open, some) => {
  it.each(some)(
    'seed %i: a restored house sends exactly what one that lost nothing sends',
    { timeout: 60_000 },
    async (seed) => {
      const [whole, restored] = [await playTwin(seed, false, open), await playTwin(seed, true, open)];

      expect(restored.broken).toEqual([]);
      expect(restored.texts).toEqual(whole.texts);
      expect(restored.recorded).toEqual(restored.texts);
      expect(restored.alerts).toEqual(whole.alerts);
    },
  );
});
