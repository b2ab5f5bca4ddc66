// An arrangement got other reminders: the next one follows them, one that has gone is not sent again, and nothing is said now.
import type { Step } from '../flow/flow.ts';
import { momentAt } from '../time/moment.ts';
import { fit } from '../time/window.ts';
import { enter, goOn } from './go.ts';
import { dueOf, remindersOf } from './timing.ts';
import { record, type Turn } from './turn.ts';

/** The steps that are reminders before this anchor. */
export const isReminderOf = (step: Step, anchor: string): boolean =>
  'timing' in step && step.timing?.when.reminder !== undefined && step.timing.when.anchor === anchor;

/** Whether a reminder nobody has answered yet is still ahead by the days there are now. */
function isAhead(turn: Turn, step: Step): boolean {
  if (!('timing' in step) || !step.timing || Object.hasOwn(turn.state.answers, step.id)) return false;
  const { anchors, startedAt } = turn.state;
  const { when } = step.timing;
  const raw = momentAt(when, anchors, startedAt, remindersOf(turn.known));
  return (
    raw !== undefined && fit(raw, when.direction, turn.wide) > turn.at && dueOf(turn, step).do === 'sleep'
  );
}

/**
 * Goes to the first reminder that is still ahead among those that stand together with `walked`, the one the journey came to
 * last; where none is, past them. Only a journey that sleeps at one of them or right behind them does; false for another.
 */
export function replanReminders(turn: Turn, anchor: string, walked: string): boolean {
  const { steps } = turn.flow;
  const { step: id, timers, awaiting } = turn.state;
  const known = steps.findIndex((step) => step.id === walked);
  const here = steps.findIndex((step) => step.id === id);
  if (known < 0 || here < 0 || awaiting || timers.moment === undefined) return false;
  const [before, after] = [steps.slice(0, known), steps.slice(known)];
  const first = before.findLastIndex((step) => !isReminderOf(step, anchor)) + 1;
  const together = after.findIndex((step) => !isReminderOf(step, anchor));
  const end = together < 0 ? steps.length : known + together;
  if (here < first || here > end) return false;
  const next = steps.slice(first, end).find((step) => isAhead(turn, step));
  const last = steps[end - 1];
  if (!next && (here === end || !last)) return false;
  record(turn, { kind: 'timerCleared', at: turn.at, timer: 'moment' });
  if (next) enter(turn, next);
  else if (last) goOn(turn, last);
  return true;
}
