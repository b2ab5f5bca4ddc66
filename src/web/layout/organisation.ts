import type { OwnLists } from '../../services/relatives/people-lists.ts';

/** What every page shows of the authority behind it. */
export type PageOrganisation = {
  /** The municipality, as people call it. */
  kommune: string;
  /** The responsible authority, for the footer. */
  authority: string;
  telefon: string;
  akut: string;
  aabningstid: string;
  /** Where the privacy notice stands, when the organisation has one. */
  privacyUrl?: string;
  /** What staff read aloud when a relative says yes to SMS. */
  consent?: { da: string; en: string };
  /** The organisation's own lists of what is chosen of a relative. */
  people?: OwnLists;
  /** Marks every page: nothing here is real. */
  demo: boolean;
};

/** `tel:` address of a number as people write it: "12 34 56 78" → "tel:+4512345678". */
export function telHref(number: string): string {
  const digits = number.replace(/[^\d+]/g, '');
  return digits.length === 8 ? `tel:+45${digits}` : `tel:${digits}`;
}
