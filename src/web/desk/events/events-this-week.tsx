import { DAY_MS } from '../../../journey/time/zone.ts';
import { listEvents } from '../../../services/events/list-events.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { eventWords } from './event-words.ts';
import { EventList } from './events.tsx';

const MOST = 10;

/** The open events of the next seven days, for the overview; nothing when there are none. */
export async function eventsThisWeek(c: DeskContext) {
  const { rt, staff, language } = c.var;
  const { events } = await listEvents(rt, staff, { when: 'coming', most: MOST });
  const soon = events.filter(({ state, startsAt }) => state === 'open' && startsAt < rt.now() + 7 * DAY_MS);
  return (
    <Section id="arrangementer" heading={eventWords.thisWeek[language]} empty={soon.length === 0}>
      <EventList c={c} events={soon} />
    </Section>
  );
}
