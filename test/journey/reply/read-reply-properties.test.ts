import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/journey/reply/fold.ts';
import { vocabulary } from '../../../src/journey/reply/lexicon/grammar.ts';
import { typos } from '../../../src/journey/reply/lexicon/typos.ts';
import { type Expecting, readReply } from '../../../src/journey/reply/read-reply.ts';
import { danishReplies } from './danish-replies.ts';

const expectings = fc.constantFrom<Expecting>('nothing', 'yesno', 'rsvp');
const known = fc.constantFrom(
  ...danishReplies.flatMap(({ texts, expecting }) => texts.map((text) => ({ text, expecting }))),
);
const MOST_MICROSECONDS = 1_000_000;
const answers = new Set(['yes', 'no', 'stop', 'start']);

/** Every reply of the table, and what it means as it stands there. */
const asWritten = danishReplies.flatMap(({ texts, expecting }) =>
  texts.map((text) => ({ text, expecting, meant: readReply(text, expecting) })),
);

/** Every reply of the table means the same after the change. */
function changesNothing(change: (text: string) => string): void {
  for (const { text, expecting, meant } of asWritten)
    expect([text, readReply(change(text), expecting)]).toEqual([text, meant]);
}

describe('How a reply is typed does not change what it means', () => {
  it('in small or capital letters', () => {
    changesNothing((text) => text.toLowerCase());
    changesNothing((text) => text.toLocaleUpperCase('da'));
  });

  it('with space around it and more space between words', () => {
    changesNothing((text) => `  ${text.replaceAll(' ', '  ')}\n `);
    changesNothing((text) => text.replaceAll(' ', '\u00a0'));
  });

  it('with a dot, an exclamation mark, quotes or brackets around it', () => {
    const blank = (text: string): boolean => !/\S/.test(text.replace(/\p{C}/gu, ''));
    for (const [before, after] of [
      ['', '.'],
      ['', '!!'],
      ['', ' .'],
      ['"', '"'],
      ['»', '«'],
      ['(', ')'],
      ['- ', ''],
      ['', ' …'],
    ]) {
      changesNothing((text) => (blank(text) ? text : `${before}${text}${after}`));
    }
  });

  it('with æøå written out, composed, decomposed or the Swedish way', () => {
    changesNothing((text) => text.normalize('NFD'));
    changesNothing((text) => text.normalize('NFC'));
    changesNothing((text) => text.replace(/æ/g, 'ae').replace(/ø/g, 'oe').replace(/å/g, 'aa'));
    changesNothing((text) => text.replace(/æ/g, 'ä').replace(/ø/g, 'ö'));
  });

  it('in full-width letters or with invisible characters between the letters', () => {
    changesNothing((text) =>
      text.replace(/[a-z0-9]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    );
    fc.assert(
      fc.property(
        known,
        fc.constantFrom('\u200b', '\u200d', '\ufeff', '\u00ad', '\u2060'),
        ({ text, expecting }, invisible) => {
          expect(readReply([...text].join(invisible), expecting)).toEqual(readReply(text, expecting));
        },
      ),
    );
  });
});

describe('The reader', () => {
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectings, (text, expecting) => {
        readReply(text, expecting);
      }),
      { numRuns: 1_000 },
    );
    readReply('\ud800', 'yesno');
    readReply('\udfff ja \ud800', 'yesno');
  });

  it('reads no answer out of a text without a word it knows', () => {
    const isKnown = (word: string): boolean => vocabulary.has(word) || word in typos;
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(
            fc.constantFrom(...'jaensto tp12 .,!👍'),
            fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
          ),
          maxLength: 8,
        }),
        expectings,
        (text, expecting) => {
          const words = fold(text).match(/[\p{L}\p{N}]+|\p{Extended_Pictographic}/gu) ?? [];
          const undoubled = words.map((word) => word.replace(/(.)\1+/gu, '$1'));
          fc.pre(![...words, ...undoubled].some((word) => isKnown(word) || word === 'start'));
          expect(answers.has(readReply(text, expecting).meaning)).toBe(false);
        },
      ),
      { numRuns: 800 },
    );
  });

  it('reads no answer out of a clear reply with a word in it that nobody knows', () => {
    const clear = danishReplies.filter(({ meaning }) => answers.has(meaning));
    const replies = fc.constantFrom(
      ...clear.flatMap(({ texts, expecting }) => texts.map((text) => ({ text, expecting }))),
    );
    fc.assert(
      fc.property(
        replies,
        fc.constantFrom('xyzzy', 'hvis', 'men', 'måske', 'lænestol', 'ikke at'),
        fc.boolean(),
        ({ text, expecting }, word, first) => {
          const spoilt = first
            ? `${word} ${text}`
            : `${text.split(/\s(?:mvh|kh|hilsen|venlig)/i)[0]} ${word} ja da`;
          expect(answers.has(readReply(spoilt, expecting).meaning)).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('reads no answer out of a clear reply turned into a question', () => {
    for (const { texts, expecting, meaning } of danishReplies) {
      if (!answers.has(meaning)) continue;
      for (const text of texts)
        expect([text, answers.has(readReply(`${text}?`, expecting).meaning)]).toEqual([text, false]);
    }
  });

  it('reads no answer where yes and no stand together (a thumb up beside a no is only friendly)', () => {
    const pick = (meaning: string): fc.Arbitrary<string> =>
      fc.constantFrom(
        ...danishReplies
          .filter((group) => group.meaning === meaning && group.expecting === 'yesno')
          .flatMap(({ texts }) => texts)
          .filter((text) => !text.startsWith('👍') && !/\d/.test(text)),
      );
    fc.assert(
      fc.property(
        pick('yes'),
        pick('no'),
        fc.constantFrom('. ', '! ', '\n', ' og ', ' men '),
        (yes, no, between) => {
          for (const text of [yes + between + no, no + between + yes]) {
            expect([text, answers.has(readReply(text, 'yesno').meaning)]).toEqual([text, false]);
          }
        },
      ),
      { numRuns: 800 },
    );
  });

  it('finds distress wherever it stands in a longer text', () => {
    fc.assert(
      fc.property(known, known, fc.constantFrom('. ', '! ', '\n'), (before, after, between) => {
        const reading = readReply([before.text, 'jeg vil ikke leve mere', after.text].join(between), 'yesno');
        expect([reading.meaning, reading.also].includes('distress')).toBe(true);
      }),
    );
  });

  it('takes linear time for texts made to be slow', () => {
    for (const unit of [
      'ja ',
      'ikke ',
      'kan ',
      'stop ',
      'a',
      'j',
      'å',
      '1',
      '.',
      '?',
      "'",
      ':',
      '👍',
      'kan ikke ',
      'er er er ',
      'hilsen ',
      '\u200b',
      'a\u0301',
      'jeg kan desværre ikke ',
      'mvh a b c ',
      'er død. stop op. ',
      'er død stop, ',
    ]) {
      const text = unit.repeat(Math.ceil(20_000 / unit.length));
      const started = process.cpuUsage().user;
      readReply(text, 'yesno');
      expect([unit, process.cpuUsage().user - started < MOST_MICROSECONDS]).toEqual([unit, true]);
    }
  });
});
