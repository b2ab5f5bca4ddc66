import { expect, test } from 'vitest';
import { NO_FAULTS, type Shares } from './faults.ts';
import { playScript } from './play-script.ts';

/** Faults that cost minutes and lose nothing: a network that refuses for good would change what people are told. */
const FAULTS: Shares = { crash: 0.015, refuse: 0.01, freeze: 0, ring: 0.5, network: 0 };

const seeds = Array.from({ length: 8 }, (_, n) => n + 1);

test.each(seeds)(
  'seed %i: crashes, refused commits, lost answers and lost bells change nothing but the minute',
  async (seed) => {
    const calm = await playScript(seed, NO_FAULTS);
    const hard = await playScript(seed, FAULTS);
    expect(calm.deaths).toBe(0);
    expect(hard.journeys).toEqual(calm.journeys);
    expect(hard.phones).toEqual(calm.phones);
    expect(hard.replies).toEqual(calm.replies);
  },
);
