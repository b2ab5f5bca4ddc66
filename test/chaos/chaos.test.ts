// The fault matrix in short: one house of five processes, several faults one after the other. The whole of it: `npm run chaos`.
import { expect, test } from 'vitest';
import { makeRandom } from '../sim/random.ts';
import { hasSqld } from '../support/sqld.ts';
import { playBaseline } from './baseline.ts';
import { breaches } from './check.ts';
import {
  flushRedis,
  freeze,
  gateway,
  killDatabase,
  killRedis,
  killSender,
  killWorkers,
  stops,
  together,
  unheard,
} from './faults.ts';
import type { Scenario } from './play.ts';
import { playScenario } from './play-scenario.ts';
import { drawPeople } from './script.ts';

const SEED = 3;
const PEOPLE = 40;

const short: Scenario = {
  name: 'short',
  at: {
    enrol: unheard(together(killSender, gateway('accept-then-drop', 0.15, 2_000), stops(3))),
    morning: together(flushRedis, killRedis, stops(2)),
    question: together(freeze('sender:number', 6_500), gateway('accept-then-500', 0.2, 2_000), stops(3)),
    reminder: killDatabase,
    farewell: together(killWorkers(3), gateway('drop', 0.2, 1_000)),
  },
};

test.skipIf(!hasSqld)(
  'killed, frozen, flushed and cut off, five processes text everyone once, nobody after STOP or at night, and end as one that had no faults',
  { timeout: 240_000 },
  async () => {
    const people = drawPeople(makeRandom(SEED), PEOPLE);
    const baseline = await playBaseline(people);

    const row = await playScenario(short, { seed: SEED, people, baseline, restWithinMs: 60_000 });

    expect(breaches(row)).toEqual([]);
    expect(row.deaths).toBeGreaterThanOrEqual(4);
    expect(row.accepted).toBeGreaterThan(PEOPLE * 5);
  },
);
