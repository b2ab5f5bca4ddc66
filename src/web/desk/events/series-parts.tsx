// What the pages of a series have in common: its days to choose among, and what a change does to each event.
import type { FC } from 'hono/jsx';
import type { SeriesChange, SeriesPreview } from '../../../services/events/change-series.ts';
import type { SeenEvent } from '../../../services/events/later-of-series.ts';
import type { SeriesDay } from '../../../services/events/make-series.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { showMoment } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { Tells } from './event-parts.tsx';
import { eventFormWords } from './event-words.ts';
import { seriesWords } from './series-words.ts';

type Against = Pick<SeriesDay, 'holiday' | 'isSunday'>;

const against = ({ holiday, isSunday }: Against, language: Language): string => {
  const t = inLanguage(eventFormWords, language);
  return `${holiday ? `, ${fill(t.holiday, { name: holiday })}` : ''}${isSunday ? `, ${t.sunday}` : ''}`;
};

/** The days of a series, each of which can be left out. */
export const SeriesDays: FC<{ days: readonly SeriesDay[]; language: Language }> = ({ days, language }) => {
  const t = inLanguage(eventFormWords, language);
  return (
    <>
      <p class="form-label">{t.seriesDays}</p>
      <ul class="desk-list">
        {days.map((day) => (
          <li class="form-group-checkbox">
            <input
              type="checkbox"
              class="form-checkbox"
              id={`skip-${day.date}`}
              name="skip"
              value={day.date}
              checked={day.isSkipped}
            />
            <label for={`skip-${day.date}`}>
              {t.skip} {day.at === undefined ? day.date : showMoment(day.at, language)}
              {against(day, language)}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The state of each event of a series as it was shown, for the press that follows. */
export const SeenSeries: FC<{ events: readonly SeenEvent[] }> = ({ events }) => (
  <input type="hidden" name="serie" value={events.map(({ id, seen }) => `${seen}:${id}`).join(' ')} />
);

/** The events of a series as a form showed them. */
export const seenSeries = (c: DeskContext): SeenEvent[] =>
  (c.var.form.get('serie') ?? '')
    .split(' ')
    .filter((text) => text !== '')
    .map((text) => {
      const at = text.indexOf(':');
      return { id: text.slice(at + 1), seen: Number(text.slice(0, at)) };
    });

/** How many are told, each for each event. */
const countTold = (events: readonly Pick<SeriesChange, 'tells'>[]): number =>
  events.flatMap(({ tells }) => tells).reduce((all, { count }) => all + count, 0);

/** What a change does in each event of a series, and whom it tells. */
export const SeriesEffect: FC<{ effect: SeriesPreview; language: Language }> = ({ effect, language }) => {
  const t = inLanguage(seriesWords, language);
  const { events } = effect;
  const told = countTold(events);
  return (
    <Section id="virkning" heading={fill(t.effect, { n: events.length })}>
      <p class="font-lead">{told === 0 ? t.nobody : fill(t.total, { n: told })}</p>
      <ul>
        {events.map((one) => {
          const to = showMoment(one.startsAt, language);
          const when =
            one.from === one.startsAt ? to : fill(t.movedTo, { from: showMoment(one.from, language), to });
          return (
            <li>
              {when}
              {against(one, language)}
              {one.tells.length > 0 ? <Tells tells={one.tells} language={language} /> : null}
            </li>
          );
        })}
      </ul>
      <SeenSeries events={events} />
    </Section>
  );
};
