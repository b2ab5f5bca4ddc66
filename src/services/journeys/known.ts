import type { Channel } from '../../journey/engine/facts.ts';
import type { Known, KnownEvent } from '../../journey/engine/known.ts';
import type { EventFacts, LoadedJourney } from '../../store/journeys/journeys.ts';
import { placeInSms } from '../appointments/place-in-sms.ts';
import type { Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

/** `/i/` and a token of 22 characters after the public address. */
export const linkOf = (rt: Runtime, token: string): string => `${rt.config.publicUrl}/i/${token}`;

type About = Pick<
  LoadedJourney,
  | 'tiltale'
  | 'language'
  | 'relation'
  | 'area'
  | 'ageBand'
  | 'channel'
  | 'sharedPhone'
  | 'hours'
  | 'meeting'
  | 'events'
>;

const eventsKnown = (
  events: Readonly<Record<string, EventFacts>>,
  language: string,
): Record<string, KnownEvent> =>
  Object.fromEntries(
    Object.entries(events).map(([anchor, event]) => [
      anchor,
      {
        title: event.smsTitle,
        place: placeInSms(event, language),
        remindDays: event.remindDays,
        lockHours: event.lockHours,
        ...(event.came == null ? {} : { came: event.came === 1 }),
        ...(event.signUpUntil === null ? {} : { signUpUntil: event.signUpUntil }),
      },
    ]),
  );

/** What the engine may know for one turn. */
export const knownOf = (rt: Runtime, organisation: Organisation, about: About): Known => ({
  relative: {
    tiltale: about.tiltale,
    language: about.language,
    relation: about.relation,
    area: about.area,
    ageBand: about.ageBand,
    channel: about.channel as Channel,
    sharedPhone: about.sharedPhone,
    ...(about.hours ? { hours: about.hours } : {}),
  },
  organisation: {
    kommune: organisation.kommune,
    telefon: organisation.telefon,
    akut: organisation.akut,
    aabningstid: organisation.aabningstid,
    window: organisation.window,
    openingHours: organisation.openingHours,
    linkLength: linkOf(rt, 'x'.repeat(22)).length,
  },
  ...(about.meeting ? { place: placeInSms(about.meeting, about.language) } : {}),
  ...(about.events ? { events: eventsKnown(about.events, about.language) } : {}),
});
