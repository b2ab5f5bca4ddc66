import { dayOf } from './calendar.ts';
import { nextOpen, type SendWindow } from './window.ts';
import { DAY_MS, instantAt, wallAt } from './zone.ts';

/** The instant the wall-clock day of an instant began, UTC ms. */
export const dayStart = (at: number): number => instantAt(dayOf(wallAt(at)) * DAY_MS);

/** The instant the wall-clock day after that of an instant begins, UTC ms: 23 to 25 hours later. */
export const nextDayStart = (at: number): number => instantAt((dayOf(wallAt(at)) + 1) * DAY_MS);

/** When a window opens on the open days after the day of an instant, UTC ms: so many of them, fewer where none is open for long. */
export function laterOpenings(window: SendWindow, at: number, most: number): number[] {
  const found: number[] = [];
  let from = nextDayStart(at);
  while (found.length < most) {
    const opening = openingFrom(window, from);
    if (opening === undefined) break;
    found.push(opening);
    from = nextDayStart(opening);
  }
  return found;
}

/** Undefined when no day within the reach of a window's search is open. */
function openingFrom(window: SendWindow, from: number): number | undefined {
  try {
    return nextOpen(window, from);
  } catch {
    return undefined;
  }
}
