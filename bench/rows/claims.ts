// What it costs to find the work that is due, with few and with very many that sleep: it should not be felt.

import { listDueTimers } from '../../src/store/journeys/timers.ts';
import { takeLease } from '../../src/store/leases.ts';
import { claimMessages } from '../../src/store/messages/claims.ts';
import { HOUR_MS, type House, openHouse } from '../support/house.ts';
import { median } from '../support/rounds.ts';
import type { Row } from '../support/row.ts';
import {
  seedDueTimers,
  seedMessages,
  seedPeople,
  seedSleepingMessages,
  seedSleepingTimers,
} from '../support/seeds.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const TOMORROW = 100_000;
const DUE = 5_000;
const CLAIM = 50;
const PAGE = 200;
const DAY_MS = 24 * HOUR_MS;

/** Finds a page of due timers, then claims messages; gives the milliseconds it took. */
type Look = () => Promise<number>;

async function openLooking(folder: string, name: string, sleeping: number, tomorrow = 0): Promise<Look> {
  const house = await openHouse(folder, name);
  await seedPeople(house, DUE);
  await seedMessages(house, 'due', DUE, house.now());
  await seedDueTimers(house, PAGE, house.now());
  await seedSleepingTimers(house, sleeping, house.now() + HOUR_MS);
  await seedSleepingMessages(house, tomorrow, house.now() + DAY_MS);
  const fence = await lease(house);
  return () => look(house, fence);
}

async function lease(house: House): Promise<number> {
  const now = house.clock();
  const order = { name: 'sender:name', owner: house.owner, now, endsAt: now + 10 * 60_000 };
  return (await house.db.lane.put(takeLease, order)) ?? 0;
}

async function look(house: House, fence: number): Promise<number> {
  const began = performance.now();
  const due = await listDueTimers(house.db, house.now(), PAGE);
  const claimed = await house.db.lane.put(claimMessages, {
    sender: 'name',
    lease: 'sender:name',
    fence,
    clock: house.clock(),
    now: house.now(),
    minute: 600,
    weekday: 1,
    open: true,
    dayLimit: 3,
    today: house.now() - 12 * HOUR_MS,
    later: JSON.stringify([[house.now() + DAY_MS, '2']]),
    limit: CLAIM,
  });
  const ms = performance.now() - began;
  if (due.length !== PAGE || claimed.length !== CLAIM) throw new Error('less was due than expected');
  return ms;
}

export async function measure(folder: string): Promise<Row[]> {
  const looks = {
    few: await openLooking(folder, 'few', FEW),
    many: await openLooking(folder, 'many', MANY),
    tomorrow: await openLooking(folder, 'tomorrow', MANY, TOMORROW),
  };
  const names = Object.keys(looks) as (keyof typeof looks)[];
  const times: Record<keyof typeof looks, number[]> = { few: [], many: [], tomorrow: [] };
  for (let round = 0; round < DUE / CLAIM; round += 1) {
    for (const name of names) times[name].push(await looks[name]());
    names.push(...names.splice(0, 1));
  }
  const few = median(times.few);
  const row = (name: string, ms: number): Row => ({
    row: name,
    subject: { value: ms, unit: 'ms' },
    baseline: {
      value: few,
      unit: 'ms',
      what: `finding ${PAGE} timers and claiming ${CLAIM} messages with 10,000 asleep`,
    },
    ratio: ms / few,
    aim: { most: 1.2 },
  });
  return [
    row('claim, 1,000,000 timers asleep', median(times.many)),
    row('claim, and 100,000 messages due tomorrow', median(times.tomorrow)),
  ];
}
