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
const innocents: readonly Sought[] = innocentPhrases.map(seek);

/** Finds the words that tell of distress and death, but for those in an innocent phrase. */
export function findTelling(tokens: readonly Token[], words: TellingWords): Telling {
  const loose = tokens.map(({ word, gap }) => ({ word: loosen(word), gap }));
  const innocent = new Set(innocents.flatMap((sought) => [...findAll(sought, loose, new Set())]));
  const find = (phrases: readonly string[]): Set<number> =>
    new Set(phrases.flatMap((phrase) => [...findAll(seek(phrase), loose, innocent)]));
  return { distress: find(words.distress), death: find(words.death) };
}

function seek(phrase: string): Sought {
  return phrase
    .split(/\s+/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '…' || part === '...') return 'gap';
      if (part === '.') return 'end';
      return { text: loosen(fold(part.replace('*', ''))), open: part.endsWith('*') };
    });
}

/** Brings the ways people type æ, ø and å without the keys for them together. */
function loosen(word: string): string {
  return word.replace(/ae/g, 'e').replace(/oe/g, 'o').replace(/aa/g, 'a');
}

function findAll(sought: Sought, tokens: readonly Token[], hidden: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start < tokens.length; start++) {
    const places = match(sought, tokens, start);
    if (places.length > 0 && !places.some((place) => hidden.has(place)))
      for (const place of places) found.add(place);
  }
  return found;
}

function match(sought: Sought, tokens: readonly Token[], start: number): number[] {
  const places: number[] = [];
  let leap = 0;
  let at = start;
  for (const part of sought) {
    if (part === 'gap') {
      leap = WIDEST_GAP;
      continue;
    }
    if (part === 'end') {
      if (tokens[at] !== undefined && tokens[at]?.gap === 'none') return [];
      continue;
    }
    const place = nextPlace(part, tokens, at, leap, start);
    if (place === undefined) return [];
    places.push(place);
    at = place + 1;
    leap = 0;
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
