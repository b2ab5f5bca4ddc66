import { STANDARD_WINDOW } from '../time/window.ts';
import type { Known, KnownOrganisation, KnownRelative } from './known.ts';

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

/** A made-up relative with what is told of this one. */
export const sampleKnown = (
  relative: Partial<KnownRelative> = {},
  organisation: KnownOrganisation = SAMPLE_ORGANISATION,
): Known => ({ relative: { ...SAMPLE_RELATIVE, ...relative }, organisation, place: 'Eksempelvej 1' });
