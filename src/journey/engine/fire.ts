import type { Step } from '../flow/flow.ts';
import { settleForm } from './form.ts';
import { follow, goOn } from './go.ts';
import type { Input } from './inputs.ts';
import { settleAnswer } from './settle.ts';
import type { State, TimerName } from './state.ts';
import { remindAsk } from './steps/ask.ts';
import { remindForm } from './steps/form.ts';
import { remindInvite } from './steps/invite.ts';
import { dueNow, whenOpen } from './timing.ts';
import { getStep, record, type Turn } from './turn.ts';

type Fired = Extract<Input, { kind: 'timerFired' }>;

/** Lets a timer fire; false when the journey no longer has it at that instant, or it is not due yet. */
export function fireTimer(turn: Turn, before: State, { timer, dueAt }: Fired): boolean {
  if (before.timers[timer] !== dueAt || turn.at < dueAt) return false;
  record(turn, { kind: 'timerCleared', at: turn.at, timer });
  const step = getStep(turn.flow, turn.state.step);
  if (step.kind === 'wait') {
    goOn(turn, step);
  } else if (timer === 'moment') {
    follow(turn, step, step.kind === 'alert' ? { do: 'now' } : dueNow(turn, step, dueAt));
  } else {
    const due = whenOpen(turn);
    if (due.do === 'sleep') record(turn, { kind: 'timerSet', at: turn.at, timer, dueAt: due.until });
    else remindOrSettle(turn, step, timer);
  }
  return true;
}

function remindOrSettle(turn: Turn, step: Step, timer: TimerName): void {
  if (timer === 'remind' && step.kind === 'invite') remindInvite(turn, step);
  else if (step.kind === 'form') {
    if (!remindForm(turn, step)) settleForm(turn, { step: step.id, answer: 'silent', by: 'silence' });
  } else if (timer === 'silence' && step.kind === 'ask' && remindAsk(turn, step)) return;
  else settleAnswer(turn, { step: step.id, answer: 'silent', by: 'silence' });
}
