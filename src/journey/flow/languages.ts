// Languages by their ISO 639 codes.
import type { Sentence } from './sentences/sentence.ts';

/** Languages whose letters are all in the SMS alphabet, so that a text in them never needs another. */
const FIT_THE_SMS_ALPHABET = new Set([
  'da',
  'en',
  'sv',
  'nb',
  'nn',
  'no',
  'fi',
  'de',
  'nl',
  'it',
  'kl',
  'so',
  'sw',
]);

const NAMES = { da: namesFor('da'), en: namesFor('en') };

/** Languages a relative in Denmark may well read. */
const FREQUENT = [
  'da',
  'en',
  'ar',
  'tr',
  'so',
  'fa',
  'ur',
  'pl',
  'ro',
  'uk',
  'de',
  'bs',
  'ti',
  'ku',
  'ru',
  'kl',
  'fo',
  'es',
];

/** Codes people write although they mean another language. */
const MISTAKEN: Readonly<Record<string, string>> = {
  dk: 'da',
  gb: 'en',
  eng: 'en',
  dan: 'da',
  arb: 'ar',
  ua: 'uk',
};

/** Whether a code names a language, such as `da` or `ar`. */
export function isLanguage(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code) && !Object.hasOwn(MISTAKEN, code) && nameIn('en', code) !== undefined;
}

/** The code that was probably meant: by another code for it, by its country, by its name. */
export function meantLanguage(written: string): string | undefined {
  const small = written.trim().toLowerCase();
  if (Object.hasOwn(MISTAKEN, small)) return MISTAKEN[small];
  const short = small.split(/[-_]/)[0] ?? '';
  if (isLanguage(short)) return short;
  return FREQUENT.find((code) => [nameIn('da', code), nameIn('en', code)?.toLowerCase()].includes(small));
}

/** A language by name, in Danish and English; the code itself where the runtime has no name. */
export function languageName(code: string): Sentence {
  return { da: nameIn('da', code) ?? code, en: nameIn('en', code) ?? code };
}

/** Whether a language has letters that SMS can only carry in the dearer alphabet. */
export function needsOwnLetters(code: string): boolean {
  return !FIT_THE_SMS_ALPHABET.has(code);
}

function nameIn(reader: 'da' | 'en', code: string): string | undefined {
  return NAMES[reader].of(code);
}

function namesFor(reader: string): Intl.DisplayNames {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' });
}
