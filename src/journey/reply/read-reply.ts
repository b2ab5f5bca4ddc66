// What a relative's SMS means. Careful on purpose: a text that is not clearly something is for a person.
import { explain } from './explain.ts';
import { deathPhrases } from './lexicon/death.ts';
import { distressPhrases } from './lexicon/distress.ts';
import { mend } from './mend.ts';
import type { Expecting, Reading, TellingWords } from './reading.ts';
import { findTelling, type PreparedWords, prepareTelling } from './telling.ts';
import { type Token, tokenise } from './tokenise.ts';
import { weigh } from './weigh.ts';

export type { Expecting, Reading, ReplyMeaning, TellingWords } from './reading.ts';

/** The telling words used when an organisation has set none of its own. */
export const defaultTellingWords: TellingWords = { distress: distressPhrases, death: deathPhrases };

const preparedDefault = prepareTelling(defaultTellingWords);
const THUMBS_UP = '👍';
const TOLD = '§';
const COMPANY_OF_TELLING = new Set(
  `§ jeg vi min mit mor far mand kone soen datter bror soester kaereste han hun mere laengere nu og for fordi da er har at bare
  igen nat gaar dag i mig`.split(/\s+/),
);

/** Reads a reply in time linear in its length; never throws. */
export function readReply(
  text: string,
  expecting: Expecting,
  words: TellingWords = defaultTellingWords,
): Reading {
  const { tokens: typed, question } = tokenise(text);
  if (typed.length === 0) return { meaning: isBlank(text) ? 'empty' : 'unclear' };
  const tokens = mend(typed);
  const prepared = words === defaultTellingWords ? preparedDefault : prepareTelling(words);
  return (
    readTelling(tokens, prepared) ??
    readStart(typed, question) ??
    readThumbsUp(tokens, expecting, question) ??
    weigh(explain(tokens), expecting, question)
  );
}

function isBlank(text: string): boolean {
  return !/[^\s\p{C}\p{M}]/u.test(text);
}

/** A START is the plain word alone, spelled right. */
function readStart(tokens: readonly Token[], question: boolean): Reading | undefined {
  return tokens.length === 1 && tokens[0]?.word === 'start' && !question ? { meaning: 'start' } : undefined;
}

/** A thumb up and nothing else counts as OK does. */
function readThumbsUp(
  tokens: readonly Token[],
  expecting: Expecting,
  question: boolean,
): Reading | undefined {
  const yes = expecting !== 'nothing' && !question && tokens.every(({ word }) => word === THUMBS_UP);
  return yes ? { meaning: 'yes' } : undefined;
}

function readTelling(tokens: readonly Token[], words: PreparedWords): Reading | undefined {
  const { distress, death } = findTelling(tokens, words);
  if (distress.size === 0 && death.size === 0) return undefined;
  const told = tokens.map((token, at) =>
    distress.has(at) || death.has(at) ? { ...token, word: TOLD } : token,
  );
  const stop = hasStop(told);
  if (distress.size === 0) return stop ? { meaning: 'death', also: 'stop' } : { meaning: 'death' };
  if (stop) return { meaning: 'distress', also: 'stop' };
  return death.size === 0 ? { meaning: 'distress' } : { meaning: 'death', also: 'distress' };
}

/** Says whether a sentence or clause beside the telling words is a stop. */
function hasStop(tokens: readonly Token[]): boolean {
  const pieces = [...split(tokens, ['sentence']), ...split(tokens, ['sentence', 'soft'])];
  return pieces.some(
    (piece) => weigh(explain(piece, COMPANY_OF_TELLING), 'nothing', false).meaning === 'stop',
  );
}

function split(tokens: readonly Token[], at: readonly Token['gap'][]): Token[][] {
  const pieces: Token[][] = [];
  for (const token of tokens) {
    const last = pieces.at(-1);
    if (last === undefined || at.includes(token.gap)) pieces.push([token]);
    else last.push(token);
  }
  return pieces;
}
