// The heartbeat: a safety net under the bell, and the alarm clock of the timers. Its parts beat by themselves, so that a long one
// (a broadcast of hours) keeps no other waiting. Among several processes one beats: the one that holds the lease.
import { beatParts, quietly } from '../services/beat.ts';
import { nextTimerIn, wakeTimers } from '../services/fire-timers.ts';
import { forgetBodies } from '../services/forget-bodies.ts';
import { createHold } from '../services/hold-lease.ts';
import type { Runtime } from '../services/runtime.ts';
import { sweepDoors } from '../services/sweep-doors.ts';

const SWEEP_EVERY_MS = 3_600_000;
const LEASE = { name: 'heartbeat', ms: 10_000 };

export type Heartbeat = { stop(): Promise<void> };

/** Calls `work` every `everyMs` (real time), never twice at once; `stop` waits for the call under way. */
function every(everyMs: number, work: () => Promise<unknown>): Heartbeat {
  let under: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    under ??= work().finally(() => {
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

/** Fires what is due, and what comes due before the next beat at its instant. */
function createAlarm(rt: Runtime, everyMs: number): { ring(): Promise<void>; stop(): void } {
  let alarm: NodeJS.Timeout | undefined;
  let under: Promise<void> | undefined;
  const wake = async (): Promise<void> => {
    clearTimeout(alarm);
    while ((await wakeTimers(rt)) > 0);
    const next = await nextTimerIn(rt);
    if (next !== undefined && next > 0 && next < everyMs && !rt.closing.aborted)
      alarm = setTimeout(() => void ring(), next);
  };
  const ring = (): Promise<void> => {
    under ??= quietly(rt, 'fire-timers', wake).finally(() => {
      under = undefined;
    });
    return under;
  };
  return { ring, stop: () => clearTimeout(alarm) };
}

/** Beats every `everyMs` (real time) and sweeps once an hour. `stop` waits for what is under way and lets another process beat. */
export function startHeartbeat(rt: Runtime, everyMs: number): Heartbeat {
  const hold = createHold(rt, LEASE);
  const alarm = createAlarm(rt, everyMs);
  const guarded = (job: string, work: () => Promise<unknown>) => () =>
    quietly(rt, job, async () => {
      if (!rt.closing.aborted && (await hold.mine())) await work();
    });
  let sweptAt = 0;
  const sweep = async (): Promise<void> => {
    if (rt.clock() - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = rt.clock();
    await sweepDoors(rt);
    await forgetBodies(rt);
  };
  const parts = [
    ...beatParts.map(({ job, work }) =>
      every(
        everyMs,
        guarded(job, () => (job === 'fire-timers' ? alarm.ring() : work(rt))),
      ),
    ),
    every(everyMs, guarded('sweep', sweep)),
  ];
  return {
    async stop() {
      alarm.stop();
      await Promise.all(parts.map((part) => part.stop()));
      await quietly(rt, 'give-lease-back', hold.giveBack);
    },
  };
}
