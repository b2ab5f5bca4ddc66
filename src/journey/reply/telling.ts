// Looks for telling words anywhere in a reply, however long it is. Errs on the side of alerting.
import { fold } from './fold.ts';
import { innocentPhrases } from './lexicon/innocent.ts';
import { isOneSlipAway } from './mend.ts';
import type { TellingWords } from './reading.ts';
import type { Token } from './tokenise.ts';

/** Which words (by index) tell of distress and of death. */
export type Telling = { distress: ReadonlySet<number>; death: ReadonlySet<number> };

type Word = { text: string; open: boolean };
type Sought = readonly (Word | 'gap' | 'end')[];

const WIDEST_GAP = 3;
const LONG_WORD = 7;
const NUMBER = /^\d{1,2}$/;
const innocents = seek(innocentPhrases);

/** Telling words made ready for the search. */
export type PreparedWords = { distress: readonly Sought[]; death: readonly Sought[] };

/** Makes telling words ready; cheap enough to do with every reply. */
export function prepareTelling({ distress, death }: TellingWords): PreparedWords {
  return { distress: seek(distress), death: seek(death) };
}

/** Finds the words that tell of distress and death, but for those in an innocent phrase. */
export function findTelling(tokens: readonly Token[], words: PreparedWords): Telling {
  const loose = tokens.map(({ word, gap }) => ({ word: loosen(word), gap }));
  const find = (phrases: readonly Sought[], hidden: ReadonlySet<number>): Set<number> => {
    const found = new Set<number>();
    for (const sought of phrases) findAll(sought, loose, hidden, found);
    return found;
  };
  const innocent = find(innocents, new Set());
  return { distress: find(words.distress, innocent), death: find(words.death, innocent) };
}

/** Folds all phrases at once, which is much quicker than one by one. A phrase begins with a word, or it is none. */
function seek(phrases: readonly string[]): readonly Sought[] {
  return loosen(fold(phrases.join('\n')))
    .split('\n')
    .map((phrase) => {
      const parts = phrase
        .split(/\s+/)
        .filter((part) => part !== '' && part !== '*')
        .map(partOf);
      const first = parts.findIndex((part) => typeof part !== 'string');
      return first < 0 ? [] : parts.slice(first);
    })
    .filter((sought) => sought.length > 0);
}

function partOf(part: string): Word | 'gap' | 'end' {
  if (part === '…' || part === '...') return 'gap';
  if (part === '.') return 'end';
  const open = part.endsWith('*');
  return { text: open ? part.slice(0, -1) : part, open };
}

/** Brings the ways people type æ, ø and å without the keys for them together. */
function loosen(text: string): string {
  return text.replace(/ae/g, 'e').replace(/oe/g, 'o').replace(/aa/g, 'a');
}

function findAll(
  sought: Sought,
  tokens: readonly Token[],
  hidden: ReadonlySet<number>,
  found: Set<number>,
): void {
  const [first] = sought;
  if (first === undefined || typeof first === 'string') return;
  for (let start = 0; start < tokens.length; start++) {
    if (!fits(first, tokens[start]?.word ?? '')) continue;
    const places = match(sought, tokens, start);
    if (places.length === 0 || places.some((place) => hidden.has(place))) continue;
    for (const place of places) found.add(place);
  }
}

function match(sought: Sought, tokens: readonly Token[], start: number): number[] {
  const places: number[] = [];
  let leap = 0;
  let at = start;
  for (const part of sought) {
    if (part === 'gap') {
      leap = WIDEST_GAP;
    } else if (part === 'end') {
      if (tokens[at]?.gap === 'none') return [];
    } else {
      const place = nextPlace(part, tokens, at, leap, start);
      if (place === undefined) return [];
      places.push(place);
      at = place + 1;
      leap = 0;
    }
  }
  return places;
}

function nextPlace(
  word: Word,
  tokens: readonly Token[],
  from: number,
  leap: number,
  start: number,
): number | undefined {
  for (let at = from; at <= from + leap; at++) {
    const token = tokens[at];
    if (token === undefined || (at > start && token.gap === 'sentence')) return undefined;
    if (fits(word, token.word)) return at;
  }
  return undefined;
}

function fits({ text, open }: Word, word: string): boolean {
  if (text === '#') return NUMBER.test(word);
  if (word === text || (open && word.startsWith(text))) return true;
  return text.length >= LONG_WORD && !open && isOneSlipAway(word, text);
}
