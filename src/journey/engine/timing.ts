// When a step is due, and what happens when that moment has passed. All instants UTC ms.
import type { Step, Timing } from '../flow/flow.ts';
import { addDuration } from '../time/duration.ts';
import { anchorAt } from '../time/format.ts';
import { momentAt } from '../time/moment.ts';
import { fit, isOpen, nextOpen } from '../time/window.ts';
import type { Turn } from './turn.ts';

/** Do it now, sleep until an instant, or leave it out because its moment (`dueAt`) has passed. */
export type Due = { do: 'now' } | { do: 'sleep'; until: number } | { do: 'skip'; dueAt: number };

const timingOf = (step: Step): Timing | undefined => ('timing' in step ? step.timing : undefined);

/** A moment before an anchor makes no sense after it: the anchor's instant, or the end of its day when it has no time. */
export function expiryOf(turn: Turn, step: Step): number | undefined {
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

/** The same clock time on the next open day after now. */
function sameClockLater(turn: Turn, dueAt: number): number {
  const days = Math.max(0, Math.floor((turn.at - dueAt) / 86_400_000));
  let candidate = addDuration(dueAt, { amount: Math.max(1, days), unit: 'days' });
  while (candidate <= turn.at) candidate = addDuration(candidate, { amount: 1, unit: 'days' });
  return fit(candidate, 'after', turn.window);
}

function whenLate(turn: Turn, step: Step, timing: Timing, dueAt: number): Due {
  const last = expiryOf(turn, step) ?? Number.POSITIVE_INFINITY;
  if (timing.late === 'skip') return { do: 'skip', dueAt };
  const due: Due =
    timing.late === 'next' ? { do: 'sleep', until: sameClockLater(turn, dueAt) } : whenOpen(turn);
  const at = due.do === 'sleep' ? due.until : turn.at;
  return at < last ? due : { do: 'skip', dueAt };
}

/** When the step that is being entered (or planned again) is due. */
export function dueOf(turn: Turn, step: Step): Due {
  const timing = timingOf(step);
  if (!timing) return whenOpen(turn);
  const raw = momentAt(timing.when, turn.state.anchors, turn.state.startedAt);
  if (raw === undefined) return { do: 'skip', dueAt: turn.at };
  const dueAt = fit(raw, timing.when.direction, turn.window);
  if (dueAt > turn.at) return { do: 'sleep', until: dueAt };
  return dueAt === turn.at ? { do: 'now' } : whenLate(turn, step, timing, dueAt);
}

/** When the step whose timer has fired may act: a fault may have let its window close or its sense expire. */
export function dueNow(turn: Turn, step: Step): Due {
  const due = whenOpen(turn);
  const last = expiryOf(turn, step) ?? Number.POSITIVE_INFINITY;
  const at = due.do === 'sleep' ? due.until : turn.at;
  return at < last ? due : { do: 'skip', dueAt: turn.at };
}
