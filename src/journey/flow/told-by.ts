// What an SMS would give away in plain words: a unit, an address, an event, an illness. The one rule for flows and for what people write.
import type { CheckAgainst } from './against.ts';
import { fold } from './nearest.ts';

/** Something a text tells: what of, the name or telling word, and where it is said (offsets in the text). */
export type Told = { kind: 'unit' | 'address' | 'event' | 'word'; name: string; at: number; end: number };

type Word = { folded: string; at: number; end: number };

/** Something not to be said: its words, and whether a word that is said is its last one. */
type Phrase = Pick<Told, 'kind' | 'name'> & {
  meant: readonly string[];
  ends: (said: string, meant: string) => boolean;
};

const LONG_WORD = 6;

/** Makes a finder of what a text tells: each thing once, where it is said first; the units first, the telling words last. */
export function toldBy(against: CheckAgainst): (text: string) => Told[] {
  const phrases = phrasesOf(against);
  return (text) => {
    const words = wordsOf(text);
    return phrases.flatMap((phrase) => find(words, phrase) ?? []);
  };
}

function phrasesOf({ units, addresses, eventTitles, tellingWords }: CheckAgainst): Phrase[] {
  return [
    ...units.map((name) => phrase('unit', name, name, namesIt)),
    ...addresses.map((name) => phrase('address', name, name.split(',')[0] ?? '', namesIt)),
    ...eventTitles.map((name) => phrase('event', name, name, namesIt)),
    ...tellingWords.map((word) => phrase('word', word, word, tellsIt)),
  ].filter(({ meant }) => meant.length > 0);
}

function phrase(kind: Told['kind'], name: string, text: string, ends: Phrase['ends']): Phrase {
  return { kind, name, meant: wordsOf(text).map(({ folded }) => folded), ends };
}

/** A name may have an ending ("Lindegårdens"); a short one only an s. */
function namesIt(said: string, meant: string): boolean {
  if (meant.length < LONG_WORD) return said === meant || said === `${meant}s`;
  return said.startsWith(meant) && said.length <= meant.length + 4;
}

/** A long word tells anywhere in a compound, a short one only where a word begins. */
function tellsIt(said: string, meant: string): boolean {
  return meant.length < LONG_WORD ? said.startsWith(meant) : said.includes(meant);
}

function find(words: readonly Word[], { kind, name, meant, ends }: Phrase): Told | undefined {
  const last = meant.length - 1;
  for (let start = 0; start + last < words.length; start++) {
    const isSaid = meant.every((word, index) => {
      const said = words[start + index]?.folded ?? '';
      return index === last ? ends(said, word) : said === word;
    });
    if (isSaid) return { kind, name, at: words[start]?.at ?? 0, end: words[start + last]?.end ?? 0 };
  }
  return undefined;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({
    folded: fold(found[0]),
    at: found.index,
    end: found.index + found[0].length,
  }));
}
