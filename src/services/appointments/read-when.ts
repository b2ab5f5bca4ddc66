import { dateText, dayOf, parseDate, weekdayOf } from '../../journey/time/calendar.ts';
import { parseWallClock } from '../../journey/time/format.ts';
import { wallAt } from '../../journey/time/zone.ts';

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const MONTHS = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');
const TIME = /^(.*?)[\s,]*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*$/;
const DAY = /^(\d{1,2})\s*[/.]\s*(\d{1,2}|[a-z]{3,9})\.?(?:\s*[-/ ]\s*(\d{4}))?$/;

/** What a text says of when: the wall clock "2027-09-25T14:00" and its instant, or what is wrong with it. */
export type When = { value: string; at: number } | { problem: 'unreadable' | 'nonexistent' | 'ambiguous' };

/** Reads "25/9 14.00", "25. september kl. 14", "på torsdag kl. 14", "i morgen 10.30" or "2027-09-25 14:00", from now on. */
export function readWhen(text: string, now: number): When {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(\d{4}-\d\d-\d\d)t/, '$1 ');
  const [, before = '', hour = '', minute = '00'] = TIME.exec(said) ?? [];
  const day = readDay(before.replace(/[\s,]+(kl\.?)?$/, '').trim(), dayOf(wallAt(now)));
  if (day === undefined) return { problem: 'unreadable' };
  const value = `${dateText(day)}T${hour.padStart(2, '0')}:${minute}`;
  const read = parseWallClock(value);
  return 'at' in read ? { value, at: read.at } : read;
}

function readDay(text: string, today: number): number | undefined {
  if (text === 'i dag' || text === 'today') return today;
  if (text === 'i morgen' || text === 'tomorrow') return today + 1;
  const weekday = WEEKDAYS.indexOf(text.replace(/^(på|nu på|næste)\s+/, ''));
  if (weekday >= 0) return today + (((weekday + 1 - weekdayOf(today) + 6) % 7) + 1);
  return parseDate(text) ?? readDate(text, today);
}

/** A day without a year is the next one of that name. */
function readDate(text: string, today: number): number | undefined {
  const [, day = '', named = '', year] = DAY.exec(text) ?? [];
  const month = /^\d/.test(named) ? Number(named) : MONTHS.indexOf(named.slice(0, 3)) + 1;
  if (day === '' || month < 1) return undefined;
  const inYear = (y: number): number | undefined =>
    parseDate(`${y}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (year) return inYear(Number(year));
  const thisYear = Number(dateText(today).slice(0, 4));
  const found = inYear(thisYear);
  return found !== undefined && found >= today ? found : inYear(thisYear + 1);
}
