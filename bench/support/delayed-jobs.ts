// BullMQ's own delayed jobs as the memory of timers: a job for each, that takes the same turn when it comes. A process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Job, Queue, Worker } from 'bullmq';
import { takeTurn } from '../../src/services/journeys/take-turn.ts';
import { pagesOf } from './hourly.ts';
import { openHouseAt } from './house.ts';
import { tapLateness } from './tap-lateness.ts';

/** Jobs at once in its one worker. */
const AT_ONCE = 50;

export type Crowd = {
  /** When journeys' time is at the beginning, and until when a timer belongs to it. */ now: number;
  until: number;
  count: number;
};

export type DelayedJobs = {
  /** Adds a job for every timer of the crowd and gives how late each turn was, ms. */
  takeTurns(crowd: Crowd): Promise<number[]>;
  close(): void;
};

type Options = { databaseUrl: string; redisUrl: string };
type Timer = { journeyId: string; dueAt: number };

const FLAG = '--serve-delayed-jobs';

/** Starts it and waits until it is ready; it ends with this process at the latest. */
export async function startDelayedJobs(options: Options): Promise<DelayedJobs> {
  const child = fork(import.meta.filename, [FLAG, JSON.stringify(options)]);
  await once(child, 'message');
  return {
    async takeTurns(crowd) {
      child.send(crowd);
      const [late] = (await once(child, 'message')) as [number[]];
      return late;
    },
    close: () => child.disconnect(),
  };
}

async function serve({ databaseUrl, redisUrl }: Options): Promise<void> {
  const ahead = { ms: 0 };
  const house = await openHouseAt(databaseUrl);
  const rt = { ...house, now: () => Date.now() + ahead.ms };
  const { late } = tapLateness(rt);
  const connection = { url: redisUrl };
  const queue = new Queue<Timer>('turns', { connection });
  const take = async ({ data: { journeyId, dueAt } }: Job<Timer>): Promise<void> => {
    await takeTurn(rt, journeyId, { kind: 'timerFired', at: rt.now(), timer: 'moment', dueAt });
  };
  const worker = new Worker<Timer>('turns', take, {
    connection: { ...connection, maxRetriesPerRequest: null },
    concurrency: AT_ONCE,
  });
  await worker.waitUntilReady();
  const takeAll = async ({ now, until, count }: Crowd): Promise<void> => {
    const found = await rt.db.client.execute({
      sql: 'SELECT journey_id, due_at FROM timers WHERE due_at BETWEEN ? AND ? ORDER BY due_at',
      args: [now, until],
    });
    if (found.rows.length !== count) throw new Error(`${found.rows.length} timers are there, not ${count}`);
    ahead.ms = now - Date.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    let done = 0;
    const completed = (): void => {
      done += 1;
      if (done === count) resolve();
    };
    worker.on('completed', completed);
    const timers = found.rows.map((row) => ({
      journeyId: String(row.journey_id),
      dueAt: Number(row.due_at),
    }));
    for (const page of pagesOf(timers))
      await queue.addBulk(
        page.map((data) => ({
          name: 'turn',
          data,
          opts: { delay: Math.max(0, data.dueAt - rt.now()), removeOnComplete: true },
        })),
      );
    await promise;
    worker.off('completed', completed);
    process.send?.(late.splice(0));
  };
  process.on('disconnect', () => process.exit());
  process.on('message', (crowd) => void takeAll(crowd as Crowd));
  process.send?.('ready');
}

if (process.argv[2] === FLAG) await serve(JSON.parse(process.argv[3] ?? '') as Options);
