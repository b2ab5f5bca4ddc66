import { beat } from '../services/beat.ts';
import type { Runtime } from '../services/runtime.ts';

export type Heartbeat = { stop(): Promise<void> };

/** Beats every `everyMs` (real time), never twice at once. `stop` waits for the beat under way. */
export function startHeartbeat(rt: Runtime, everyMs: number): Heartbeat {
  let under: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    under ??= beat(rt).finally(() => {
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
