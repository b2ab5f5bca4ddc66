// When a step is due, and what happens when that moment has passed. All instants UTC ms.
import type { Step, Timing } from '../flow/flow.ts';
import { addDuration } from '../time/duration.ts';
import { anchorAt } from '../time/format.ts';
import { momentAt, type Reminders } from '../time/moment.ts';
import { fit, isOpen, nextOpen } from '../time/window.ts';
import { DAY_MS } from '../time/zone.ts';
import { attendUntil } from './attend.ts';
import type { Known } from './known.ts';
import type { Turn } from './turn.ts';

/** Do it now, sleep until an instant, or leave it out because its moment (`dueAt`) has passed. */
export type Due = { do: 'now' } | { do: 'sleep'; until: number } | { do: 'skip'; dueAt: number };

const timingOf = (step: Step): Timing | undefined => ('timing' in step ? step.timing : undefined);

/** For each event anchor, so many days before it one is reminded. */
export const remindersOf = ({ events = {} }: Known): Reminders =>
  Object.fromEntries(Object.entries(events).map(([name, { remindDays }]) => [name, remindDays]));

/**
 * A moment before an anchor makes no sense after it: the anchor's instant, or the end of its day when it has no time. Nor
 * does asking for a seat that nobody can get any more.
 */
export function expiryOf(turn: Turn, step: Step): number | undefined {
  const ends = [attendUntil(turn, step), momentUntil(turn, step)].filter((end) => end !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

function momentUntil(turn: Turn, step: Step): number | undefined {
  const when = timingOf(step)?.when;
  if (when?.direction !== 'before' || when.anchor === 'start') return undefined;
  const value = turn.state.anchors[when.anchor];
  const at = value === undefined ? undefined : anchorAt(value);
  if (value === undefined || at === undefined) return undefined;
  return value.includes('T') ? at : addDuration(at, { amount: 1, unit: 'days' });
}

/** Now when the window is open (or the turn answers an SMS), otherwise when it opens. */
export const whenOpen = (turn: Turn): Due =>
  turn.replying || isOpen(turn.window, turn.at)
    ? { do: 'now' }
    : { do: 'sleep', until: nextOpen(turn.window, turn.at) };

/**
 * What is due by the relative's hours, unless they would lose it: then by the send window alone, put off into the hours
 * where there is still time for that.
 */
function orWide(turn: Turn, step: Step, decide: (turn: Turn) => Due): Due {
  const due = decide(turn);
  if (due.do !== 'skip' || turn.wide === turn.window) return due;
  const wide = decide({ ...turn, window: turn.wide });
  if (wide.do === 'skip') return wide;
  const until = nextOpen(turn.window, wide.do === 'sleep' ? wide.until : turn.at);
  return until > turn.at && !isTooLate(turn, step, until) ? { do: 'sleep', until } : wide;
}

/** The same clock time on the next open day after now. */
function sameClockLater(turn: Turn, dueAt: number): number {
  const daysLater = (amount: number): number => addDuration(dueAt, { amount, unit: 'days' });
  let days = Math.max(1, Math.floor((turn.at - dueAt) / DAY_MS));
  while (daysLater(days) <= turn.at) days += 1;
  return fit(daysLater(days), 'after', turn.window);
}

function whenLate(turn: Turn, step: Step, timing: Timing, dueAt: number): Due {
  if (timing.late === 'skip') return { do: 'skip', dueAt };
  const due: Due =
    timing.late === 'next' ? { do: 'sleep', until: sameClockLater(turn, dueAt) } : whenOpen(turn);
  return unlessTooLate(turn, step, due, dueAt);
}

/** Whether the journey was at the step earlier in this very turn and was led back to it: then its moment has passed. */
const cameBack = (turn: Turn, step: Step): boolean =>
  turn.path.indexOf(step.id) < turn.path.lastIndexOf(step.id);

/** When the step that is being entered (or planned again) is due. */
export const dueOf = (turn: Turn, step: Step): Due => orWide(turn, step, (by) => dueBy(by, step));

function dueBy(turn: Turn, step: Step): Due {
  const timing = timingOf(step);
  if (!timing) return unlessTooLate(turn, step, whenOpen(turn), turn.at);
  const { anchors, startedAt } = turn.state;
  const raw = momentAt(timing.when, anchors, startedAt, remindersOf(turn.known));
  if (raw === undefined) return { do: 'skip', dueAt: turn.at };
  const dueAt = fit(raw, timing.when.direction, turn.window);
  if (dueAt > turn.at) return { do: 'sleep', until: dueAt };
  return dueAt === turn.at && !cameBack(turn, step) ? { do: 'now' } : whenLate(turn, step, timing, dueAt);
}

/** When the step whose timer was due at `dueAt` may act: a fault may have let its window close or its sense expire. */
export const dueNow = (turn: Turn, step: Step, dueAt: number): Due =>
  orWide(turn, step, (by) => unlessTooLate(by, step, whenOpen(by), dueAt));

function unlessTooLate(turn: Turn, step: Step, due: Due, dueAt: number): Due {
  return isTooLate(turn, step, due.do === 'sleep' ? due.until : turn.at) ? { do: 'skip', dueAt } : due;
}

/** Whether a step that is planned before an anchor makes no sense any more at an instant. */
export function isTooLate(turn: Turn, step: Step, at: number): boolean {
  const last = expiryOf(turn, step);
  return last !== undefined && at >= last;
}
