/**
 * Danish public holidays, computed from Easter. Two days are closed by our own decision, though the law lets shops
 * and offices open: Grundlovsdag (5 June) and Juleaften (24 December). 1 May and 31 December are ordinary days.
 */
import { dayNumber, parseDate } from './calendar.ts';
import { DAY_MS } from './zone.ts';

/** By month * 100 + day of the month. */
const FIXED: ReadonlyMap<number, string> = new Map([
  [101, 'Nytårsdag'],
  [605, 'Grundlovsdag'],
  [1224, 'Juleaften'],
  [1225, 'Juledag'],
  [1226, '2. juledag'],
]);

/** By days after Easter Sunday. */
const MOVING: ReadonlyMap<number, string> = new Map([
  [-3, 'Skærtorsdag'],
  [-2, 'Langfredag'],
  [0, 'Påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, 'Pinsedag'],
  [50, '2. pinsedag'],
]);

const STORE_BEDEDAG_AFTER_EASTER = 26;
const STORE_BEDEDAG_ABOLISHED = 2024;

/** The Danish name of the public holiday on an ISO date; undefined on other days and for text that is no date. */
export function holidayName(date: string): string | undefined {
  const day = parseDate(date);
  return day === undefined ? undefined : holidayOn(day);
}

/** The Danish name of the public holiday on a day number. */
export function holidayOn(day: number): string | undefined {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const sinceEaster = day - easterOf(year);
  if (sinceEaster === STORE_BEDEDAG_AFTER_EASTER && year < STORE_BEDEDAG_ABOLISHED) return 'Store bededag';
  return MOVING.get(sinceEaster) ?? FIXED.get((date.getUTCMonth() + 1) * 100 + date.getUTCDate());
}

/** Easter Sunday of a Gregorian year, by the anonymous (Meeus/Jones/Butcher) computation. */
function easterOf(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return dayNumber(year, 3, 22 + epact + toSunday - 7 * late);
}
