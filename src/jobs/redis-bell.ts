// The bell of a scaled-out house: a ring becomes a job in Redis, and a worker somewhere takes it. Lost rings are found by the heartbeat.
import type { Bell, Log, Ring } from '../services/runtime.ts';
import { jobOf, keyOf } from './queues.ts';
import { connectBriskly } from './redis.ts';
import { countQueue, createQueues } from './redis-queues.ts';

/**
 * A bell on the Redis at `url`. While Redis is away, rings go to `instead` (a worker's own hands) or are left to the
 * heartbeat; that it is away is told once per loss, not once per ring.
 */
export function createRedisBell(url: string, log: Log, instead?: Bell): Bell {
  const connection = connectBriskly(url);
  connection.on('error', () => undefined);
  const queues = createQueues(connection);
  const adding = new Map<string, Promise<void>>();
  const again = new Map<string, Ring>();
  const told = { away: false };
  let closed = false;

  const add = async (ring: Ring): Promise<void> => {
    const { queue, name, data, opts } = jobOf(ring);
    try {
      await (await queues.open()).get(queue)?.add(name, data, opts);
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
  const added = async (): Promise<void> => {
    while (adding.size > 0) await Promise.all(adding.values());
  };

  return {
    ring(ring) {
      if (closed) return;
      if (adding.has(keyOf(ring))) again.set(keyOf(ring), ring);
      else start(ring);
    },
    async quiet() {
      await added();
      await instead?.quiet();
    },
    counts: async () => Promise.all([...(await queues.open()).values()].map(countQueue)),
    async close() {
      closed = true;
      await added();
      await queues.close();
      await instead?.close();
      connection.disconnect();
    },
  };
}
