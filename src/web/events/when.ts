import { formatDate, formatTime, isoDate } from '../../journey/time/format.ts';
import type { PublicEvent } from '../../services/events/list-public.ts';
import { fill } from '../words/fill.ts';
import type { Language } from '../words/language.ts';
import { eventsWords } from './events-words.ts';

type Session = PublicEvent['sessions'][number];

/** The day in words, with its year when that is another than now's. */
const dayIn = (at: number, now: number, language: Language): string => {
  const [year, current] = [isoDate(at).slice(0, 4), isoDate(now).slice(0, 4)];
  return year === current ? formatDate(at, language) : `${formatDate(at, language)} ${year}`;
};

/** "onsdag den 10. marts kl. 14.00" */
export const momentIn = (at: number, now: number, language: Language): string =>
  `${dayIn(at, now, language)} ${eventsWords.at[language]} ${formatTime(at, language)}`;

/** "onsdag den 10. marts kl. 14.00-16.00" */
export function sessionIn({ startsAt, minutes }: Session, now: number, language: Language): string {
  return `${momentIn(startsAt, now, language)}-${formatTime(startsAt + minutes * 60_000, language)}`;
}

/** When an arrangement takes place, in a line: a course says how often and when it begins. */
export function whenIn({ sessions }: PublicEvent, now: number, language: Language): string {
  const [first] = sessions;
  if (!first) return '';
  const words = sessionIn(first, now, language);
  if (sessions.length === 1) return words;
  return `${fill(eventsWords.times[language], { n: sessions.length })} ${words}`;
}
