// How wide text is, without a screen to measure it on: the widths of a common sans-serif at 13 pixels, on the safe side.
const NARROW = /[ .,:;!|'()[\]fijlrtI/-]/;
const WIDE = /[mwMWÆ@%]/;
const CAPITAL = /[A-ZØÅ0-9]/;

const charWidth = (sign: string): number =>
  NARROW.test(sign) ? 5.1 : WIDE.test(sign) ? 12.7 : CAPITAL.test(sign) ? 9.4 : 8;

/** The width of a line, pixels. */
export function linesWide(text: string): number {
  let width = 0;
  for (const sign of text) width += charWidth(sign);
  return Math.ceil(width);
}

/** Breaks a text between words into lines no wider than `width` pixels; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && linesWide(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
