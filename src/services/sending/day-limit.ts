import { dayOf, weekdayOf } from '../../journey/time/calendar.ts';
import { dayStart, laterOpenings } from '../../journey/time/open-days.ts';
import { wallAt } from '../../journey/time/zone.ts';
import { type DayLimitOrder, NO_DAY_LIMIT } from '../../store/messages/day-limit.ts';
import type { Organisation } from '../organisation.ts';

/** Enough for a flow that may send on one weekday alone. */
const DAYS_AHEAD = 14;

/** The organisation's limit per phone and wall-clock day as the claim at an instant (UTC ms) keeps it. */
export function dayLimitAt({ dayLimit, window }: Organisation, now: number): DayLimitOrder {
  if (dayLimit === null) return NO_DAY_LIMIT;
  const later = laterOpenings(window, now, DAYS_AHEAD).map((at) => [
    at,
    String(weekdayOf(dayOf(wallAt(at)))),
  ]);
  return { dayLimit, today: dayStart(now), later: JSON.stringify(later) };
}
