// How long pages of the desk take with very many relatives, each with a journey, an SMS and every tenth with a reply that
// waits: beside the same pages with a hundredth of them, since the cost must not follow what is stored.

import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { indexUnindexed } from '../../src/services/relatives/index-names.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { addUnits } from '../../src/store/organisation.ts';
import { numberId } from '../../src/store/people/numbers.ts';
import { insertRows } from '../../src/store/rows.ts';
import { replies } from '../../src/store/schema/messages.ts';
import { seal } from '../../src/store/seal.ts';
import { createApp } from '../../src/web/app.ts';
import { makeFlow, wait } from '../../test/journey/engine/make-flow.ts';
import { openBrowser, type TestBrowser } from '../../test/support/browser.ts';
import { HOUR_MS, type House, MONDAY, openHouse } from '../support/house.ts';
import { percentile } from '../support/percentile.ts';
import type { Row } from '../support/row.ts';
import { phoneOf, seedJourneys, seedMessages, seedPeople } from '../support/seeds.ts';
import { seedStaff } from '../support/staff.ts';

const MANY = 50_000;
const FEW = 500;
const WARM = 3;
const TIMES = 15;
const AIM_MS = 100;
const EVERY = 10;

const flow = makeFlow([wait('vent', '30 days')], { name: 'lang', anchors: {} });

/** What is opened, as an advisor would between two calls. */
const PAGES: Record<string, (browser: TestBrowser) => Promise<{ status: number }>> = {
  overview: (browser) => browser.get('/desk'),
  inbox: (browser) => browser.get('/desk/indbakke'),
  alerts: (browser) => browser.get('/desk/varsler'),
  tasks: (browser) => browser.get('/desk/opgaver'),
  relatives: (browser) => browser.get('/desk/paaroerende'),
  'search by name': (browser) => browser.post('/desk/paaroerende/soeg', { soeg: 'Eksempel 7' }),
  'search by number': (browser) => browser.post('/desk/paaroerende/soeg', { soeg: phoneOf(7) }),
  'a relative': (browser) => browser.get('/desk/paaroerende/r7?fra=search'),
  'a timeline': (browser) => browser.get('/desk/paaroerende/r7/forloebslinje?fra=search'),
  circles: (browser) => browser.get('/desk/kredse'),
  appointments: (browser) => browser.get('/desk/aftaler'),
  counselling: (browser) => browser.get('/desk/raadgivning'),
  signpost: (browser) => browser.get('/desk/vejviser'),
  referrals: (browser) => browser.get('/desk/henvisninger'),
  flows: (browser) => browser.get('/desk/forloeb'),
  log: (browser) => browser.get('/desk/log'),
};

async function seedReplies(house: House, count: number): Promise<void> {
  const rows = Array.from({ length: Math.floor(count / EVERY) }, (_, n) => ({
    id: `p${n}`,
    providerId: `SM${n}`,
    numberId: numberId(house.db.keys, phoneOf(n * EVERY)),
    relativeId: `r${n * EVERY}`,
    textSealed: seal(house.db.keys, `replies.text:p${n}`, 'Hvornår var det nu?'),
    meaning: 'unclear',
    status: n % 100 === 0 ? 'waiting' : 'closed',
    receivedAt: MONDAY - n * 1000,
  }));
  for (let from = 0; from < rows.length; from += 1000)
    await house.db.client.batch([insertRows(replies, rows.slice(from, from + 1000))], 'write');
}

async function openDeskWith(folder: string, count: number): Promise<{ house: House; browser: TestBrowser }> {
  const house = await openHouse(folder, `desk-${count}`);
  await house.db.lane.put(addUnits, { id: 'u', parentId: null, name: 'Eksempelhuset', area: 'ældre' });
  await seedPeople(house, count);
  await indexUnindexed(house.db);
  await publishFlow(house, flow);
  await seedJourneys(house, flow, count, (n) => MONDAY + HOUR_MS + n);
  await seedMessages(house, 'm', count, MONDAY - HOUR_MS);
  await house.db.client.execute("UPDATE messages SET status = 'delivered', sent_at = due_at");
  await seedReplies(house, count);
  const browser = openBrowser(createApp(house, {}));
  browser.cookies.set('__Host-limen_staff', await seedStaff(house));
  await browser.get('/desk');
  return { house, browser };
}

async function timesOf(browser: TestBrowser, name: string, open: (typeof PAGES)[string]): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < WARM + TIMES; n += 1) {
    const began = performance.now();
    const { status } = await open(browser);
    if (status !== 200) throw new Error(`${name} answered ${status}`);
    if (n >= WARM) times.push(performance.now() - began);
  }
  return times;
}

export async function measure(folder: string): Promise<Row[]> {
  const many = await openDeskWith(folder, MANY);
  const few = await openDeskWith(folder, FEW);
  const rows: Row[] = [];
  for (const [name, open] of Object.entries(PAGES)) {
    const [subject, baseline] = [
      percentile(await timesOf(many.browser, name, open), 95),
      percentile(await timesOf(few.browser, name, open), 95),
    ];
    rows.push({
      row: `desk, ${MANY} relatives: ${name}, p95`,
      subject: { value: subject, unit: 'ms' },
      baseline: { value: baseline, unit: 'ms', what: `the same page with ${FEW} relatives` },
      ratio: subject / baseline,
      aim: { most: AIM_MS, of: 'measured' },
    });
  }
  for (const { house } of [many, few]) await closeDatabase(house.db);
  return rows;
}
