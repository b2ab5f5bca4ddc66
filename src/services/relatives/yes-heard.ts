import type { Organisation } from '../organisation.ts';

/** What the ledger keeps of a yes to SMS that staff have heard: the words that were read aloud, and the version of them. */
export const yesHeard = ({ consent }: Organisation, language: string) => ({
  how: 'staff',
  language,
  wording: language === 'en' ? consent.en : consent.da,
  version: consent.version,
});
