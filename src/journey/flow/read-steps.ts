// The steps of flow.yaml, each read by itself, so that one that is wrong does not hide the others.
import { lonelyKeys } from './check/lonely-keys.ts';
import { compileStep, type WrittenStep } from './compile.ts';
import type { Step } from './flow.ts';
import { keyPlace, type Path, valuePlace } from './locate.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Yaml } from './read-yaml.ts';
import { problemAt } from './sentences.ts';
import { STEP_SHAPES, type StepWord } from './shape.ts';
import { shapeProblems } from './shape-problems.ts';

/** A step and where it is written. */
export type PlacedStep = { step: Step; path: Path };

/** What could be read, and the names of steps that are there but wrong. */
export type ReadSteps = { steps: PlacedStep[]; broken: string[]; problems: Problem[] };

const STEP_LIMIT = 200;
const STEP_WORDS = Object.keys(STEP_SHAPES) as StepWord[];
const COMPANIONS = [...new Set(Object.values(STEP_SHAPES).flatMap((shape) => Object.keys(shape.shape)))];

/** Reads the list of steps. */
export function readSteps(yaml: Yaml, written: readonly unknown[]): ReadSteps {
  const read: ReadSteps = { steps: [], broken: [], problems: [] };
  const place = valuePlace(yaml, ['steps']);
  if (written.length === 0) read.problems.push(problemAt(place, 'no-steps'));
  if (written.length > STEP_LIMIT)
    read.problems.push(problemAt(place, 'too-many-steps', { limit: STEP_LIMIT }));
  for (const [index, item] of written.entries()) {
    if (index >= STEP_LIMIT) {
      read.broken.push(...namesOf(item, index + 1));
      continue;
    }
    const path = ['steps', index];
    const { step, problems } = readStep(yaml, path, item);
    read.problems.push(...problems);
    if (step) read.steps.push({ step: compileStep(step, index + 1), path });
    else read.broken.push(...namesOf(item, index + 1));
  }
  return read;
}

function readStep(yaml: Yaml, path: Path, item: unknown): { step?: WrittenStep; problems: Problem[] } {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    const details = { value: JSON.stringify(item), expected: 'step', nearest: undefined } as const;
    return { problems: [problemAt(valuePlace(yaml, path), 'wrong-value', details)] };
  }
  const words = STEP_WORDS.filter((word) => Object.hasOwn(item, word));
  const [word] = words;
  if (word === undefined) return { problems: [unknownStep(yaml, path, item)] };
  if (words.length > 1) {
    const second = Object.keys(item).filter((key) => words.some((known) => known === key))[1] ?? word;
    return { problems: [problemAt(keyPlace(yaml, [...path, second]), 'two-steps', { words })] };
  }
  const lonely = lonelyKeys(yaml, path, item);
  const result = STEP_SHAPES[word].safeParse(item);
  if (!result.success) return { problems: [...lonely, ...shapeProblems(yaml, path, item, result.error)] };
  return { step: { word, step: result.data } as WrittenStep, problems: lonely };
}

/** The key that looks like a mistyped step word, else the first that belongs to no step. */
function unknownStep(yaml: Yaml, path: Path, item: object): Problem {
  const keys = Object.keys(item).filter((key) => !COMPANIONS.includes(key));
  const word = keys.find((key) => nearest(key, STEP_WORDS)) ?? keys[0];
  if (word === undefined) return problemAt(valuePlace(yaml, path), 'no-step-word', { known: STEP_WORDS });
  const details = { word, nearest: nearest(word, STEP_WORDS), known: STEP_WORDS };
  return problemAt(keyPlace(yaml, [...path, word]), 'unknown-step', details);
}

/** Everything a step that is wrong may be known by, so that going to it is not a second problem. */
function namesOf(item: unknown, position: number): string[] {
  const keys = typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {};
  if (typeof keys.id === 'string') return [keys.id];
  const texts = Object.values(keys).filter((value) => typeof value === 'string');
  return [...texts, ...STEP_WORDS.map((word) => `${word}-${position}`)];
}
