// The fault matrix in short: one house of five processes, several faults one after the other. The whole of it: `npm run chaos`.
import { expect, test } from 'vitest';
import { makeRandom } from '../sim/random.ts';
import { hasSqld } from '../support/sqld.ts';
import { playBaseline } from './baseline.ts';
import { breaches } from './check.ts';
import { playScenario } from './play-scenario.ts';
import { short } from './scenarios.ts';
import { drawPeople } from './script.ts';

const SEED = 3;
const PEOPLE = 40;

test.skipIf(!hasSqld)(
  'killed, frozen, flushed and cut off, five processes text everyone once, nobody after STOP or at night, and end as one that had no faults',
  { timeout: 240_000 },
  async ({ signal }) => {
    const people = drawPeople(makeRandom(SEED), PEOPLE);
    const baseline = await playBaseline(people);

    const row = await playScenario(short, { seed: SEED, people, baseline, restWithinMs: 60_000, signal });

    expect(breaches(row)).toEqual([]);
    expect(row.deaths).toBeGreaterThanOrEqual(4);
    expect(row.accepted).toBeGreaterThan(PEOPLE * 5);
  },
);
