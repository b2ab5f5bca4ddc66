import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { type EventLine, listEvents } from '../../../services/events/list-events.ts';
import { inLanguage } from '../../words/language.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item } from '../frame/lists.tsx';
import { More } from '../frame/parts.tsx';
import { EventState, mayKeep, seatsText, whenText } from './event-parts.tsx';
import { eventWords } from './event-words.ts';
import { placeWords } from './place-words.ts';

/** Events with their seats, each with the way to its page. */
export const EventList: FC<{ c: DeskContext; events: readonly EventLine[] }> = ({ c, events }) => {
  const { language } = c.var;
  const t = inLanguage(eventWords, language);
  return (
    <ul class="desk-list no-max-width">
      {events.map((event) => (
        <Item
          who={<a href={`/desk/arrangementer/${event.id}`}>{event.title}</a>}
          meta={
            <>
              <EventState state={event.state} language={language} />
              <span>{seatsText(event, language)}</span>
              {event.waiting > 0 ? (
                <span>
                  {placeWords.waiting[language]}: {event.waiting}
                </span>
              ) : null}
              <span>{event.unitName ?? t.wholeHouse}</span>
            </>
          }
        >
          <p>{whenText(event, language)}</p>
        </Item>
      ))}
    </ul>
  );
};

/** Events in sight: those to come, soonest first, and those that are over, latest first. */
export const eventsRoutes = new Hono<DeskEnv>();

eventsRoutes.get('/arrangementer', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(eventWords, language);
  const isPast = c.req.query('vis') === 'tidligere';
  const after = readCursor(c.req.query('efter'));
  const { events, next } = await listEvents(rt, staff, { when: isPast ? 'past' : 'coming', after });
  const query = isPast ? 'vis=tidligere&' : '';
  return sendDesk(
    c,
    { title: t.title, section: 'events' },
    <>
      <div class="desk-head">
        <h1>{t.title}</h1>
        {mayKeep(c) ? (
          <a class="button button-primary d-print-none" href="/desk/arrangementer/ny">
            {t.add}
          </a>
        ) : null}
      </div>
      <p class="d-print-none">
        {isPast ? <a href="/desk/arrangementer">{t.coming}</a> : null}
        {isPast ? null : <a href="/desk/arrangementer?vis=tidligere">{t.past}</a>}
      </p>
      <h2>{isPast ? t.past : t.coming}</h2>
      {events.length === 0 ? <p>{isPast ? t.emptyPast : t.empty}</p> : <EventList c={c} events={events} />}
      <More href={next && `/desk/arrangementer?${query}efter=${writeCursor(next)}`} language={language} />
    </>,
  );
});
