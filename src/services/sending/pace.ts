// Pacing weighted by segments: a token bucket of one second for each sender of this process.
import type { Runtime } from '../runtime.ts';

export type Pace = {
  /** How many messages may be claimed now; waits until it is at least one. */
  room(): Promise<number>;
  /** Waits until so many segments may leave. */
  take(segments: number): Promise<void>;
};

const UNLIMITED: Pace = { room: async () => Number.POSITIVE_INFINITY, take: async () => {} };

/** Waits so long, ms. */
export const sleep = (rt: Runtime, ms: number): Promise<void> =>
  rt.sleep ? rt.sleep(ms) : new Promise((resolve) => setTimeout(resolve, ms));

/** The pace of a sender: `segmentsPerSecond` of the settings (0: without limit), however often it is asked for. */
export function paceOf(rt: Runtime, sender: string): Pace {
  const pace = rt.paces.get(sender) ?? makePace(rt);
  rt.paces.set(sender, pace);
  return pace;
}

function makePace(rt: Runtime): Pace {
  const rate = rt.config.segmentsPerSecond;
  if (rate <= 0) return UNLIMITED;
  const most = Math.max(rate, 1);
  let tokens = most;
  let at = rt.monotonic();
  const refill = (): void => {
    const now = rt.monotonic();
    tokens = Math.min(most, tokens + ((now - at) / 1000) * rate);
    at = now;
  };
  return {
    async room() {
      for (refill(); tokens < 1; refill()) await sleep(rt, Math.ceil(((1 - tokens) / rate) * 1000));
      return Math.floor(tokens);
    },
    async take(segments) {
      refill();
      tokens -= segments;
      if (tokens < 0) await sleep(rt, Math.ceil((-tokens / rate) * 1000));
    },
  };
}
