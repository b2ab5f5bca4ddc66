import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import { countSegments, LINK, segmentsWithLink } from '../../../src/journey/text/segments.ts';

const gsm = (count: number, characters: number) => ({ count, encoding: 'gsm7', characters, offending: [] });
const ucs2 = (count: number, characters: number, ...offending: string[]) => ({
  count,
  encoding: 'ucs2',
  characters,
  offending,
});

describe('an SMS is counted as the networks count it', () => {
  it.each([
    ['nothing', '', gsm(1, 0)],
    ['160 characters are one SMS', 'a'.repeat(160), gsm(1, 160)],
    ['161 are two', 'a'.repeat(161), gsm(2, 161)],
    ['306 are two', 'a'.repeat(306), gsm(2, 306)],
    ['307 are three', 'a'.repeat(307), gsm(3, 307)],
    ['æøå are in the SMS alphabet', 'æøåÆØÅ'.repeat(26), gsm(1, 156)],
    ['the euro sign counts double', `${'a'.repeat(158)}€`, gsm(1, 160)],
    ['and tips a full SMS over', `${'a'.repeat(159)}€`, gsm(2, 161)],
    ['a double sign is never cut in two', `${'a'.repeat(152)}€${'a'.repeat(152)}`, gsm(3, 306)],
    ['braces and brackets count double', '{[~|^\\]}', gsm(1, 16)],
    ['a line break is one character', 'a\nb', gsm(1, 3)],
    ['a curly apostrophe costs the alphabet', '’', ucs2(1, 1, '’')],
    ['70 characters are one such SMS', 'é’'.repeat(35), ucs2(1, 70, '’')],
    ['71 are two', `${'é’'.repeat(35)}a`, ucs2(2, 71, '’')],
    ['offenders are named once, in order', '“Hej” – “du”', ucs2(1, 12, '“', '”', '–')],
    ['a small ç is not in the alphabet, a large one is', 'çÇ', ucs2(1, 2, 'ç')],
    ['Arabic takes 70 a part', 'ب'.repeat(71), ucs2(2, 71, 'ب')],
    ['an emoji takes two places', `${'a'.repeat(69)}😀`, ucs2(2, 70, '😀')],
    ['a tab is not in the alphabet', '\t', ucs2(1, 1, '\t')],
  ])('%s', (_what, text, expected) => {
    expect(countSegments(text)).toEqual(expected);
  });

  it('a link counts with the length it will have', () => {
    expect(segmentsWithLink(`${'a'.repeat(109)} ${LINK}`, 50)).toEqual(gsm(1, 160));
    expect(segmentsWithLink(`${'a'.repeat(110)} ${LINK}`, 50)).toEqual(gsm(2, 161));
    expect(segmentsWithLink('uden link', 50)).toEqual(countSegments('uden link'));
  });
});

describe('the quick count agrees with the library', () => {
  const byLibrary = (text: string) => {
    const message = new SegmentedMessage(text);
    const isGsm = message.getEncodingName() === 'GSM-7';
    const offending = isGsm ? [] : [...new Set(message.getNonGsmCharacters())];
    return {
      count: message.segmentsCount,
      encoding: isGsm ? 'gsm7' : 'ucs2',
      characters: message.numberOfCharacters,
      offending,
    };
  };

  it('on every character up to where only the library counts', () => {
    const differing: string[] = [];
    for (let code = 0; code < 0x2100; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      if (!isDeepStrictEqual(countSegments(text), byLibrary(text))) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('on long mixed texts', () => {
    const alphabet = fc.constantFrom(
      ...'aæøåÅ€{}[]|~^\\\f\n\r é’“–…çбжψבابت؟١ğł',
      '\r\n',
      '😀',
      'e\u0301',
      '\u200d',
    );
    const mixed = fc.array(alphabet, { maxLength: 500 }).map((characters) => characters.join(''));
    const plain = fc
      .array(fc.constantFrom(...'abcæøå .,€{'), { minLength: 140, maxLength: 480 })
      .map((c) => c.join(''));
    fc.assert(
      fc.property(fc.oneof(mixed, plain), (text) => {
        expect(countSegments(text)).toEqual(byLibrary(text));
      }),
      { numRuns: 400 },
    );
  });
});
