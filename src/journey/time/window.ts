/**
 * When messages may leave. A window has a direction: what is *before* something gives way to an earlier time, what
 * is *after* something to a later one. The hour is settled first, then the day:
 * - after closing, 'before' takes the last half hour that begins before closing (20:00 gives 19:30), so a queue has
 *   time to leave; before opening, it takes that time on the evening before;
 * - before opening, 'after' takes the opening; after closing, the opening on the day after;
 * - a closed day then gives way to the same clock time on the nearest open day in that direction.
 */
import { dateText, dayOf, weekdayOf } from './calendar.ts';
import { clockMs } from './clock.ts';
import { holidayOn } from './holidays.ts';
import type { Direction } from './moment.ts';
import { DAY_MS, instantAt, lastInstantAt, MINUTE_MS, wallAt } from './zone.ts';

/**
 * Open from `from` up to but not including `to` (HH:MM, `to` may be 24:00) on ISO weekdays 1–7, but not on the ISO
 * dates in `closed` nor, unless `holidays` is true, on public holidays.
 */
export type SendWindow = {
  from: string;
  to: string;
  weekdays: readonly number[];
  holidays: boolean;
  closed: readonly string[];
};

/** 08:00–20:00, Monday to Saturday, no public holidays. */
export const STANDARD_WINDOW: SendWindow = {
  from: '08:00',
  to: '20:00',
  weekdays: [1, 2, 3, 4, 5, 6],
  holidays: false,
  closed: [],
};

const HALF_HOUR_MS = 30 * MINUTE_MS;
const SEARCH_DAYS = 60;

/** Whether a message may leave at an instant. */
export function isOpen(window: SendWindow, at: number): boolean {
  const wall = wallAt(at);
  const day = dayOf(wall);
  return isOpenHour(window, wall - day * DAY_MS) && isOpenDay(window, day);
}

/** The open instant a moment gives way to; the instant itself when open. Throws when no day within 60 days is open. */
export function fit(at: number, direction: Direction, window: SendWindow): number {
  if (isOpen(window, at)) return at;
  const wall = wallAt(at);
  const day = dayOf(wall);
  const clock = wall - day * DAY_MS;
  if (isOpenHour(window, clock)) return seek(window, at, day, clock, direction);
  const opening = clockMs(window.from);
  const early = clock < opening;
  if (direction === 'after') return seek(window, at, early ? day : day + 1, opening, direction);
  return seek(window, at, early ? day - 1 : day, lastHalfHour(window), direction);
}

/** The instant itself when open, otherwise the next opening. Throws when no day within 60 days is open. */
export function nextOpen(window: SendWindow, at: number): number {
  if (isOpen(window, at)) return at;
  const wall = wallAt(at);
  const day = dayOf(wall);
  const opening = clockMs(window.from);
  return seek(window, at, wall - day * DAY_MS < opening ? day : day + 1, opening, 'after');
}

/** What both windows allow: a flow can only narrow the organisation's window. What `other` leaves out stays. */
export function narrow(
  window: SendWindow,
  other: { readonly [K in keyof SendWindow]?: SendWindow[K] | undefined },
): SendWindow {
  const { from = window.from, to = window.to, weekdays, holidays = true, closed = [] } = other;
  return {
    from: clockMs(from) > clockMs(window.from) ? from : window.from,
    to: closingMs(to) < closingMs(window.to) ? to : window.to,
    weekdays: weekdays ? window.weekdays.filter((day) => weekdays.includes(day)) : window.weekdays,
    holidays: window.holidays && holidays,
    closed: [...new Set([...window.closed, ...closed])],
  };
}

/** The end of the last opening that begins before an instant; that instant itself while it is open. */
export function closesBefore(window: SendWindow, at: number): number {
  const day = dayOf(wallAt(fit(at, 'before', window)));
  return Math.min(at, instantAt(day * DAY_MS + closingMs(window.to)));
}

/** Whether the hours and weekdays of a window leave nothing open, so that `fit` and `nextOpen` would throw. */
export function neverOpens(window: SendWindow): boolean {
  const hasHours = clockMs(window.from) < closingMs(window.to);
  return !(hasHours && window.weekdays.some((weekday) => weekday >= 1 && weekday <= 7));
}

function isOpenHour(window: SendWindow, clock: number): boolean {
  return clock >= clockMs(window.from) && clock < closingMs(window.to);
}

function isOpenDay(window: SendWindow, day: number): boolean {
  if (!window.weekdays.includes(weekdayOf(day))) return false;
  if (window.closed.length > 0 && window.closed.includes(dateText(day))) return false;
  return window.holidays || holidayOn(day) === undefined;
}

function closingMs(to: string): number {
  return to === '24:00' ? DAY_MS : clockMs(to);
}

function lastHalfHour(window: SendWindow): number {
  const beforeClosing = Math.floor((closingMs(window.to) - MINUTE_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
  return Math.max(beforeClosing, clockMs(window.from));
}

/** A change of the clocks can push a time out of the window, or before `at` in a doubled hour: hence both looks. */
function seek(window: SendWindow, at: number, day: number, clock: number, direction: Direction): number {
  const step = direction === 'before' ? -1 : 1;
  for (let tried = 0; tried <= SEARCH_DAYS; tried++) {
    const candidate = day + tried * step;
    if (!isOpenDay(window, candidate)) continue;
    const wall = candidate * DAY_MS + clock;
    const first = instantAt(wall);
    const found = direction === 'after' && first < at ? lastInstantAt(wall) : first;
    if (isOpen(window, found)) return found;
  }
  throw new Error(
    `The send window ${window.from}-${window.to} has no opening within ${SEARCH_DAYS} days of ${dateText(day)}.`,
  );
}
