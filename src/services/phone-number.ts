import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

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
