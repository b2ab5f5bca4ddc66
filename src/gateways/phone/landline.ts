// Which numbers an SMS cannot reach. libphonenumber does not tell Danish landlines from mobiles, so the geographic
// prefixes of the Danish numbering plan (sdfi.dk, nummerplanen) stand here; ported numbers are beyond a simulation.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Whether this can be a telephone number at all. */
export function isPossibleNumber(number: string): boolean {
  return /^\+[1-9]\d+$/.test(number) && parsePhoneNumberFromString(number)?.isPossible() === true;
}

/** Whether an SMS to this number is refused because a telephone with a cord is at its end. */
export function isLandline(number: string): boolean {
  if (danishLandline.test(number)) return true;
  return parsePhoneNumberFromString(number)?.getType() === 'FIXED_LINE';
}

const danishLandline = /^\+45(?:3[235689]|4[3-9]|5[5-9]|6[2-6]|7[3-6]|8[26-9]|9[6-9])\d{6}$/;
