// Gives mistyped words the form the lexicon knows, where that is safe.
import { vocabulary } from './lexicon/grammar.ts';
import { drawnOut, forgiving, typos } from './lexicon/typos.ts';
import type { Token } from './tokenise.ts';

const SHORTEST_FORGIVEN = 6;
const DOUBTFUL_TWICE: ReadonlySet<string> = new Set(['ja', 'nej']);
const squeezed: ReadonlyMap<string, string> = new Map(drawnOut.map((word) => [squeeze(word), word]));
const mendings: ReadonlyMap<string, string> = new Map(Object.entries(typos));

/** Gives the tokens with known slips mended; one token may become two. "Ja ja" becomes one word nobody knows: it is no yes. */
export function mend(tokens: readonly Token[]): readonly Token[] {
  const mended = tokens.flatMap(({ word, gap }) => {
    const [first = word, ...rest] = mendWord(word).split(' ');
    return [{ word: first, gap }, ...rest.map((more): Token => ({ word: more, gap: 'none' }))];
  });
  return mended.map((token, at) => {
    const doubled =
      DOUBTFUL_TWICE.has(token.word) && token.gap !== 'sentence' && mended[at - 1]?.word === token.word;
    return doubled ? { ...token, word: token.word + token.word } : token;
  });
}

function mendWord(word: string): string {
  if (vocabulary.has(word)) return word;
  const mended = mendings.get(word) ?? squeezed.get(squeeze(word));
  if (mended !== undefined) return mended;
  return word.length < SHORTEST_FORGIVEN
    ? word
    : (forgiving.find((meant) => isOneSlipAway(word, meant)) ?? word);
}

function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

/** Says whether one letter added, dropped, changed or swapped with its neighbour makes `a` into `b`. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
