// The bell of a scaled-out house: a ring becomes a job in Redis, and a worker somewhere takes it. Lost rings are found by the heartbeat.
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Bell, Log, QueueCount, Ring } from '../services/runtime.ts';
import { jobOf, keyOf, ONE_AT_A_TIME, QUEUES, type QueueName } from './queues.ts';
import { connectBriskly, untilReady } from './redis.ts';

/** Which part of a ring's trouble has been told already: once per loss, not once per ring. */
type Told = { away: boolean };

/**
 * A bell on the Redis at `url`. While Redis is away, rings go to `instead` (a worker's own hands) or are left to the
 * heartbeat.
 */
export function createRedisBell(url: string, log: Log, instead?: Bell): Bell {
  const connection = connectBriskly(url);
  connection.on('error', () => undefined);
  const told: Told = { away: false };
  const queues = new Map<QueueName, Queue>();

  const adding = new Map<string, Promise<void>>();
  const again = new Map<string, Ring>();
  let closed = false;

  /** BullMQ asks Redis for its version as soon as a queue is made, so they are made when it is there. */
  const openQueues = async (): Promise<void> => {
    await untilReady(connection);
    if (queues.size > 0) return;
    for (const name of QUEUES) queues.set(name, openQueue(name, connection));
    for (const name of ONE_AT_A_TIME) await queues.get(name)?.setGlobalConcurrency(1);
  };
  let opening: Promise<void> | undefined;
  const open = (): Promise<void> => {
    opening ??= openQueues().finally(() => {
      opening = undefined;
    });
    return opening;
  };

  const add = async (ring: Ring): Promise<void> => {
    const { queue, name, data, opts } = jobOf(ring);
    try {
      await open();
      await queues.get(queue)?.add(name, data, opts);
      told.away = false;
    } catch (error) {
      if (!told.away) log.warn({ why: error instanceof Error ? error.name : 'Error' }, 'Redis is away');
      told.away = true;
      instead?.ring(ring);
    }
  };

  /** A ring that comes while its like is on the way may be too late for it: it follows. */
  const start = (ring: Ring): void => {
    const key = keyOf(ring);
    const added = add(ring).finally(() => {
      adding.delete(key);
      const next = again.get(key);
      again.delete(key);
      if (next) start(next);
    });
    adding.set(key, added);
  };

  return {
    ring(ring) {
      if (closed) return;
      if (adding.has(keyOf(ring))) again.set(keyOf(ring), ring);
      else start(ring);
    },
    async quiet() {
      while (adding.size > 0) await Promise.all(adding.values());
      await instead?.quiet();
    },
    async counts() {
      await open();
      return Promise.all([...queues.values()].map(countQueue));
    },
    async close() {
      closed = true;
      while (adding.size > 0) await Promise.all(adding.values());
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => undefined)));
      await instead?.close();
      connection.disconnect();
    },
  };
}

function openQueue(name: QueueName, connection: Redis): Queue {
  const queue = new Queue(name, { connection, skipWaitingForReady: true });
  queue.on('error', () => undefined);
  return queue;
}

async function countQueue(queue: Queue): Promise<QueueCount> {
  const { waiting = 0, delayed = 0, active = 0 } = await queue.getJobCounts('waiting', 'delayed', 'active');
  return { queue: queue.name, waiting: waiting + delayed, active };
}
