import type { Ask } from '../../flow/flow.ts';
import { addDuration, type Duration } from '../../time/duration.ts';
import { fit } from '../../time/window.ts';
import { attendUntil } from '../attend.ts';
import { channelOf, compose } from '../compose.ts';
import { isTooLate } from '../timing.ts';
import { record, type Turn } from '../turn.ts';

/** Asks, and waits: by SMS with reminders, by letter without, by phone until a person types the answer. */
export function performAsk(turn: Turn, step: Ask): void {
  compose(turn, step, { key: step.text, asks: true });
  record(turn, { kind: 'waitingBegan', at: turn.at, step: step.id, awaiting: 'answer' });
  const channel = channelOf(turn, true);
  if (channel === 'sms') setSilence(turn, step, step.silent.after);
  if (channel === 'brev') setSilence(turn, step, times(step.silent.after, step.silent.remind + 1));
  if (channel === 'ring' && step.attend) endWith(turn, step);
}

const times = (duration: Duration, factor: number): Duration => ({
  ...duration,
  amount: duration.amount * factor,
});

/** Silence about an arrangement ends with it. */
function setSilence(turn: Turn, step: Ask, after: Duration): void {
  const fitted = fit(addDuration(turn.at, after), 'after', turn.window);
  const dueAt = Math.min(fitted, attendUntil(turn, step) ?? fitted);
  record(turn, { kind: 'timerSet', at: turn.at, timer: 'silence', dueAt });
}

/** Whoever is called has until it begins. */
function endWith(turn: Turn, step: Ask): void {
  const dueAt = attendUntil(turn, step);
  if (dueAt !== undefined) record(turn, { kind: 'timerSet', at: turn.at, timer: 'silence', dueAt });
}

/** Reminds once more; false when there are no reminders left or asking makes no sense any more, so that silence is the answer. */
export function remindAsk(turn: Turn, step: Ask): boolean {
  const count = turn.state.reminded + 1;
  if (count > step.silent.remind || channelOf(turn, true) !== 'sms') return false;
  if (isTooLate(turn, step, turn.at)) return false;
  compose(turn, step, { key: step.silent.text ?? step.text, reminder: count, asks: true });
  record(turn, { kind: 'reminded', at: turn.at, step: step.id, count });
  setSilence(turn, step, step.silent.after);
  return true;
}
