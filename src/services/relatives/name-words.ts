// What a name is found by: the beginnings of its words, as a blind index. No part from the middle of a word is ever found.
import { fold } from '../../journey/reply/fold.ts';
import { blindIndex, type Keys } from '../../store/seal.ts';

/** How many letters of a word the index knows, once æøå are written as ae, oe and aa. */
export const LONGEST_BEGINNING = 10;

/** 132 bits of the index: as telling as all of it, in half the room. */
const HASH_LENGTH = 22;

/** The words of a text as they are looked for: lower case, no accents, æøå as ae, oe and aa, letters and digits only. */
export const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  ),
];

/** What is looked up for one word that was typed: its first letters. */
export const beginningOf = (word: string): string => Array.from(word).slice(0, LONGEST_BEGINNING).join('');

/** Beginnings of two letters and more; a word of one letter only as a whole. */
function beginningsOf(word: string): string[] {
  const letters = Array.from(beginningOf(word));
  if (letters.length < 2) return letters;
  return letters.slice(1).map((_, i) => letters.slice(0, i + 2).join(''));
}

/** The index of one beginning. */
export const wordHash = (keys: Keys, beginning: string): string =>
  blindIndex(keys, `name:${beginning}`).slice(0, HASH_LENGTH);

/** Everything a name or alias is found by. */
export const nameHashes = (keys: Keys, name: string): string[] => [
  ...new Set(
    wordsOf(name)
      .flatMap(beginningsOf)
      .map((beginning) => wordHash(keys, beginning)),
  ),
];

/** Whether every word that was typed begins a word of the name. */
export function isNamed(name: string, typed: readonly string[]): boolean {
  const words = wordsOf(name);
  return typed.every((wanted) => words.some((word) => word.startsWith(wanted)));
}
