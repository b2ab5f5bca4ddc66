/** Dates as day numbers: days since 1970-01-01, so that moving between days is addition. */
import { DAY_MS } from './zone.ts';

/** The day number a wall clock stands in. */
export function dayOf(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** The ISO weekday of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Reads '2027-04-01' as a day number; undefined unless that date exists. */
export function parseDate(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!found) return undefined;
  const [year, month, dayOfMonth] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const day = dayNumber(year, month, dayOfMonth);
  const date = new Date(day * DAY_MS);
  const isReal = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1;
  return isReal ? day : undefined;
}

/** Writes a day number as '2027-04-01'. */
export function dateText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day number of a date whose month counts from 1; for the years 100 and on. */
export function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / DAY_MS;
}

/** The same day of the month so many months on; the last day of the month where it is too short. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, monthOfYear] = [Math.floor(month / 12), (((month % 12) + 12) % 12) + 1];
  const length = dayNumber(year, monthOfYear + 1, 1) - dayNumber(year, monthOfYear, 1);
  return dayNumber(year, monthOfYear, Math.min(date.getUTCDate(), length));
}
