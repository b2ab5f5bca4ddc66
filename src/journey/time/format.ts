/** Instants as people and programs write them, and back. */
import { dateText, dayOf, parseDate, weekdayOf } from './calendar.ts';
import { parseClock } from './clock.ts';
import { DAY_MS, HOUR_MS, instantAt, lastInstantAt, MINUTE_MS, offsetAt, wallAt, ZONE } from './zone.ts';

type Names = { weekdays: readonly string[]; months: readonly string[] };

const DANISH: Names = {
  weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  months: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
};

const ENGLISH: Names = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: 'January February March April May June July August September October November December'.split(' '),
};

const NEUTRAL = { timeZone: ZONE, calendar: 'gregory', numberingSystem: 'latn' } as const;
const ANCHOR_YEARS = { from: '1900', to: '2200' };

/** The date in words: "onsdag den 25. september", "Wednesday 25 September"; an unknown language gets Danish. */
export function formatDate(at: number, language: string): string {
  const wall = wallAt(at);
  const date = new Date(wall);
  const [weekday, month] = [weekdayOf(dayOf(wall)) - 1, date.getUTCMonth()];
  const locale = known(language);
  if (locale === 'da') return `${DANISH.weekdays[weekday]} den ${date.getUTCDate()}. ${DANISH.months[month]}`;
  if (locale === 'en') return `${ENGLISH.weekdays[weekday]} ${date.getUTCDate()} ${ENGLISH.months[month]}`;
  const words = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(locale, { ...NEUTRAL, ...words }).format(at);
}

/** The clock time: "14.00" in Danish, "14:00" elsewhere; an unknown language gets Danish. */
export function formatTime(at: number, language: string): string {
  const clock = new Date(wallAt(at)).toISOString().slice(11, 16);
  return known(language) === 'da' ? clock.replace(':', '.') : clock;
}

/** An instant in whole seconds with its offset: "2027-03-01T09:00:00+01:00". */
export function isoWithOffset(at: number): string {
  const minutes = Math.round(offsetAt(at) / MINUTE_MS);
  const [sign, size] = [minutes < 0 ? '-' : '+', Math.abs(minutes)];
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const wall = new Date(at + minutes * MINUTE_MS).toISOString();
  return `${wall.slice(0, -5)}${sign}${hours}:${String(size % 60).padStart(2, '0')}`;
}

/**
 * Reads ISO with an offset or Z exactly, or a Copenhagen wall clock "2027-03-05T10:00"; seconds are optional.
 * A wall time that the change of the clocks skips or doubles is a problem unless it has an offset.
 */
export function parseWallClock(
  text: string,
): { at: number } | { problem: 'unreadable' | 'nonexistent' | 'ambiguous' } {
  const found = /^(\S{10})T(\d\d:\d\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const day = parseDate(found?.[1] ?? '');
  const clock = parseClock(found?.[2] ?? '');
  if (!found || day === undefined || clock === undefined) return { problem: 'unreadable' };
  const fraction = Number((found[4] ?? '').padEnd(3, '0'));
  const wall = day * DAY_MS + clock * MINUTE_MS + Number(found[3] ?? 0) * 1000 + fraction;
  if (found[5] === undefined) return atWall(wall);
  const offset = parseOffset(found[5]);
  return offset === undefined ? { problem: 'unreadable' } : { at: wall - offset };
}

/** The instant of an anchor value, a date alone counting as its midnight; undefined when it is no anchor value. */
export function anchorAt(value: string): number | undefined {
  const day = parseDate(value.slice(0, 10));
  const year = value.slice(0, 4);
  if (day === undefined || year < ANCHOR_YEARS.from || year > ANCHOR_YEARS.to) return undefined;
  if (value.length === 10) return instantAt(day * DAY_MS);
  const clock = value[10] === 'T' ? parseClock(value.slice(11)) : undefined;
  return clock === undefined ? undefined : instantAt(day * DAY_MS + clock * MINUTE_MS);
}

/** Whether text is a real date from 1900 to 2200, with or without THH:MM. */
export function isAnchorValue(value: string): boolean {
  return anchorAt(value) !== undefined;
}

/** The date on the wall at an instant: "2027-03-01". */
export function isoDate(at: number): string {
  return dateText(dayOf(wallAt(at)));
}

function atWall(wall: number): { at: number } | { problem: 'nonexistent' | 'ambiguous' } {
  const at = instantAt(wall);
  if (wallAt(at) !== wall) return { problem: 'nonexistent' };
  return lastInstantAt(wall) === at ? { at } : { problem: 'ambiguous' };
}

function parseOffset(text: string): number | undefined {
  if (text === 'Z') return 0;
  const clock = parseClock(text.slice(1));
  if (clock === undefined || clock * MINUTE_MS > 14 * HOUR_MS) return undefined;
  return (text[0] === '-' ? -1 : 1) * clock * MINUTE_MS;
}

/** 'da', 'en', or the language itself where the runtime knows it; else 'da', never the machine's own language. */
function known(language: string): string {
  const primary = language.split('-', 1)[0]?.toLowerCase();
  if (primary === 'da' || primary === 'en') return primary;
  const wellFormed = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language);
  return wellFormed && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0 ? language : 'da';
}
