// The hands of a scaled-out house: BullMQ takes jobs from Redis and has them done here. Jobs may come twice or never; the database decides.
import { Worker } from 'bullmq';
import type { Ring, Runtime } from '../services/runtime.ts';
import { ONE_AT_A_TIME, QUEUES } from './queues.ts';
import { connectPatiently } from './redis.ts';
import { work } from './work.ts';

export type Workers = {
  /** Takes no more jobs and waits for those under way. */
  close(): Promise<void>;
};

export type WorkersOptions = {
  /** Jobs of one queue at once in this process. */
  concurrency: number;
  /** How long a job of a process that fell silent stays its own, ms. */
  lockMs: number;
};

/** What failed, by its name alone: BullMQ keeps the words of an error in Redis, and nobody's number may get there. */
class JobFailed extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.name : 'Error');
    this.name = 'JobFailed';
  }
}

/** How long BullMQ may take to tell Redis that it ends, once no job is under way: Redis may be away, ms. */
const PARTING_MS = 3_000;

async function take(rt: Runtime, ring: Ring): Promise<void> {
  try {
    await work(rt, ring);
  } catch (error) {
    rt.log.error({ job: ring.job, why: error instanceof Error ? error.name : 'Error' }, 'a job failed');
    throw new JobFailed(error);
  }
}

/** Takes jobs of every queue from the Redis at `url`, also after it was away. */
export function startWorkers(rt: Runtime, url: string, options: WorkersOptions): Workers {
  const connection = connectPatiently(url);
  connection.on('error', () => undefined);
  const running = new Set<Promise<void>>();
  const follow = (job: Promise<void>): Promise<void> => {
    running.add(job);
    return job.finally(() => running.delete(job));
  };
  const workers = QUEUES.map((name) => {
    const worker = new Worker<Ring>(name, (job) => follow(take(rt, job.data)), {
      connection,
      concurrency: ONE_AT_A_TIME.includes(name) ? 1 : options.concurrency,
      lockDuration: options.lockMs,
      stalledInterval: options.lockMs,
      maxStalledCount: 10,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', () => undefined);
    return worker;
  });
  return {
    async close() {
      const closed = Promise.all(workers.map((worker) => worker.close()));
      while (running.size > 0) await Promise.allSettled(running);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, PARTING_MS).unref())]);
      connection.disconnect();
    },
  };
}
