// Finds every way in which the whole reply is made of phrases from the lexicon. One word left over: no way at all.
import { fold } from './fold.ts';
import { roles } from './lexicon/function-words.ts';
import {
  type Entry,
  entries,
  entriesByFirstWord,
  greetingPhrases,
  type Kind,
  notNames,
  signaturePhrases,
} from './lexicon/grammar.ts';
import { type Phrase, phraseEnds } from './phrase.ts';
import type { Token } from './tokenise.ts';

/** One explanation of a reply: the kinds of phrases it is made of. */
export type Explanation = ReadonlySet<Kind>;

const MOST_TOKENS = 40;
const MOST_NAME_WORDS = 5;
const NAME_WORD = /^\p{L}+$/u;
const kinds = [...new Set(entries.map(({ kind }) => kind))];
const roleWords: ReadonlySet<string> = new Set(roles.map(fold));

/** Gives the explanations of a reply; `ignored` words count as explained. Replies of over 40 words have none. */
export function explain(
  tokens: readonly Token[],
  ignored: ReadonlySet<string> = new Set(),
): readonly Explanation[] {
  if (tokens.length === 0 || tokens.length > MOST_TOKENS) return [];
  const reached = tokens.map(() => new Set<number>());
  const explained = new Set<number>();
  reached[0]?.add(0);
  reached.forEach((masks, at) => {
    if (masks.size === 0) return;
    for (const { end, bits } of stepsFrom(tokens, at, ignored)) {
      const target = reached[end] ?? explained;
      for (const mask of masks) target.add(mask | bits);
    }
  });
  return [...explained].map((mask) => new Set(kinds.filter((_, bit) => (mask & (1 << bit)) !== 0)));
}

type Step = { end: number; bits: number };

function stepsFrom(tokens: readonly Token[], at: number, ignored: ReadonlySet<string>): Step[] {
  const word = tokens[at]?.word ?? '';
  const steps: Step[] = ignored.has(word) ? [{ end: at + 1, bits: bitOf('neutral') }] : [];
  for (const { kind, phrase } of entriesFor(word)) {
    for (const end of phraseEnds(phrase, tokens, at)) {
      if (end === at || (kind === 'name' && (at === 0 || end < tokens.length))) continue;
      steps.push({ end, bits: bitOf(kind) });
    }
  }
  for (const end of [...signatureEnds(tokens, at), ...initialEnds(tokens, at), ...greetingEnds(tokens, at)])
    steps.push({ end, bits: bitOf('neutral') });
  return steps;
}

function entriesFor(word: string): readonly Entry[] {
  const found = entriesByFirstWord.get(word) ?? [];
  return /^\d{1,2}$/.test(word) ? [...found, ...(entriesByFirstWord.get('#') ?? [])] : found;
}

function bitOf(kind: Kind): number {
  return 1 << kinds.indexOf(kind);
}

function signatureEnds(tokens: readonly Token[], at: number): number[] {
  const toTheEnd = endsOf(signaturePhrases, tokens, at).some((end) => {
    const name = tokens.slice(end);
    return name.length <= MOST_NAME_WORDS && name.every(({ word }) => isNameWord(word));
  });
  return toTheEnd ? [tokens.length] : [];
}

/** One letter after a stop or a comma at the very end is an initial, but `n` in "ja/n" is not. */
function initialEnds(tokens: readonly Token[], at: number): number[] {
  const token = tokens[at];
  const isInitial = at > 0 && at === tokens.length - 1 && token !== undefined && token.gap !== 'none';
  return isInitial && /^[a-hk-mo-z]$/.test(token.word) ? [tokens.length] : [];
}

function greetingEnds(tokens: readonly Token[], at: number): number[] {
  return endsOf(greetingPhrases, tokens, at)
    .flatMap((end) => [end + 1, end + 2])
    .filter((end) => {
      const next = tokens[end];
      return (
        next !== undefined &&
        next.gap !== 'none' &&
        tokens.slice(at + 1, end).every(({ word }) => isNameWord(word))
      );
    });
}

function endsOf(phrases: readonly Phrase[], tokens: readonly Token[], at: number): number[] {
  return phrases.flatMap((phrase) => phraseEnds(phrase, tokens, at));
}

function isNameWord(word: string): boolean {
  return NAME_WORD.test(word) && (word.length === 1 || roleWords.has(word) || !notNames.has(word));
}
