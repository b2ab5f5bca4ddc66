// The catalogue of everything that can be wrong with a flow, in words for the person who can put it right.
import type { Problem } from './problem.ts';
import { FILE_SENTENCES } from './sentences/file-sentences.ts';
import { FLOW_SENTENCES } from './sentences/flow-sentences.ts';
import { TEXT_SENTENCES } from './sentences/text-sentences.ts';

/** A point in a file of the flow folder; lines and columns from 1. */
export type Place = { file: string; line: number; column: number };

const SENTENCES = { ...FILE_SENTENCES, ...FLOW_SENTENCES, ...TEXT_SENTENCES };

/** The name of one kind of problem. */
export type ProblemCode = keyof typeof SENTENCES;

type Details<C extends ProblemCode> = Parameters<(typeof SENTENCES)[C]>;

/** Every kind of problem there is. */
export const PROBLEM_CODES = Object.keys(SENTENCES) as readonly ProblemCode[];

/** Puts a problem at a place, with its sentence filled in. */
export function problemAt<C extends ProblemCode>(place: Place, code: C, ...details: Details<C>): Problem {
  const sentence = SENTENCES[code] as (...details: Details<C>) => { da: string; en: string };
  return { file: place.file, line: place.line, column: place.column, code, ...sentence(...details) };
}
