import { type DueTimer, findNextTimer, listDueTimers, TIMER_SHARDS } from '../../store/journeys/timers.ts';
import { asideId, setTimersAside } from '../../store/journeys/timers-aside.ts';
import { brokenAlert, mayPass } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { type Taken, takeTurns } from './take-turn.ts';

const PAGE = 200;
/** So many due at one look are a crowd: more than one worker is needed to be in time. */
const CROWD = 100;
/** A timer of a crowd that is later than this was left lying by whoever was rung for, ms. */
const LEFT_LYING_MS = 10_000;

/** Fires every timer that is due (of one shard), page by page. A journey that cannot go on is set aside with an alert; the others go on. Gives how many fired. */
export async function fireTimers(rt: Runtime, shard?: number): Promise<number> {
  let fired = 0;
  while (!rt.closing.aborted) {
    const due = await listDueTimers(rt.db, rt.now(), PAGE, shard);
    const moved = due.length === 0 ? 0 : await firePage(rt, due);
    if (moved === 0) return fired;
    fired += moved;
  }
  return fired;
}

/**
 * Fires what is due and gives how many. A crowd is rung for shard by shard, so that every worker takes a part of it and no
 * two the same; what was left lying nevertheless is fired here, since who is rung for may be dead.
 */
export async function wakeTimers(rt: Runtime): Promise<number> {
  let fired = 0;
  while (!rt.closing.aborted) {
    const due = await listDueTimers(rt.db, rt.now(), CROWD);
    const isCrowd = due.length === CROWD;
    if (isCrowd)
      for (let shard = 0; shard < TIMER_SHARDS; shard += 1) rt.bell.ring({ job: 'fire-timers', shard });
    const mine = isCrowd ? due.filter(({ dueAt }) => dueAt < rt.now() - LEFT_LYING_MS) : due;
    const moved = mine.length === 0 ? 0 : await firePage(rt, mine);
    fired += moved;
    if (isCrowd || moved === 0) return fired;
  }
  return fired;
}

/** The instant the next timer is due, UTC ms, of the past when one waits already; undefined when none sleeps. */
export const nextTimerAt = (rt: Runtime): Promise<number | undefined> => findNextTimer(rt.db);

/** Gives how many of the page are due no more: with none, going on would be going round. */
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
  const firedAt = rt.now();
  let moved = 0;
  for (const turn of turns) {
    const timer = first.get(turn.journeyId);
    if (timer && 'taken' in turn) rt.metrics.observe('lateness', (firedAt - timer.dueAt) / 1000, {});
    if (timer && (await settle(rt, timer, turn))) moved += 1;
  }
  return moved;
}

/** False when the timer stays due for the next beat. */
async function settle(rt: Runtime, timer: DueTimer, turn: Taken): Promise<boolean> {
  if (!('failed' in turn)) return true;
  if (mayPass(turn.failed)) return false;
  const alert = brokenAlert(rt, { id: asideId(timer), error: turn.failed, journeyId: timer.journeyId });
  await rt.db.lane.put(setTimersAside, { timer, alert });
  return true;
}
