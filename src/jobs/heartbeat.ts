// The heartbeat: a safety net under the bell, and the alarm clock of the timers. Its parts beat by themselves, so that a long one
// (a broadcast of hours) keeps no other waiting. Among several processes one beats: the one that holds the lease.
import { beatParts, quietly } from '../services/beat.ts';
import { createHold } from '../services/hold-lease.ts';
import { nextTimerAt, wakeTimers } from '../services/journeys/fire-timers.ts';
import type { Runtime } from '../services/runtime.ts';
import { sweep } from '../services/sweep.ts';

const MOMENT_MS = 50;
const SWEEP_EVERY_MS = 3_600_000;
const LEASE = { name: 'heartbeat', ms: 10_000 };

export type Heartbeat = { stop(): Promise<void> };

type Beating = Heartbeat & { now(): Promise<void> };

/** Calls `work` at once, every `everyMs` (real time), and at `now`; never twice at once. `stop` waits for the call under way. */
function every(everyMs: number, work: () => Promise<unknown>): Beating {
  let under: Promise<void> | undefined;
  const now = (): Promise<void> => {
    under ??= work().then(() => {
      under = undefined;
    });
    return under;
  };
  const timer = setInterval(() => void now(), everyMs);
  void now();
  return {
    now,
    async stop() {
      clearInterval(timer);
      await under;
    },
  };
}

/**
 * Beats every `everyMs`, and once more at the instant a timer is due before the next beat. One that fell due meanwhile is
 * looked for again in a moment; one that was due already and still is waits for the next beat.
 */
function everyInstant(rt: Runtime, everyMs: number, work: () => Promise<unknown>): Heartbeat {
  let alarm: NodeJS.Timeout | undefined;
  let overdue: number | undefined;
  const untilNext = async (): Promise<number | undefined> => {
    const next = await nextTimerAt(rt).catch(() => undefined);
    const now = rt.now();
    const isSame = next === overdue;
    overdue = next !== undefined && next <= now ? next : undefined;
    if (next === undefined || isSame) return undefined;
    return next > now ? next - now : MOMENT_MS;
  };
  const beating: Beating = every(everyMs, async () => {
    clearTimeout(alarm);
    await work();
    const wait = await untilNext();
    if (wait !== undefined && wait < everyMs && !rt.closing.aborted)
      alarm = setTimeout(() => void beating.now(), wait);
  });
  return {
    async stop() {
      await beating.stop();
      clearTimeout(alarm);
    },
  };
}

/** Beats every `everyMs` (real time) and sweeps once an hour. `stop` waits for what is under way and lets another process beat. */
export function startHeartbeat(rt: Runtime, everyMs: number): Heartbeat {
  const hold = createHold(rt, LEASE);
  const guarded = (job: string, work: (own: Runtime) => Promise<unknown>) => (): Promise<unknown> =>
    quietly(rt, job, async (own) => {
      if (!rt.closing.aborted && (await hold.mine())) await work(own);
    });
  let sweptAt = 0;
  const sweepHourly = async (own: Runtime): Promise<void> => {
    if (rt.clock() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = rt.clock();
    await sweep(own);
  };
  const parts = [...beatParts(wakeTimers), { job: 'sweep', work: sweepHourly }].map(({ job, work }) =>
    job === 'fire-timers'
      ? everyInstant(rt, everyMs, guarded(job, work))
      : every(everyMs, guarded(job, work)),
  );
  return {
    async stop() {
      await Promise.all(parts.map((part) => part.stop()));
      await quietly(rt, 'give-lease-back', hold.giveBack);
    },
  };
}
