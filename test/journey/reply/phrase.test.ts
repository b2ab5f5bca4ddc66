import { describe, expect, it } from 'vitest';
import { firstWords, parsePhrase, phraseEnds, phraseWords } from '../../../src/journey/reply/phrase.ts';
import { tokenise } from '../../../src/journey/reply/tokenise.ts';

const slots = { hvem: ['jeg', 'min søster og jeg'], dag: ['(på)? fredag', 'd #'] };

function ends(notation: string, text: string): readonly number[] {
  return phraseEnds(parsePhrase(notation, slots), tokenise(text).tokens, 0);
}

describe('A phrase', () => {
  it.each<[string, string, readonly number[]]>([
    ['jeg kommer', 'Jeg kommer', [2]],
    ['jeg kommer', 'Jeg kommer ikke', [2]],
    ['jeg kommer', 'Kommer jeg', []],
    ['jeg? kommer', 'kommer', [1]],
    ['(ja|ja tak)', 'ja tak', [1, 2]],
    ['{hvem} kommer', 'Min soester og jeg kommer', [5]],
    ['kommer {dag}', 'kommer på fredag', [3]],
    ['kommer {dag}', 'kommer d. 5', [3]],
    ['tak*', 'tak tak tak tak tak', [0, 1, 2, 3, 4]],
    ['nå det', 'naa det', [2]],
    ['kommer ikke', 'kommer, ikke', [2]],
    ['kommer ikke', 'kommer. Ikke', []],
    ['kommer ikke', 'kommer\nikke', []],
    ['den #', 'den 117', []],
  ])('%j in %j ends after %j words', (notation, text, places) => {
    expect(ends(notation, text)).toEqual(places);
  });

  it('of more than thirty words is none', () => {
    expect(ends(Array(31).fill('ja').join(' '), 'ja '.repeat(40))).toEqual([]);
    expect(ends(Array(30).fill('ja').join(' '), 'ja '.repeat(40))).toEqual([30]);
  });

  it.each(['(ja', 'ja)', '{ukendt}', '* ja'])('written %j is refused', (notation) => {
    expect(() => parsePhrase(notation, slots)).toThrow();
  });

  it('knows its words and the words it can begin with', () => {
    const phrase = parsePhrase('(nej)? {hvem} (kan|vil) ikke', slots);
    expect([...firstWords(phrase)].sort()).toEqual(['jeg', 'min', 'nej']);
    expect(new Set(phraseWords(phrase))).toEqual(
      new Set(['nej', 'jeg', 'min', 'soester', 'og', 'kan', 'vil', 'ikke']),
    );
  });
});
