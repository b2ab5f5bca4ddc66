// The relative's hours beside the send window: when a message leaves, and how long the hours hold for it.
import { clockText } from '../time/clock.ts';
import { closesBefore, narrow, neverOpens, nextOpen, type SendWindow } from '../time/window.ts';
import type { MessageComposed } from './facts.ts';
import type { KnownRelative } from './known.ts';

/** The window within the hours; the window itself where there are none, or where the two never meet. */
export function withinHours(window: SendWindow, hours: KnownRelative['hours']): SendWindow {
  if (!hours) return window;
  const within = narrow(window, { from: clockText(hours.from), to: clockText(hours.to) });
  return neverOpens(within) ? window : within;
}

/**
 * When a message that is no answer leaves, seen from an instant: within the hours, or by the window alone where the
 * hours never meet it or only after `last`, the instant from which it makes no sense. UTC ms.
 */
export function messageHours(
  window: SendWindow,
  hours: KnownRelative['hours'],
  at: number,
  last: number | undefined,
): Pick<MessageComposed, 'dueAt' | 'hours'> {
  const within = withinHours(window, hours);
  const dueAt = nextOpen(within, at);
  if (!hours || within === window) return { dueAt };
  if (last === undefined) return { dueAt, hours };
  if (dueAt >= last) return { dueAt: nextOpen(window, at) };
  const until = closesBefore(within, last);
  return { dueAt, hours: until < last ? { ...hours, until } : hours };
}
