import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The number as E.164, read as Danish when it has no country code; undefined when it is no phone number. */
export function toE164(text: string): string | undefined {
  const number = parsePhoneNumberFromString(text.trim(), 'DK');
  return number?.isValid() ? number.number : undefined;
}

/** What a typed number is: `landline` is not bad input, it is called; `country` is ISO 3166 alpha-2. */
export function readNumber(text: string): { number: string; landline: boolean; country: string } | undefined {
  const number = parsePhoneNumberFromString(text.trim(), 'DK');
  if (!number?.isValid()) return undefined;
  const type = number.getType();
  return { number: number.number, landline: type === 'FIXED_LINE', country: number.country ?? '' };
}

/** As people read it: Danish numbers in pairs, others international. */
export function formatNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === 'DK' ? parsed.formatNational() : parsed.formatInternational();
}
