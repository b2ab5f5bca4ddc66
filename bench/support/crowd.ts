// Very many relatives enrolled at once into a flow of one message, while others write to the house and work at its desk.

import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { addUnits } from '../../src/store/organisation.ts';
import { makeFlow, say } from '../../test/journey/engine/make-flow.ts';
import { MONDAY, openHouseAt } from './house.ts';
import type { LocalTwilio } from './local-twilio.ts';
import { percentile } from './percentile.ts';
import type { Row } from './row.ts';
import { seedPeople, TEXT } from './seeds.ts';
import { seedStaff } from './staff.ts';
import type { HouseProcess } from './start-house.ts';
import { untilTrue } from './until-true.ts';
import { startVisitors, type Waits } from './visitors.ts';

const MB = 1024 * 1024;
/** Until what is asked for again and again is compiled. */
const WARM_MS = 5_000;
const CALM_MS = 15_000;
const PATIENCE_MS = 12 * 60_000;
const AIM_MS = 50;
/** What is held is weighed when this part of them has it, and when nearly all have. */
const EARLY = 0.25;
const LATE = 0.95;
/** What is held may be so much more late than early. */
const AIM_HELD = 1.1;

const text = `${TEXT.replace('Eksempel', '{{ tiltale }}')} {{ link }}`;
/** One SMS with a link, so from the sender by name; answers leave from the other. */
const flow = makeFlow([say('husk', { page: 'side' })], {
  name: 'brev',
  anchors: {},
  texts: { da: { husk: text }, en: { husk: text } },
});

/** Fills a database with the relatives and the flow, and logs an advisor in; gives the cookie's token. */
export async function seedCrowd(url: string, relatives: number): Promise<string> {
  const house = await openHouseAt(url);
  const { lane } = house.db;
  await seedPeople(house, relatives);
  await lane.put(addUnits, { id: 'u', parentId: null, name: 'Eksempelhuset', area: 'ældre' });
  await publishFlow(house, flow);
  const session = await seedStaff(house);
  await closeDatabase(house.db);
  return session;
}

/** What a crowd did to a house. */
export type Crowded = {
  /** From the order to the last journey that began, and to the last SMS the provider took, ms. */
  plannedMs: number;
  sentMs: number;
  /** The process that answers the web, and all of them, bytes: before, and at most meanwhile. */
  memory: { before: number; peak: number };
  /** What they held when a quarter of the SMS had left, and when nearly all had, bytes: garbage collected. */
  held: { early: number; late: number };
  calm: Waits;
  meanwhile: Waits;
};

type Stand = { web: HouseProcess; all: readonly HouseProcess[]; twilio: LocalTwilio; session: string };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Gives the order for so many and tells how to see that all of it is planned. */
export type Begin = (web: HouseProcess, relatives: number) => Promise<() => Promise<boolean>>;

const enrolAll: Begin = async (web, relatives) => {
  const fanOut = await web.enrol(flow.name, relatives);
  return async () => (await web.look(fanOut)).status === 'done';
};

/** Lets the house be calm for a while, then enrols everybody (or does what `begin` does) and waits until every SMS has left. */
export async function crowd(
  { web, all, twilio, session }: Stand,
  relatives: number,
  begin = enrolAll,
): Promise<Crowded> {
  const visitors = await startVisitors({ port: web.port, authToken: twilio.authToken, session });
  await wait(WARM_MS);
  await visitors.take();
  await wait(CALM_MS);
  const calm = await visitors.take();
  for (const one of all) await one.tell({ do: 'forget-peak' });
  const before = await memoryOf(all, 'rss');
  const began = performance.now();
  const isPlanned = await begin(web, relatives);
  let plannedMs = Number.NaN;
  const held = { early: Number.NaN, late: Number.NaN };
  await untilTrue(async () => {
    if (Number.isNaN(plannedMs) && (await isPlanned())) plannedMs = performance.now() - began;
    const each = await Promise.all(all.map(async (one) => (await one.look()).sent.name));
    const sent = each.reduce((sum, n) => sum + n, 0);
    if (Number.isNaN(held.early) && sent >= relatives * EARLY) held.early = await weighed(all);
    if (Number.isNaN(held.late) && sent >= relatives * LATE) held.late = await weighed(all);
    return sent >= relatives;
  }, PATIENCE_MS);
  const sentMs = performance.now() - began;
  const meanwhile = await visitors.take();
  visitors.close();
  return { plannedMs, sentMs, calm, meanwhile, held, memory: { before, peak: await memoryOf(all, 'peak') } };
}

const weighed = async (all: readonly HouseProcess[]): Promise<number> =>
  (await Promise.all(all.map((one) => one.weigh()))).reduce((sum, n) => sum + n, 0);

const memoryOf = async (all: readonly HouseProcess[], what: 'rss' | 'peak'): Promise<number> =>
  (await Promise.all(all.map(async (one) => (await one.look())[what]))).reduce((sum, n) => sum + n, 0);

/** The rows of a crowd; `where` tells houses apart, `planned` is what was done for each before the SMS. */
export function rowsOfCrowd(
  where: string,
  relatives: number,
  crowded: Crowded,
  planned = { what: 'enrolled at once: planning', unit: 'journeys/s' },
): Row[] {
  const { plannedMs, sentMs, memory, held, calm, meanwhile } = crowded;
  const perSecond = (ms: number): number => (relatives / ms) * 1000;
  const waiting = (name: string, what: 'webhooks' | 'pages'): Row => {
    const [subject, baseline] = [percentile(meanwhile[what], 99), percentile(calm[what], 99)];
    return {
      row: `${where}, ${name} meanwhile, p99 (p50 ${percentile(meanwhile[what], 50).toFixed(0)} ms)`,
      subject: { value: subject, unit: 'ms' },
      baseline: { value: baseline, unit: 'ms', what: 'the same p99 while the house is calm' },
      ratio: subject / baseline,
      aim: { most: AIM_MS, of: 'measured' },
    };
  };
  const planning = { value: perSecond(plannedMs), unit: planned.unit };
  return [
    { row: `${where}, ${relatives} ${planned.what}`, subject: planning },
    {
      row: `${where}, the last SMS taken by the provider`,
      subject: { value: perSecond(sentMs), unit: 'messages/s' },
      baseline: { ...planning, what: 'the row above, part of it' },
      ratio: plannedMs / sentMs,
    },
    {
      row: `${where}, memory (rss) at most, garbage not yet collected included`,
      subject: { value: memory.peak / MB, unit: 'MB' },
      baseline: { value: memory.before / MB, unit: 'MB', what: 'before' },
      ratio: (memory.peak - memory.before) / MB,
      ratioUnit: 'MB more',
    },
    {
      row: `${where}, memory held when ${Math.round(relatives * LATE)} had it`,
      subject: { value: held.late / MB, unit: 'MB' },
      baseline: { value: held.early / MB, unit: 'MB', what: `when ${Math.round(relatives * EARLY)} had it` },
      ratio: held.late / held.early,
      aim: { most: AIM_HELD },
    },
    waiting('webhooks', 'webhooks'),
    waiting('desk pages', 'pages'),
    {
      row: `${where}, requests refused or failed`,
      subject: { value: meanwhile.failed + calm.failed, unit: 'requests' },
      aim: { most: 0, of: 'measured' },
    },
  ];
}

export const CROWD_NOW = MONDAY;
