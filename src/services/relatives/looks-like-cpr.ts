import { maskCpr } from '../../journey/reply/mask-cpr.ts';

/** Whether somewhere in the text stands what looks like a CPR number: none is ever kept. */
export const looksLikeCpr = (text: string): boolean => maskCpr(text).masked;
