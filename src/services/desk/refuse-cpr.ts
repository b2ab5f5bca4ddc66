import { maskCpr } from '../../journey/reply/mask-cpr.ts';
import { AppError } from '../app-error.ts';

/** Whether somewhere in the text stands what looks like a CPR number. */
export const looksLikeCpr = (text: string): boolean => maskCpr(text).masked;

/** Throws AppError `cpr-typed` when one of the texts holds what looks like a CPR number: none is ever kept. */
export function refuseCpr(texts: Iterable<string | undefined>): void {
  for (const text of texts) if (text && looksLikeCpr(text)) throw new AppError('cpr-typed');
}
