import { addMonths, dayOf } from './calendar.ts';
import { DAY_MS, HOUR_MS, instantAt, MINUTE_MS, wallAt } from './zone.ts';

/** A positive length of time; days, weeks and months are counted on the wall clock. */
export type Duration = { amount: number; unit: 'minutes' | 'hours' | 'days' | 'weeks' | 'months' };

const UNITS = {
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  month: 'months',
} as const satisfies Record<string, Duration['unit']>;

/** Reads "3 days", "1 day" or "12 hours", 1 to 9999 of a unit; undefined for anything else. */
export function parseDuration(text: string): Duration | undefined {
  const found = /^\s*([1-9]\d{0,3})\s+(minute|hour|day|week|month)s?\s*$/.exec(text);
  if (!found) return undefined;
  return { amount: Number(found[1]), unit: UNITS[found[2] as keyof typeof UNITS] };
}

/** Writes a duration as `parseDuration` reads it. */
export function durationText(duration: Duration): string {
  return `${duration.amount} ${duration.amount === 1 ? duration.unit.slice(0, -1) : duration.unit}`;
}

/** Whether a duration is counted in days on the wall clock and not in exact minutes. */
export function countsDays(duration: Duration): boolean {
  return duration.unit !== 'minutes' && duration.unit !== 'hours';
}

/** The milliseconds of a duration in minutes or hours. */
export function exactMs(duration: Duration): number {
  return duration.amount * (duration.unit === 'minutes' ? MINUTE_MS : HOUR_MS);
}

/** The day number so many days, weeks or months after (sign 1) or before (sign -1) a day. */
export function shiftDay(day: number, duration: Duration, sign: 1 | -1): number {
  const amount = sign * duration.amount;
  if (duration.unit === 'months') return addMonths(day, amount);
  return day + amount * (duration.unit === 'weeks' ? 7 : 1);
}

/** The instant a duration later: the same clock time for days, weeks and months, exact for minutes and hours. */
export function addDuration(at: number, d: Duration): number {
  if (!countsDays(d)) return at + exactMs(d);
  const wall = wallAt(at);
  const day = dayOf(wall);
  return instantAt(wall + (shiftDay(day, d, 1) - day) * DAY_MS);
}
