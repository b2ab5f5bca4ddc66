import type { Flow } from '../flow/flow.ts';
import { STANDARD_WINDOW } from '../time/window.ts';
import type { Known, KnownEvent, KnownOrganisation, KnownRelative } from './known.ts';

/** A made-up municipality for simulations and stories; its numbers belong to nobody. */
export const SAMPLE_ORGANISATION: KnownOrganisation = {
  kommune: 'Eksempel Kommune',
  telefon: '20 00 00 01',
  akut: '20 00 00 02',
  aabningstid: 'hverdage 8-15',
  openingHours: { ...STANDARD_WINDOW, to: '15:00', weekdays: [1, 2, 3, 4, 5] },
  window: STANDARD_WINDOW,
  linkLength: 46,
};

/** A made-up relative, known as little as can be. */
export const SAMPLE_RELATIVE: KnownRelative = {
  tiltale: 'Eksempel',
  language: 'da',
  relation: 'anden',
  area: 'andet',
  ageBand: '',
  channel: 'sms',
  sharedPhone: false,
};

/** A made-up arrangement with the reminders one has by default. */
export const SAMPLE_EVENT: KnownEvent = {
  title: 'Eksempel',
  place: 'Eksempelvej 1',
  remindDays: [5, 1],
  lockHours: 0,
};

/** What is known, with a made-up arrangement for each event anchor of which nothing is. */
export function knowingEvents({ anchors }: Pick<Flow, 'anchors'>, known: Known): Known {
  const events = Object.entries(anchors).filter(([, { event }]) => event);
  if (events.length === 0) return known;
  return {
    ...known,
    events: Object.fromEntries(events.map(([name]) => [name, known.events?.[name] ?? SAMPLE_EVENT])),
  };
}

/** A made-up relative with what is told of this one. */
export const sampleKnown = (
  relative: Partial<KnownRelative> = {},
  organisation: KnownOrganisation = SAMPLE_ORGANISATION,
): Known => ({ relative: { ...SAMPLE_RELATIVE, ...relative }, organisation, place: 'Eksempelvej 1' });
