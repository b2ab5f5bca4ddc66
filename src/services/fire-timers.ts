import { alertRow, raiseAlerts } from '../store/alerts.ts';
import { type DueTimer, listDueTimers, setTimerAside } from '../store/timers.ts';
import { AppError } from './app-error.ts';
import type { Runtime } from './runtime.ts';
import { takeTurns } from './take-turn.ts';

const PAGE = 200;

/** Fires every timer that is due, page by page. A journey that cannot go on is set aside with an alert; the others go on. Gives how many fired. */
export async function fireTimers(rt: Runtime): Promise<number> {
  let fired = 0;
  for (;;) {
    const due = await listDueTimers(rt.db, rt.now(), PAGE);
    if (due.length === 0) return fired;
    const done = await firePage(rt, due);
    fired += done;
    if (done === 0) return fired;
  }
}

async function firePage(rt: Runtime, due: readonly DueTimer[]): Promise<number> {
  const first = new Map<string, DueTimer>();
  for (const timer of due) if (!first.has(timer.journeyId)) first.set(timer.journeyId, timer);
  const at = rt.now();
  const turns = await takeTurns(
    rt,
    [...first.values()].map(({ journeyId, name, dueAt }) => ({
      journeyId,
      input: { kind: 'timerFired', at, timer: name, dueAt },
      beside: {},
    })),
  );
  for (const turn of turns) {
    const timer = first.get(turn.journeyId);
    if ('failed' in turn && timer) await setAside(rt, timer, turn.failed);
  }
  return turns.length;
}

async function setAside(rt: Runtime, timer: DueTimer, failed: unknown): Promise<void> {
  if (failed instanceof AppError && failed.code === 'busy') return;
  const why = failed instanceof Error ? failed.name : 'Error';
  rt.log.error({ journey: timer.journeyId, timer: timer.name, why }, 'a journey was set aside');
  await rt.db.lane.put(setTimerAside, timer);
  await rt.db.lane.put(
    raiseAlerts,
    alertRow(rt.db.keys, {
      id: `broken.${timer.journeyId}.${timer.dueAt}`,
      kind: 'broken',
      audience: 'coordinator',
      urgent: 1,
      journeyId: timer.journeyId,
      raisedAt: rt.now(),
    }),
  );
}
