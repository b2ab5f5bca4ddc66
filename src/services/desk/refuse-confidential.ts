import { TELLING_WORDS } from '../../journey/flow/against.ts';
import { AppError } from '../app-error.ts';
import { listUnits } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { refuseCpr } from './refuse-cpr.ts';

const LONG_WORD = 6;

/** Letters and digits in small, with a space on each side of every word. */
const fold = (text: string): string =>
  ` ${text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** A long word counts anywhere in a compound, a short one only where a word begins. */
const tells = (word: string, text: string): boolean =>
  word.length >= LONG_WORD ? text.includes(fold(word).trim()) : text.includes(fold(word).trimEnd());

/** A name as it is, or with an ending when it is long enough not to be part of another word ("Lindehusets"). */
const names = (name: string, text: string): boolean =>
  name.length >= LONG_WORD ? text.includes(fold(name).trimEnd()) : text.includes(fold(name));

/**
 * Throws when a text that a person wrote may not leave as an SMS: `cpr-typed`, or `text-confidential` with the word as
 * `detail` (the name of a unit, or a word that tells something about the cared-for person).
 */
export async function refuseConfidential(rt: Runtime, text: string): Promise<void> {
  refuseCpr([text]);
  const folded = fold(text);
  const units = (await listUnits(rt)).map(({ name }) => name);
  const word =
    units.find((name) => names(name, folded)) ?? TELLING_WORDS.find((telling) => tells(telling, folded));
  if (word) throw new AppError('text-confidential', word);
}
