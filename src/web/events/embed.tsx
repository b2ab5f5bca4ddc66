import type { FC } from 'hono/jsx';
import type { PublicEvent } from '../../services/events/list-public.ts';
import { inLanguage, type Language } from '../words/language.ts';
import { EventList } from './event-parts.tsx';
import { eventsWords } from './events-words.ts';

/** The bare list, without header and footer; it sets no cookie, runs no script and has no form. */
export const Embed: FC<{ events: readonly PublicEvent[]; now: number; language: Language }> = (props) => {
  const { events, language } = props;
  const t = inLanguage(eventsWords, language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{t.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/assets/limen/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/dkfds/css/dkfds.min.css" />
        <link rel="stylesheet" href="/assets/limen/pages.css" />
      </head>
      <body class="limen-embed">
        <main>
          <h1 class="sr-only">{t.title}</h1>
          {events.length === 0 ? <p>{t.none}.</p> : <EventList {...props} framed />}
          <p>
            <a href="/events" target="_top">
              {t.toAll}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
};
