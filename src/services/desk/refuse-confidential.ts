import { TELLING_WORDS } from '../../journey/flow/against.ts';
import { AppError } from '../app-error.ts';
import { listUnits } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { refuseCpr } from './refuse-cpr.ts';

const fold = (text: string): string => text.normalize('NFC').toLocaleLowerCase('da').replace(/\s+/gu, ' ');

const SHORT = 6;

/** A long word counts anywhere in a compound, a short one only where a word begins. */
const stands = (word: string, text: string): boolean =>
  word.length >= SHORT
    ? text.includes(word)
    : ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ')}`.includes(` ${word}`);

/**
 * Throws when a text that a person wrote may not leave as an SMS: `cpr-typed`, or `text-confidential` with the word as
 * `detail` (the name of a unit, or a word that tells something about the cared-for person).
 */
export async function refuseConfidential(rt: Runtime, text: string): Promise<void> {
  refuseCpr([text]);
  const folded = fold(text);
  const units = (await listUnits(rt)).map(({ name }) => name);
  const word = [...units, ...TELLING_WORDS].find((told) => stands(fold(told), folded));
  if (word) throw new AppError('text-confidential', word);
}
