// The bell of one process: a ring does the work here, soon. What is rung for while it runs is done once more afterwards.
import type { Bell, Ring, Runtime } from '../services/runtime.ts';
import { work } from './work.ts';

const keyOf = (ring: Ring): string => Object.values(ring).join(' ');

/** A bell that does its own work with the runtime it is part of, which `runtime` gives once it is built. */
export function createInlineBell(runtime: () => Runtime): Bell {
  const running = new Map<string, Promise<void>>();
  const again = new Map<string, Ring>();
  let closed = false;

  const run = async (ring: Ring): Promise<void> => {
    const rt = runtime();
    try {
      await work(rt, ring);
    } catch (error) {
      rt.log.error({ job: ring.job, why: error instanceof Error ? error.name : 'Error' }, 'a job failed');
    }
  };

  const start = (ring: Ring): void => {
    const key = keyOf(ring);
    const job = Promise.resolve()
      .then(() => run(ring))
      .finally(() => {
        running.delete(key);
        const next = again.get(key);
        again.delete(key);
        if (next && !closed) start(next);
      });
    running.set(key, job);
  };

  return {
    ring(ring) {
      if (closed) return;
      if (running.has(keyOf(ring))) again.set(keyOf(ring), ring);
      else start(ring);
    },
    async quiet() {
      while (running.size > 0) await Promise.all(running.values());
    },
    async counts() {
      return [{ queue: 'inline', waiting: again.size, active: running.size }];
    },
    async close() {
      closed = true;
      await Promise.all(running.values());
    },
  };
}
