// Takes Danish civil registration (CPR) numbers out of a text before anything is stored.
// A Swedish mobile number written as ten digits without a space can look the same; hiding it is the lesser harm.

const MASK = 'xxxxxx-xxxx';
const NOT_AFTER = '(?<![\\d+])';
const NOT_BEFORE = '(?!\\d)';
// Six digits and four; eight digits (a full year) and four; a date written with dots, dashes or spaces, and four
// (not after another pair of digits: that is a phone number and a time).
const SHAPES = [
  String.raw`(\d\d)(\d\d)\d\d {0,2}-? {0,2}\d{4}`,
  String.raw`(\d\d)(\d\d)(?:19|20)\d\d(?: ?- ?)?\d{4}`,
  String.raw`(?<!(?<!\d)\d\d[ .-])(\d\d)([ ./-])(\d\d)\2(?:19|20)?\d\d(?: ?- ?|\2)\d{4}`,
].map((shape) => new RegExp(NOT_AFTER + shape + NOT_BEFORE, 'g'));

const DASHES = /[\p{Pd}\u2212]/u;
const INVISIBLE = /\p{Cf}/u;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** The day of a replacement number (erstatnings-CPR) is 60 too high. */
const REPLACEMENT_DAYS = 60;

/** Replaces every CPR number with `xxxxxx-xxxx`, however its parts are separated, and leaves everything else as it is. */
export function maskCpr(text: string): { text: string; masked: boolean } {
  const { plain, starts, ends } = plainDigits(text);
  const found = SHAPES.flatMap((shape) => [...plain.matchAll(shape)])
    .filter(isPlausible)
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from);
  let masked = '';
  let done = 0;
  for (const { from, to } of found) {
    const [start, end] = [starts[from] ?? 0, ends[to - 1] ?? text.length];
    if (start < done) continue;
    masked += text.slice(done, start) + MASK;
    done = end;
  }
  return { text: masked + text.slice(done), masked: found.length > 0 };
}

function isPlausible(match: RegExpExecArray): boolean {
  const groups = match.slice(1).filter((group) => /^\d\d$/.test(group));
  const [day = 0, month = 0] = groups.map(Number);
  const born = day > REPLACEMENT_DAYS ? day - REPLACEMENT_DAYS : day;
  return born >= 1 && born <= (DAYS_IN_MONTH[month - 1] ?? 0);
}

type Plain = { plain: string; starts: number[]; ends: number[] };

/** The text with every digit, dash and space in its plain form and without invisible characters, and where each stood. */
function plainDigits(text: string): Plain {
  let plain = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    if (!INVISIBLE.test(letter)) {
      plain += plainLetter(letter);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { plain, starts, ends };
}

/** Always one character: Arabic, Persian and full-width digits become ASCII. */
function plainLetter(letter: string): string {
  const code = letter.charCodeAt(0);
  if (code < 0x80) return /\s/.test(letter) ? ' ' : letter;
  for (const zero of [0x660, 0x6f0, 0xff10]) if (code >= zero && code <= zero + 9) return String(code - zero);
  if (/\s/u.test(letter)) return ' ';
  return DASHES.test(letter) ? '-' : '_';
}
