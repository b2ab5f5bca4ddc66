// Things to be done at a moment: by a timer in real life, by `settle` when the clock is virtual, never twice.
import type { Schedule } from './phone.ts';

export type Errands = {
  /** Does `run` once, at `dueAt` or at the first `settle` after it; one that fails is left for the next start to find. */
  add(dueAt: number, run: () => Promise<void>): void;
  /** Does what is due, in order of time, until nothing is, and waits for what is already being done. */
  settle(): Promise<void>;
  close(): void;
};

type Errand = { dueAt: number; run: () => Promise<void>; cancel: () => void };

/** A list of errands on this clock; a fresh list has none. */
export function createErrands(now: () => number, schedule: Schedule = realSchedule): Errands {
  const waiting = new Set<Errand>();
  const underWay = new Set<Promise<void>>();

  function start(errand: Errand): Promise<void> {
    if (!waiting.delete(errand)) return Promise.resolve();
    errand.cancel();
    const done = errand
      .run()
      .catch(() => {})
      .finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  }

  function listDue(): Errand[] {
    const at = now();
    return [...waiting].filter((errand) => errand.dueAt <= at).sort((a, b) => a.dueAt - b.dueAt);
  }

  return {
    add(dueAt, run) {
      const errand: Errand = { dueAt, run, cancel: () => {} };
      waiting.add(errand);
      errand.cancel = schedule(Math.max(0, dueAt - now()), () => void start(errand));
    },
    async settle() {
      for (;;) {
        const due = listDue();
        for (const errand of due) await start(errand);
        if (due.length > 0) continue;
        if (underWay.size === 0) return;
        await Promise.all(underWay);
      }
    },
    close() {
      for (const errand of waiting) errand.cancel();
      waiting.clear();
    },
  };
}

const realSchedule: Schedule = (ms, fn) => {
  const timer = setTimeout(fn, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
