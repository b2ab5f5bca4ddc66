import { fit } from '../time/window.ts';
import { follow, sleep } from './go.ts';
import type { TimerName } from './state.ts';
import { dueOf } from './timing.ts';
import { getStep, record, type Turn } from './turn.ts';

const anchorOf = (turn: Turn): string | undefined => {
  const step = getStep(turn.flow, turn.state.step);
  if (step.kind === 'wait') return step.until.kind === 'moment' ? step.until.moment.anchor : undefined;
  return 'timing' in step ? step.timing?.when.anchor : undefined;
};

/**
 * Plans the current step again after an anchor moved, or after standing still for `stoodMs`:
 * a moment is reckoned anew (with its late rule), a reminder, silence or expiry is put off by the time it stood.
 */
export function replan(turn: Turn, anchor: string | undefined, stoodMs = 0): void {
  const { step: id, timers } = turn.state;
  if (!id) return;
  if (timers.moment !== undefined && (anchor === undefined || anchor === anchorOf(turn))) {
    planMoment(turn, timers.moment, stoodMs);
    return;
  }
  if (stoodMs <= 0) return;
  for (const timer of ['remind', 'silence', 'expiry'] as const) putOff(turn, timer, stoodMs);
}

function planMoment(turn: Turn, dueAt: number, stoodMs: number): void {
  const step = getStep(turn.flow, turn.state.step);
  record(turn, { kind: 'timerCleared', at: turn.at, timer: 'moment' });
  if (step.kind !== 'wait') follow(turn, step, dueOf(turn, step));
  else if (step.until.kind === 'moment') sleep(turn, step);
  else record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: dueAt + stoodMs });
}

function putOff(turn: Turn, timer: TimerName, stoodMs: number): void {
  const dueAt = turn.state.timers[timer];
  if (dueAt === undefined) return;
  record(turn, { kind: 'timerSet', at: turn.at, timer, dueAt: fit(dueAt + stoodMs, 'after', turn.window) });
}
