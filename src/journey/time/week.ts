import { dayNumber, weekdayOf } from './calendar.ts';
import { DAY_MS } from './zone.ts';

/** The ISO week of a day number, 1 to 53: the week belongs to the year its Thursday is in. */
export function weekOf(day: number): number {
  const thursday = day - weekdayOf(day) + 4;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  return Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1;
}
