import type { FC } from 'hono/jsx';
import type { PublicDoor, PublicEvent } from '../../services/events/list-public.ts';
import type { Language } from '../words/language.ts';
import { eventsWords } from './events-words.ts';
import { whenIn } from './when.ts';

const ROOM = {
  open: 'roomOpen',
  line: 'roomLine',
  locked: 'roomLocked',
  closed: 'roomClosed',
  cancelled: 'cancelled',
} as const satisfies Record<PublicDoor, keyof typeof eventsWords>;

/** Whether there is room, in words. */
export const roomIn = ({ door, hasFewSeats }: PublicEvent, language: Language): string =>
  eventsWords[hasFewSeats ? 'roomFew' : ROOM[door]][language];

type ListProps = {
  events: readonly PublicEvent[];
  now: number;
  language: Language;
  /** Shown inside another site: links open in the whole window. */
  framed?: boolean;
};

const Entry: FC<Omit<ListProps, 'events'> & { event: PublicEvent }> = ({ event, now, language, framed }) => (
  <li class="limen-event">
    <h2 lang="da">
      <a href={`/events/${event.id}`} {...(framed ? { target: '_top' } : {})}>
        {event.title}
      </a>
    </h2>
    <p class="limen-when">{whenIn(event, now, language)}</p>
    {event.place ? <p lang="da">{event.place}</p> : null}
    <p class={event.door === 'cancelled' ? 'limen-off' : ''}>{roomIn(event, language)}</p>
  </li>
);

/** Arrangements one after the other, soonest first. */
export const EventList: FC<ListProps> = ({ events, ...rest }) => (
  <ul class="unstyled-list limen-events">
    {events.map((event) => (
      <Entry event={event} {...rest} />
    ))}
  </ul>
);
