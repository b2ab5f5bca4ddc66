// The demo's clock: forward only, one due instant after the other, so that nothing is late that would not have been.
import { DAY_MS } from '../journey/time/zone.ts';
import { findNextInstant } from '../store/instants.ts';
import { recall, remember } from '../store/memory.ts';
import type { Db } from '../store/open.ts';
import { beat } from './beat.ts';
import type { Runtime } from './runtime.ts';

const NOTE = 'clock-offset-ms';
const MOST_BEATS_AT_ONE_INSTANT = 200;

export type Forward = 'next' | 'day' | 'week';
export type Forwarded = { from: number; to: number; events: number };

/** How far the demo's clock is ahead of the real one, ms; a new demo's begins with `lead`. */
export async function recallOffset(db: Db, lead: number): Promise<number> {
  const noted = await recall(db, NOTE);
  if (noted === undefined) await db.lane.put(remember, { name: NOTE, value: String(lead) });
  return noted === undefined ? lead : Number(noted);
}

/** A clock that can be set forward; `settle` lets the simulated network do what is due. */
export type DemoClock = {
  now(): number;
  forward(to: Forward): Promise<Forwarded>;
};

/** The demo's clock over a runtime; `setOffset` moves `rt.now`, `settle` lets the network do what is due, `reportMs` is how long its reports take at most. `quiet` resolves when no step is under way; it ends early when the process is to stop. */
export function createDemoClock(
  rt: Runtime,
  options: { setOffset(ms: number): void; settle(): Promise<void>; reportMs: number },
): DemoClock & { quiet(): Promise<void> } {
  const setTo = async (instant: number): Promise<void> => {
    const offset = Math.max(instant - rt.clock(), rt.now() - rt.clock());
    options.setOffset(offset);
    await rt.db.lane.put(remember, { name: NOTE, value: String(offset) });
  };
  const workOffOnce = async (): Promise<number> => {
    let done = 0;
    for (let beats = 0; beats < MOST_BEATS_AT_ONE_INSTANT && !rt.closing.aborted; beats += 1) {
      const some = await beat(rt);
      await rt.bell.quiet();
      await options.settle();
      done += some;
      if (some === 0) break;
    }
    return done;
  };
  /** The network gets the moment its reports take before the clock goes on, also for what came due in that moment. */
  const workOff = async (): Promise<number> => {
    let done = await workOffOnce();
    for (let more = 1; more > 0 && !rt.closing.aborted; done += more) {
      await setTo(rt.now() + options.reportMs);
      more = await workOffOnce();
    }
    return done;
  };
  const forward = async (to: Forward): Promise<Forwarded> => {
    const from = rt.now();
    let events = await workOff();
    const first = await findNextInstant(rt.db, rt.now());
    const target = to === 'next' ? first : from + (to === 'day' ? DAY_MS : 7 * DAY_MS);
    if (target === undefined) return { from, to: rt.now(), events };
    for (
      let next = first;
      next !== undefined && next <= target && !rt.closing.aborted;
      next = await findNextInstant(rt.db, rt.now())
    ) {
      await setTo(next);
      events += await workOff();
    }
    if (!rt.closing.aborted) await setTo(target);
    return { from, to: rt.now(), events: events + (await workOff()) };
  };
  return {
    now: rt.now,
    forward: (to) => rt.inOrder('demo-clock', () => forward(to)),
    quiet: () => rt.inOrder('demo-clock', async () => undefined),
  };
}
