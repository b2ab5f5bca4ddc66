// Pacing weighted by segments: a token bucket of one second, local to the dispatcher.
import type { Runtime } from './runtime.ts';

export type Pace = {
  /** How many messages may be claimed now; waits until it is at least one. */
  room(): Promise<number>;
  /** Waits until so many segments may leave. */
  take(segments: number): Promise<void>;
};

const UNLIMITED: Pace = { room: async () => Number.POSITIVE_INFINITY, take: async () => {} };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A pace of `segmentsPerSecond` (0: without limit). */
export function makePace(rt: Runtime): Pace {
  const rate = rt.config.segmentsPerSecond;
  if (rate <= 0) return UNLIMITED;
  let tokens = rate;
  let at = rt.monotonic();
  const refill = (): void => {
    const now = rt.monotonic();
    tokens = Math.min(rate, tokens + ((now - at) / 1000) * rate);
    at = now;
  };
  return {
    async room() {
      for (refill(); tokens < 1; refill()) await sleep(Math.ceil(((1 - tokens) / rate) * 1000));
      return Math.floor(tokens);
    },
    async take(segments) {
      refill();
      tokens -= segments;
      if (tokens < 0) await sleep(Math.ceil((-tokens / rate) * 1000));
    },
  };
}
