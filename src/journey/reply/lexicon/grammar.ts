// Puts the lexicon together: every phrase with its kind, found by the words it can begin with.
import { fold } from '../fold.ts';
import { firstWords, type Phrase, parsePhrase, phraseWords } from '../phrase.ts';
import { functionWords, roles } from './function-words.ts';
import { nayPhrases, noPhrases, regretPhrases } from './no.ts';
import {
  friendlyEmoji,
  greetings,
  neutralPhrases,
  sadEmoji,
  signatures,
  thanksForPhrases,
} from './polite.ts';
import { helpPhrases, placePhrases, wrongNumberPhrases } from './questions.ts';
import { slots } from './slots.ts';
import {
  regretfulSignOffPhrases,
  signingOffPhrases,
  signOffPhrases,
  signUpPhrases,
  stopPhrases,
} from './stop.ts';
import { cheerPhrases, okPhrases, yesPhrases } from './yes.ts';

/** What a phrase adds to the meaning of a reply. */
export type Kind = keyof typeof phrasesByKind;

/** A phrase of the lexicon and its kind. */
export type Entry = { kind: Kind; phrase: Phrase };

const CONJUNCTIONS = '(og|så|for|da|altså|jamen|men så)?';

const phrasesByKind = {
  neutral: [...neutralPhrases, ...greetings],
  thanksFor: thanksForPhrases,
  friendly: [`(${[...friendlyEmoji].join('|')})`],
  name: ['{navn} (og {navn})?'],
  yes: yesPhrases,
  ok: okPhrases,
  cheer: cheerPhrases,
  nay: nayPhrases,
  no: noPhrases,
  regret: [...regretPhrases, `(${[...sadEmoji].join('|')})`],
  stop: stopPhrases,
  signOff: signOffPhrases,
  signingOff: signingOffPhrases,
  regretfulSignOff: regretfulSignOffPhrases,
  signUp: signUpPhrases,
  help: helpPhrases,
  wrongNumber: wrongNumberPhrases,
  place: placePhrases,
  one: ['1'],
  two: ['2'],
} as const;

const JOINED: ReadonlySet<Kind> = new Set<Kind>([
  'yes',
  'cheer',
  'nay',
  'no',
  'regret',
  'stop',
  'signOff',
  'signingOff',
  'regretfulSignOff',
]);

const kinds = Object.keys(phrasesByKind) as Kind[];

/** Every phrase of the lexicon. */
export const entries: readonly Entry[] = kinds.flatMap((kind) =>
  phrasesByKind[kind].map((notation) => ({
    kind,
    phrase: parsePhrase(JOINED.has(kind) ? `${CONJUNCTIONS} (${notation})` : notation, slots),
  })),
);

/** Phrases that open a signature. */
export const signaturePhrases: readonly Phrase[] = signatures.map((notation) => parsePhrase(notation, slots));

/** Phrases that greet. */
export const greetingPhrases: readonly Phrase[] = greetings.map((notation) => parsePhrase(notation, slots));

/** The phrases that can begin with a word; `#` stands for a number. */
export const entriesByFirstWord: ReadonlyMap<string, readonly Entry[]> = indexByFirstWord();

function indexByFirstWord(): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const word of firstWords(entry.phrase)) {
      const found = index.get(word);
      if (found) found.push(entry);
      else index.set(word, [entry]);
    }
  }
  return index;
}

const names: ReadonlySet<string> = new Set([...slots.navn, ...roles].map(fold));

/** Every word the lexicon knows. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...entries.flatMap(({ phrase }) => phraseWords(phrase)),
  ...signaturePhrases.flatMap(phraseWords),
]);

/** Words that cannot be part of a name in a signature. */
export const notNames: ReadonlySet<string> = new Set(
  [...vocabulary, ...functionWords.map(fold)].filter((word) => !names.has(word)),
);
