// How many SMS a text costs. Texts in plain alphabets are counted here at once; the library, some hundred times
// slower, has the last word on emoji and combined characters. A test holds the two together.
import { SegmentedMessage } from 'sms-segments-calculator';
import { gsmSegments } from './gsm.ts';

/** `characters` are septets in GSM-7; `offending` are the different characters that force UCS-2, in order. */
export type Segments = { count: number; encoding: 'gsm7' | 'ucs2'; characters: number; offending: string[] };

/** What the field `link` is rendered as; the address takes its place when the SMS leaves. */
export const LINK = '{link}';

/** Letters and signs that stand alone, one 16-bit unit each: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation. */
const UNCOMBINED =
  /^[\n\r\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0391-\u03a9\u03b1-\u03c9\u0400-\u0481\u048a-\u052f\u05d0-\u05ea\u060c\u061b\u061f\u0620-\u064a\u0660-\u066d\u0671-\u06d3\u06f0-\u06f9\u2010-\u2015\u2018-\u201f\u2026\u20ac]*$/;
const WHOLE_UCS2 = 70;
const PART_OF_UCS2 = 67;

/** Counts the SMS parts of a text that leaves exactly as it is. */
export function countSegments(text: string): Segments {
  const gsm = gsmSegments(text);
  if (gsm) return { ...gsm, encoding: 'gsm7', offending: [] };
  return UNCOMBINED.test(text) ? plainUcs2(text) : byLibrary(text);
}

/** Counts the SMS parts of a text whose placeholder `{link}` becomes a link of so many characters. */
export function segmentsWithLink(text: string, linkLength: number): Segments {
  return countSegments(text.replaceAll(LINK, 'x'.repeat(linkLength)));
}

function plainUcs2(text: string): Segments {
  const characters = text.length;
  const count = characters <= WHOLE_UCS2 ? 1 : Math.ceil(characters / PART_OF_UCS2);
  return { count, encoding: 'ucs2', characters, offending: different([...text].filter(isNotGsm)) };
}

function byLibrary(text: string): Segments {
  const message = new SegmentedMessage(text);
  return {
    count: message.segmentsCount,
    encoding: 'ucs2',
    characters: message.numberOfCharacters,
    offending: different(message.getNonGsmCharacters()),
  };
}

function isNotGsm(character: string): boolean {
  return gsmSegments(character) === undefined;
}

function different(characters: readonly string[]): string[] {
  return [...new Set(characters)];
}
