// One spelling for many keyboards: case, full width, invisible characters and accents do not count.

const INVISIBLE = /[\p{Cf}\p{Emoji_Modifier}]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const MARKS = /\p{M}/gu;

/** Gives the text in lower case with æøå as ae/oe/aa and nothing left of accents, full width and invisible characters. */
export function fold(text: string): string {
  return text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/å/g, 'aa')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe');
}
