// How late timers fire: the house's rows with heartbeat and alarm, beside a delayed BullMQ job for each timer, on the same
// database. Turns alone are timed: another process has the senders, so that nothing leaves.
import { closeDatabase } from '../../src/store/open.ts';
import { type Crowd, startDelayedJobs } from '../support/delayed-jobs.ts';
import { beginHourly } from '../support/hourly.ts';
import { fileUrl, HOUR_MS, MONDAY, openHouseAt } from '../support/house.ts';
import { type LocalTwilio, startLocalTwilio } from '../support/local-twilio.ts';
import { percentile } from '../support/percentile.ts';
import type { Row, Skipped } from '../support/row.ts';
import { type Servers, startServers, whatLacks } from '../support/servers.ts';
import { type HouseProcess, startHouse } from '../support/start-house.ts';
import type { Lateness } from '../support/tap-lateness.ts';
import { untilTrue } from '../support/until-true.ts';

const ROW = 'lateness of timers';
const SPREAD = 5_000;
const SPREAD_MS = 10_000;
const AT_ONCE = 10_000;
const LEAD_MS = 5_000;
const PATIENCE_MS = 60_000;
const LEASE_MS = 200_000;

const FIRST = MONDAY + HOUR_MS;
const SECOND = FIRST + HOUR_MS / 2;

const CROWDS = [
  { name: '5,000 over 10 s', now: FIRST - LEAD_MS, until: FIRST + SPREAD_MS, count: SPREAD },
  { name: '10,000 at one instant', now: SECOND - LEAD_MS, until: SECOND, count: AT_ONCE },
];

/** The first timers fall due one after the other, the rest all at once. */
const dueAt = (n: number): number => (n < SPREAD ? FIRST + Math.floor((n * SPREAD_MS) / SPREAD) : SECOND);

async function seedTimers(url: string): Promise<void> {
  const house = await openHouseAt(url);
  await beginHourly(house, SPREAD + AT_ONCE, 1, dueAt);
  await closeDatabase(house.db);
}

/** How late the turns of each crowd were, ms, and how many turns found that another had taken theirs. */
type Late = Lateness[];

async function byTheHouse(house: HouseProcess): Promise<Late> {
  const all: Late = [];
  await house.tell({ do: 'give-senders-away', ms: LEASE_MS });
  for (const { now, count } of CROWDS) {
    await house.tell({ do: 'set-clock', now });
    await untilTrue(async () => (await house.look()).turns >= count, PATIENCE_MS);
    all.push(await house.takeLateness());
  }
  await house.stop();
  return all;
}

async function byBullMq(databaseUrl: string, redisUrl: string): Promise<Late> {
  const jobs = await startDelayedJobs({ databaseUrl, redisUrl });
  const all: Late = [];
  for (const crowd of CROWDS satisfies Crowd[]) all.push({ late: await jobs.takeTurns(crowd), idle: 0 });
  jobs.close();
  return all;
}

const rowsOf = (where: string, house: Late, bullmq: Late): Row[] =>
  CROWDS.flatMap(({ name }, i) =>
    [50, 99].map((percent) => {
      const subject = percentile(house[i]?.late ?? [], percent);
      const baseline = percentile(bullmq[i]?.late ?? [], percent);
      return {
        row: `lateness ${where}, ${name}, p${percent}`,
        subject: { value: subject, unit: 'ms' },
        baseline: { value: baseline, unit: 'ms', what: 'BullMQ delayed jobs that take the same turn' },
        ratio: subject / baseline,
        aim: { most: 1 },
      };
    }),
  );

/** Two processes, or two jobs, may see the same timer due: one of the turns finds it gone. */
const idleRow = (name: string, house: Lateness | undefined, count: number): Row => ({
  row: `turns for nothing scaled out, ${name}`,
  subject: { value: house?.idle ?? Number.NaN, unit: 'turns' },
  baseline: { value: count, unit: 'turns', what: 'those that were due' },
  ratio: (house?.idle ?? Number.NaN) / count,
});

async function embedded(folder: string, twilio: LocalTwilio, { redis }: Servers): Promise<Row[]> {
  const [mine, theirs] = [fileUrl(folder, 'house'), fileUrl(folder, 'bullmq')];
  for (const url of [mine, theirs]) await seedTimers(url);
  const bullmq = await byBullMq(theirs, redis.url);
  const house = await startHouse({
    role: 'web',
    folder,
    databaseUrl: mine,
    twilio,
    connections: 50,
    now: MONDAY,
  });
  return rowsOf('embedded', await byTheHouse(house), bullmq);
}

async function scaledOut(folder: string, twilio: LocalTwilio): Promise<Row[]> {
  const measured: Late[] = [];
  for (const who of ['bullmq', 'house'] as const) {
    await using servers = await startServers(folder);
    const { sqld, redis } = servers;
    await seedTimers(sqld.url);
    if (who === 'bullmq') measured.push(await byBullMq(sqld.url, redis.url));
    else {
      const worker = await startHouse({
        role: 'worker',
        folder,
        databaseUrl: sqld.url,
        redisUrl: redis.url,
        twilio,
        connections: 50,
        now: MONDAY,
      });
      measured.push(await byTheHouse(worker));
    }
  }
  const [bullmq = [], house = []] = measured;
  return [
    ...rowsOf('scaled out', house, bullmq),
    ...CROWDS.map(({ name, count }, i) => idleRow(name, house[i], count)),
  ];
}

export async function measure(folder: string): Promise<(Row | Skipped)[]> {
  const lacking = whatLacks('sqld', 'redis');
  if (lacking) return [{ row: ROW, skipped: lacking }];
  const twilio = await startLocalTwilio();
  await using servers = await startServers(folder);
  const rows = [...(await embedded(folder, twilio, servers)), ...(await scaledOut(folder, twilio))];
  twilio.close();
  return rows;
}
