// Houses full of journeys that each take a turn an hour, and the turns they take.
import type { Input } from '../../src/journey/engine/inputs.ts';
import { takeTurn, takeTurns } from '../../src/services/journeys/take-turn.ts';
import { hourlyFlow } from './hourly-flow.ts';
import { HOUR_MS, type House } from './house.ts';
import { type Contender, inParallel } from './rounds.ts';
import { seedJourneys, seedPeople } from './seeds.ts';

/** Turns that share a page, or callers at once. */
export const PAGE = 200;

export type Hourly = { house: House; ids: string[] };

/** Lets `count` relatives of a house begin a flow of so many hours; `dueAt` moves the first hour of the n-th. */
export async function beginHourly(
  house: House,
  count: number,
  hours: number,
  dueAt?: (n: number) => number,
): Promise<Hourly> {
  await seedPeople(house, count);
  return { house, ids: await seedJourneys(house, hourlyFlow(hours), count, dueAt) };
}

export const pagesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, n) => all.slice(n * PAGE, (n + 1) * PAGE));

const nextHour = (house: House) => async (): Promise<void> => {
  house.time.now += HOUR_MS;
};

const fired = (house: House): Input => ({
  kind: 'timerFired',
  at: house.time.now,
  timer: 'moment',
  dueAt: house.time.now,
});

/** Everybody's turn of the next hour, page by page as timers fire. */
export const inPages = ({ house, ids }: Hourly): Contender => ({
  prepare: nextHour(house),
  async run() {
    for (const page of pagesOf(ids)) {
      const orders = page.map((journeyId) => ({ journeyId, input: fired(house), beside: {} }));
      for (const turn of await takeTurns(house, orders)) if ('failed' in turn) throw turn.failed;
    }
    return ids.length;
  },
});

/** The same turns, taken one by one by many callers at once as replies are. */
export const oneByOne = ({ house, ids }: Hourly): Contender => ({
  prepare: nextHour(house),
  run: () => inParallel(PAGE, ids, (id) => takeTurn(house, id, fired(house))),
});
