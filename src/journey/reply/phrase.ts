// A tiny notation for phrases: `word`, `#` for a number of one or two digits, `(a|b c)`, `{slot}`, and `?` or `*`
// (at most four times) after any of them. Words are written with æøå and folded here.
import { fold } from './fold.ts';
import type { Token } from './tokenise.ts';

/** Named lists of alternatives that `{name}` in a phrase stands for. */
export type Slots = Readonly<Record<string, readonly string[]>>;

/** A phrase ready to be matched. */
export type Phrase = readonly Part[];

type Part = Piece & { least: 0 | 1; most: number };
type Piece = { words: ReadonlySet<string> } | { alternatives: readonly Phrase[] };

const PIECES = /[(){}|?*]|[^\s(){}|?*]+/gu;
const NUMBER = /^\d{1,2}$/;
const MOST_REPEATS = 4;
const LONGEST_PHRASE = 30;

/** Reads a phrase in the notation; throws when a bracket or slot is wrong, since lexicons are our own. */
export function parsePhrase(notation: string, slots: Slots): Phrase {
  const pieces = notation.match(PIECES) ?? [];
  const [alternatives, end] = parseAlternatives(pieces, 0, slots);
  if (end !== pieces.length) throw new Error(`Phrase "${notation}" has a bracket too many`);
  return [partOf(alternatives)];
}

function parseAlternatives(pieces: readonly string[], from: number, slots: Slots): [Phrase[], number] {
  const alternatives: Phrase[] = [];
  let parts: Part[] = [];
  let at = from;
  for (; at < pieces.length && pieces[at] !== ')'; at++) {
    const piece = pieces[at] ?? '';
    if (piece === '|') {
      alternatives.push(parts);
      parts = [];
    } else if (piece === '(') {
      const [inner, end] = parseAlternatives(pieces, at + 1, slots);
      if (pieces[end] !== ')') throw new Error(`An open bracket in "${pieces.join(' ')}"`);
      at = end;
      parts.push(partOf(inner));
    } else if (piece === '{') {
      parts.push(partOf(slotPhrases(pieces[at + 1] ?? '', slots)));
      at += 2;
    } else if (piece === '?' || piece === '*') {
      parts.push(repeated(parts.pop(), piece));
    } else {
      parts.push({ words: new Set([fold(piece)]), least: 1, most: 1 });
    }
  }
  alternatives.push(parts);
  return [alternatives, at];
}

function slotPhrases(name: string, slots: Slots): Phrase[] {
  const notations = slots[name];
  if (notations === undefined) throw new Error(`No slot {${name}}`);
  return notations.map((notation) => parsePhrase(notation, slots));
}

function repeated(part: Part | undefined, sign: '?' | '*'): Part {
  if (part === undefined) throw new Error('A phrase repeats nothing');
  return { ...part, least: 0, most: sign === '?' ? 1 : MOST_REPEATS };
}

/** Joins alternatives that are single words into one set, so that a long list of words is one look-up. */
function partOf(alternatives: readonly Phrase[]): Part {
  const words = new Set<string>();
  const longer: Phrase[] = [];
  for (const phrase of alternatives) {
    const [only] = phrase;
    const single = phrase.length === 1 && only !== undefined && only.least === 1 && only.most === 1;
    if (single && 'words' in only) for (const word of only.words) words.add(word);
    else longer.push(phrase);
  }
  if (longer.length === 0) return { words, least: 1, most: 1 };
  const [first] = longer;
  if (words.size === 0 && longer.length === 1 && first?.length === 1 && first[0]) return first[0];
  const all = words.size === 0 ? longer : [[{ words, least: 1, most: 1 } satisfies Part], ...longer];
  return { alternatives: all, least: 1, most: 1 };
}

/** Gives every place (index after the last word) where a phrase that begins at `from` can end, within its sentence. */
export function phraseEnds(phrase: Phrase, tokens: readonly Token[], from: number): readonly number[] {
  return bitsOf(walk(phrase, tokens, from, 1)).map((length) => from + length);
}

/** Places are bits: bit n stands for n words after `start`. A phrase that would reach further than 30 words is none. */
function walk(phrase: Phrase, tokens: readonly Token[], start: number, froms: number): number {
  let places = froms;
  for (const part of phrase) {
    if (places === 0) break;
    let ends = part.least === 0 ? places : 0;
    let latest = places;
    for (let repeat = 0; repeat < part.most && latest !== 0; repeat++) {
      latest = step(part, tokens, start, latest);
      ends |= latest;
    }
    places = ends;
  }
  return places;
}

function step(part: Part, tokens: readonly Token[], start: number, froms: number): number {
  let ends = 0;
  if ('alternatives' in part) {
    for (const phrase of part.alternatives) ends |= walk(phrase, tokens, start, froms);
    return ends;
  }
  for (let rest = froms; rest !== 0; rest &= rest - 1) {
    const length = lowestBit(rest);
    const token = tokens[start + length];
    if (token === undefined || length === LONGEST_PHRASE || (length > 0 && token.gap === 'sentence'))
      continue;
    if (part.words.has(token.word) || (part.words.has('#') && NUMBER.test(token.word)))
      ends |= 1 << (length + 1);
  }
  return ends;
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(lowestBit(rest));
  return bits;
}

const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);

/** Lists every word a phrase can contain. */
export function phraseWords(phrase: Phrase): string[] {
  return phrase.flatMap((part) =>
    'words' in part ? [...part.words] : part.alternatives.flatMap(phraseWords),
  );
}

/** Lists the words a phrase can begin with (`#` for a number), so that a reader tries only phrases that could fit. */
export function firstWords(phrase: Phrase): ReadonlySet<string> {
  const firsts = new Set<string>();
  for (const part of phrase) {
    const words =
      'words' in part ? part.words : new Set(part.alternatives.flatMap((inner) => [...firstWords(inner)]));
    for (const word of words) firsts.add(word);
    if (!canBeEmpty(part)) break;
  }
  return firsts;
}

function canBeEmpty(part: Part): boolean {
  if (part.least === 0) return true;
  return 'alternatives' in part && part.alternatives.some((phrase) => phrase.every(canBeEmpty));
}
