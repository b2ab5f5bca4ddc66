// The one place that knows telephone numbers: as gateways tell them, as people write and read them, and which no SMS reaches.
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { AppError } from './app-error.ts';

/** A telephone number as it is kept, and whether an SMS reaches it. */
export type ReadNumber = { e164: string; landline: boolean };

/** Digits with the separators people write; anything else is no number. */
const WRITTEN = /^\(?\+?[\d\s().\-/\u00a0\u2010-\u2015]+$/;

/** Geographic prefixes of the Danish numbering plan (sdfi.dk, nummerplanen); libphonenumber does not tell them from mobiles. */
const DANISH_LANDLINE = /^\+45(?:3[235689]|4[3-9]|5[5-9]|6[2-6]|7[3-6]|8[26-9]|9[6-9])\d{6}$/;

/** Services, not persons: freephone and premium rate. */
const NOT_A_PERSON = new Set(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER']);

/** A number as a gateway tells it; some that are in use are not yet known as valid. */
const read = (text: string) => {
  const number = parsePhoneNumberFromString(text.trim(), 'DK');
  return number?.isPossible() ? number : undefined;
};

/** The number as E.164, read as Danish when it has no country code; undefined when it is no phone number (a short code, a name). */
export const toE164 = (text: string): string | undefined => read(text)?.number;

/** The country of a number, ISO 3166 alpha-2; undefined for what is no phone number. */
export function countryOf(text: string): string | undefined {
  const number = read(text);
  return number?.country ?? number?.getPossibleCountries()[0];
}

/** As people read it: Danish numbers in pairs, others international. */
export function formatNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === 'DK' ? parsed.formatNational() : parsed.formatInternational();
}

/** Whether no SMS reaches a number (E.164), as far as the number itself tells. */
export const isLandline = (number: string): boolean =>
  DANISH_LANDLINE.test(number) || parsePhoneNumberFromString(number)?.getType() === 'FIXED_LINE';

/** `+45 …`, `0045 …`, `45 … …` and eight digits alone mean the same Danish number. */
function international(text: string): string {
  const digits = text.replace(/\D/g, '');
  if (text.includes('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  if (digits.length === 10 && digits.startsWith('45')) return `+${digits}`;
  return `+45${digits}`;
}

const isCountry = (countries: readonly string[], country: CountryCode | undefined): boolean =>
  country !== undefined && isSupportedCountry(country) && countries.includes(country);

/**
 * Reads a number as people write it, a Danish one when it has no country. `countries` are ISO 3166 alpha-2.
 * Throws AppError `number-unreadable`, or `number-country` when the country is not on the list.
 */
export function readNumber(text: string, countries: readonly string[]): ReadNumber {
  const written = text.trim();
  if (written.length > 40 || !WRITTEN.test(written)) throw new AppError('number-unreadable');
  const number = parsePhoneNumberFromString(international(written));
  if (!number) throw new AppError('number-unreadable');
  if (!isCountry(countries, number.country ?? number.getPossibleCountries()[0]))
    throw new AppError('number-country');
  const type = number.getType();
  const isDanish = number.country === 'DK';
  if (
    !number.isPossible() ||
    (type && NOT_A_PERSON.has(type)) ||
    (isDanish && !/^\+45[2-9]/.test(number.number))
  )
    throw new AppError('number-unreadable');
  return { e164: number.number, landline: isLandline(number.number) };
}
