import type { Wait } from '../flow/flow.ts';
import { fit } from '../time/window.ts';
import { actOnForm } from './form.ts';
import { follow, goOn, sleep } from './go.ts';
import { actOnAnswer } from './settle.ts';
import type { TimerName } from './state.ts';
import { dueNow, dueOf } from './timing.ts';
import { getStep, record, type Turn } from './turn.ts';

const anchorOf = (turn: Turn): string | undefined => {
  const step = getStep(turn.flow, turn.state.step);
  if (step.kind === 'wait') return step.until.kind === 'moment' ? step.until.moment.anchor : undefined;
  return 'timing' in step ? step.timing?.when.anchor : undefined;
};

/** Plans the current step again when it sleeps until a moment told from the anchor that moved, with its late rule. */
export function replanAnchor(turn: Turn, anchor: string): void {
  const { step, timers } = turn.state;
  if (step && timers.moment !== undefined && anchorOf(turn) === anchor) planMoment(turn, timers.moment, 0);
}

/**
 * Takes up again after standing still for `stoodMs`: a moment is reckoned anew (with its late rule), a reminder,
 * silence or expiry is put off by that time, and an answer given meanwhile leads where it leads.
 */
export function replanAll(turn: Turn, stoodMs: number): void {
  const { step: id, timers, awaiting } = turn.state;
  if (!id) return;
  const step = getStep(turn.flow, id);
  if (timers.moment !== undefined) planMoment(turn, timers.moment, stoodMs);
  else if (awaiting === 'seat') return;
  else if (!awaiting && (step.kind === 'ask' || step.kind === 'invite')) actOnAnswer(turn, step);
  else if (!awaiting && step.kind === 'form') actOnForm(turn, step);
  else for (const timer of ['remind', 'silence', 'expiry'] as const) putOff(turn, timer, stoodMs);
}

/** Plans what sleeps by the relative's hours as they are now; nothing is left out because of them, and what is due already fires. */
export function replanHours(turn: Turn): void {
  const { step: id, timers } = turn.state;
  if (!id) return;
  const step = getStep(turn.flow, id);
  for (const timer of ['remind', 'silence', 'expiry'] as const)
    if ((timers[timer] ?? 0) > turn.at) putOff(turn, timer, 0);
  if (timers.moment === undefined || step.kind === 'wait' || step.kind === 'alert') return;
  const due = dueOf(turn, step);
  const kept = due.do === 'skip' ? dueNow(turn, step, timers.moment) : due;
  if (kept.do === 'sleep' && kept.until === timers.moment) return;
  record(turn, { kind: 'timerCleared', at: turn.at, timer: 'moment' });
  follow(turn, step, kept);
}

function planMoment(turn: Turn, dueAt: number, stoodMs: number): void {
  const step = getStep(turn.flow, turn.state.step);
  record(turn, { kind: 'timerCleared', at: turn.at, timer: 'moment' });
  if (step.kind === 'wait') planWait(turn, step, dueAt, stoodMs);
  else follow(turn, step, dueOf(turn, step));
}

/** A wait of some days goes on where it stopped; one for an anchor, a weekday or an opening hour looks at the calendar again. */
function planWait(turn: Turn, step: Wait, dueAt: number, stoodMs: number): void {
  const { kind } = step.until;
  const until = kind === 'duration' ? dueAt + stoodMs : dueAt;
  const isKept = kind === 'duration' || (kind === 'weekday' && dueAt > turn.at);
  if (!isKept) sleep(turn, step);
  else if (until <= turn.at) goOn(turn, step);
  else record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: until });
}

function putOff(turn: Turn, timer: TimerName, stoodMs: number): void {
  const dueAt = turn.state.timers[timer];
  if (dueAt === undefined) return;
  const fitted = fit(dueAt + stoodMs, 'after', turn.window);
  if (fitted !== dueAt) record(turn, { kind: 'timerSet', at: turn.at, timer, dueAt: fitted });
}
