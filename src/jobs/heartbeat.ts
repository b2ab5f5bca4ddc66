import { beat } from '../services/beat.ts';
import type { Runtime } from '../services/runtime.ts';
import { sweepDoors } from '../services/sweep-doors.ts';

const SWEEP_EVERY_MS = 3_600_000;

export type Heartbeat = { stop(): Promise<void> };

/** Beats every `everyMs` (real time), never twice at once, and sweeps once an hour. `stop` waits for the beat under way. */
export function startHeartbeat(rt: Runtime, everyMs: number): Heartbeat {
  let under: Promise<unknown> | undefined;
  let sweptAt = 0;
  const once = async (): Promise<void> => {
    await beat(rt);
    if (rt.clock() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = rt.clock();
    await sweepDoors(rt);
  };
  const timer = setInterval(() => {
    under ??= once()
      .catch((error: unknown) =>
        rt.log.error({ why: error instanceof Error ? error.name : 'Error' }, 'a beat failed'),
      )
      .finally(() => {
        under = undefined;
      });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await under;
    },
  };
}
