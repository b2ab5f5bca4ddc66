import type { CheckAgainst } from '../against.ts';
import type { Check, DraftText } from '../draft.ts';
import { smsTexts } from '../draft-texts.ts';
import { fold } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { type Place, problemAt } from '../sentences.ts';
import { literalText, placeIn } from '../template-places.ts';

type Word = { folded: string; at: number; end: number };

/** Something not to be said: its words, and whether a word that is said is its last one. */
type Phrase = { meant: readonly string[]; ends: (said: string, meant: string) => boolean; problem: Told };

type Told = (place: Place, said: string) => Problem;

const LONG_WORD = 6;

/** No SMS says in plain words what a confidential field would have said: a unit, an address, an event, an illness. */
export const checkTelling: Check = (draft) => {
  const phrases = phrasesOf(draft.against);
  return smsTexts(draft).flatMap((text) => checkText(text, phrases));
};

function phrasesOf({ units, addresses, eventTitles, tellingWords }: CheckAgainst): Phrase[] {
  return [
    ...units.map((name) =>
      phrase(name, namesIt, (place, word) => problemAt(place, 'names-unit', { word, name })),
    ),
    ...addresses.map((name) => {
      const street = name.split(',')[0] ?? '';
      return phrase(street, namesIt, (place, word) => problemAt(place, 'names-address', { word, name }));
    }),
    ...eventTitles.map((name) =>
      phrase(name, namesIt, (place, word) => problemAt(place, 'names-event', { word, name })),
    ),
    ...tellingWords.map((word) =>
      phrase(word, tellsIt, (place, said) => problemAt(place, 'telling-word', { word: said })),
    ),
  ].filter(({ meant }) => meant.length > 0);
}

function phrase(text: string, ends: Phrase['ends'], problem: Told): Phrase {
  return { meant: wordsOf(text).map(({ folded }) => folded), ends, problem };
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

function checkText(text: DraftText, phrases: readonly Phrase[]): Problem[] {
  const { template } = text.read;
  const words = wordsOf(literalText(template));
  return phrases.flatMap((phrase) => {
    const found = find(words, phrase);
    if (!found) return [];
    const said = template.slice(found.at, found.end).replace(/\s+/g, ' ');
    return [phrase.problem(placeIn(text, found.at, found.end - found.at), said)];
  });
}

function find(words: readonly Word[], { meant, ends }: Phrase): { at: number; end: number } | undefined {
  const last = meant.length - 1;
  for (let start = 0; start + last < words.length; start++) {
    const isSaid = meant.every((word, index) => {
      const said = words[start + index]?.folded ?? '';
      return index === last ? ends(said, word) : said === word;
    });
    if (isSaid) return { at: words[start]?.at ?? 0, end: words[start + last]?.end ?? 0 };
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
