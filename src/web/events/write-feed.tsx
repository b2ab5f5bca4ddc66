import { Feed } from 'feed';
import { isoWithOffset } from '../../journey/time/format.ts';
import type { PublicEvent } from '../../services/events/list-public.ts';
import { fill } from '../words/fill.ts';
import { roomIn } from './event-parts.tsx';
import { feedWords } from './events-words.ts';
import { sessionIn } from './when.ts';

export type FeedKind = 'json' | 'rss';

type Order = { events: readonly PublicEvent[]; kommune: string; publicUrl: string; now: number };

/** The end of a CDATA section in a text would be the end of the feed's. */
const plain = (text: string): string => text.replaceAll(']]>', ']] >');

const contentOf = (event: PublicEvent, now: number): string =>
  String(
    <>
      {event.sessions.map((one) => (
        <p>{sessionIn(one, now, 'da')}</p>
      ))}
      {event.place ? <p>{event.place}</p> : null}
      <p>{roomIn(event, 'da')}</p>
      {event.details.split(/\n\s*\n/).map((part) => (part.trim() === '' ? null : <p>{part.trim()}</p>))}
    </>,
  );

/** What programs want to know of an arrangement without reading its text (JSON Feed 1, § Extensions). */
const toldOf = (event: PublicEvent) => ({
  name: '_limen',
  objects: {
    starts: isoWithOffset(event.startsAt),
    ends: isoWithOffset(event.endsAt),
    sessions: event.sessions.map(({ startsAt, minutes }) => ({ starts: isoWithOffset(startsAt), minutes })),
    place: event.place,
    kind: event.kind,
    audience: event.audience,
    cancelled: event.door === 'cancelled',
    sign_up: event.door,
  },
});

/** A feed of arrangements: JSON Feed 1 or RSS 2.0. Only what everybody may see of them stands in it. */
export function writeFeed(kind: FeedKind, { events, kommune, publicUrl, now }: Order): string {
  const changed = Math.max(0, ...events.map(({ changedAt }) => changedAt));
  const feed = new Feed({
    id: `${publicUrl}/events`,
    title: fill(feedWords.title, { kommune }),
    description: feedWords.lead,
    link: `${publicUrl}/events`,
    language: 'da',
    generator: 'Limen',
    updated: new Date(changed === 0 ? now : changed),
    feedLinks: { json: `${publicUrl}/events.json`, rss: `${publicUrl}/events.rss` },
  });
  for (const event of events)
    feed.addItem({
      id: `${event.id}@limen`,
      link: `${publicUrl}/events/${event.id}`,
      title: plain(
        event.door === 'cancelled' ? fill(feedWords.cancelled, { title: event.title }) : event.title,
      ),
      description: contentOf(event, now),
      published: new Date(event.announcedAt),
      date: new Date(event.changedAt),
      ...(kind === 'json' ? { extensions: [toldOf(event)] } : {}),
    });
  return kind === 'json' ? feed.json1() : feed.rss2();
}
