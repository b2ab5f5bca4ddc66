import type { FC } from 'hono/jsx';
import type { listEventsOfRelative } from '../../../services/events/list-events.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { EventState } from './event-parts.tsx';
import { eventWords } from './event-words.ts';
import { placeWords } from './place-words.ts';

type Events = Awaited<ReturnType<typeof listEventsOfRelative>>;

/** On a relative's page: the events they are invited to or in, the latest first. */
export const EventsOf: FC<{ c: DeskContext; events: Events }> = ({ c, events }) => {
  const { rt, language } = c.var;
  const t = inLanguage(eventWords, language);
  return (
    <Section id="arrangementer" heading={t.title}>
      {events.length === 0 ? <p>{t.ofRelativeNone}</p> : null}
      <ul>
        {events.map((event) => (
          <li>
            <a href={`/desk/arrangementer/${event.eventId}`}>{event.title}</a>,{' '}
            {showInstant(event.startsAt, rt.now(), language)}:{' '}
            {wordOf(placeWords, event.state, language).toLocaleLowerCase(language)}
            {event.eventState === 'open' ? null : (
              <>
                {' '}
                <EventState state={event.eventState} language={language} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
