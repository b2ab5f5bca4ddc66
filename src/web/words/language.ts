/** The languages of buttons and headings. Texts and pages of flows may come in more. */
export type Language = 'da' | 'en';

/** One wording in every language of the interface. */
export type Words = Record<Language, string>;

/** Danish for Danish, English for everybody else. */
export const toLanguage = (tag: string | undefined): Language =>
  tag === undefined || tag.toLowerCase().split('-')[0] === 'da' ? 'da' : 'en';

/** The catalogue in one language: the same keys, plain texts. */
export function inLanguage<C extends Record<string, Words>>(
  catalogue: C,
  language: Language,
): { [K in keyof C]: string } {
  const picked = Object.entries(catalogue).map(([key, words]) => [key, words[language]]);
  return Object.fromEntries(picked) as { [K in keyof C]: string };
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'yi']);

/** Which way a language is written, for `dir`. */
export const directionOf = (tag: string): 'rtl' | 'ltr' =>
  rightToLeft.has(tag.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
