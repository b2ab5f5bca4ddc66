// What a process holds while many timers sleep: they are rows, so it should not be felt.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fireTimers } from '../../src/services/journeys/fire-timers.ts';
import { dispatchSender } from '../../src/services/sending/dispatch-sender.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { hourlyFlow } from '../support/hourly-flow.ts';
import { HOUR_MS, type House, openHouse } from '../support/house.ts';
import type { Row } from '../support/row.ts';
import { seedJourneys, seedMessages, seedPeople, seedSleepingTimers } from '../support/seeds.ts';

const MANY = 1_000_000;
const JOURNEYS = 2_000;
const HOURS = 3;
const MB = 1024 * 1024;
const FLAG = '--work-in';

type Held = { heap: number; rss: number };

/** Fires and sends what is due for some hours, a part of it all in every hour. */
async function work(house: House): Promise<void> {
  for (let hour = 0; hour < HOURS; hour += 1) {
    house.time.now += HOUR_MS;
    await fireTimers(house);
    await dispatchSender(house, 'number');
    await dispatchSender(house, 'name');
  }
}

async function hold(folder: string, name: string): Promise<Held> {
  const house = await openHouse(folder, name);
  await work(house);
  for (let n = 0; n < 5; n += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / MB, rss: rss / MB };
}

/** Does the work in a process of its own, on a database that another has filled. */
async function heldBy(folder: string, name: string, sleeping: number): Promise<Held> {
  const house = await openHouse(folder, name);
  await seedPeople(house, JOURNEYS);
  await seedJourneys(house, hourlyFlow(HOURS), JOURNEYS);
  await seedMessages(house, 'due', JOURNEYS, house.now());
  await seedSleepingTimers(house, sleeping, house.now() + 100 * HOUR_MS);
  await closeDatabase(house.db);
  const child = fork(import.meta.filename, [FLAG, folder, name]);
  const [held] = (await once(child, 'message')) as [Held];
  return held;
}

export async function measure(folder: string): Promise<Row[]> {
  const none = await heldBy(folder, 'none', 0);
  const many = await heldBy(folder, 'million', MANY);
  const row = (name: string, what: keyof Held): Row => ({
    row: name,
    subject: { value: many[what], unit: 'MB' },
    baseline: { value: none[what], unit: 'MB', what: 'the same work with no other timer' },
    ratio: many[what] - none[what],
    ratioUnit: 'MB more',
    aim: { most: 20 },
  });
  return [row('heap with 1,000,000 timers asleep', 'heap'), row('whole process (rss) with them', 'rss')];
}

const [flag, folder, name] = process.argv.slice(2);
if (flag === FLAG && folder && name) process.send?.(await hold(folder, name), () => process.exit());
