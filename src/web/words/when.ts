// Instants as staff read them, on the Copenhagen wall clock.
import { anchorAt, formatDate, formatTime, isoDate } from '../../journey/time/format.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../journey/time/zone.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';
import { whenWords } from './when-words.ts';

const yearOf = (at: number): string => isoDate(at).slice(0, 4);

/** "onsdag den 25. september", with the year when it is not this one. */
export function showDate(at: number, now: number, language: Language): string {
  const date = formatDate(at, language);
  return yearOf(at) === yearOf(now) ? date : `${date} ${yearOf(at)}`;
}

/** "onsdag den 25. september kl. 09.00"; today, yesterday and tomorrow by their name. */
export function showInstant(at: number, now: number, language: Language): string {
  const days: Record<string, string> = {
    [isoDate(now)]: whenWords.today[language],
    [isoDate(now - DAY_MS)]: whenWords.yesterday[language],
    [isoDate(now + DAY_MS)]: whenWords.tomorrow[language],
  };
  const day = days[isoDate(at)] ?? showDate(at, now, language);
  return fill(whenWords.dayAndTime[language], { day, time: formatTime(at, language) });
}

/** Day and year, in any language a relative reads: "onsdag den 25. september 2027". */
export const showDay = (at: number, language: string): string => `${formatDate(at, language)} ${yearOf(at)}`;

/** Day, year and time, whatever day it is: "onsdag den 25. september 2027 kl. 09.00". */
export const showMoment = (at: number, language: Language): string =>
  fill(whenWords.dayAndTime[language], {
    day: showDay(at, language),
    time: formatTime(at, language),
  });

/** An anchor's value in words: "torsdag den 1. april 2027 kl. 14.00". */
export function showAnchor(value: string, language: Language): string {
  const at = anchorAt(value);
  if (at === undefined) return value;
  return value.includes('T') ? showMoment(at, language) : showDay(at, language);
}

/** A length of time in its largest whole unit: "3 timer", "2 dage". */
export function showLength(ms: number, language: Language): string {
  if (ms < MINUTE_MS) return whenWords.moment[language];
  const [size, words] =
    ms >= 2 * DAY_MS
      ? ([DAY_MS, whenWords.days] as const)
      : ms >= HOUR_MS
        ? ([HOUR_MS, whenWords.hours] as const)
        : ([MINUTE_MS, whenWords.minutes] as const);
  const n = Math.floor(ms / size);
  return fill((n === 1 ? words.one : words.many)[language], { n });
}
