// From what zod found wrong with a value to problems at places in the file.
import type { z } from 'zod';
import { keyPlace, type Path, valuePlace } from './locate.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import type { Yaml } from './read-yaml.ts';
import { EXPECTED, type Expected } from './sentences/expected.ts';
import { problemAt } from './sentences.ts';

/** The problems of a value that stands at a path of the file; `written` is the value as it is in the file. */
export function shapeProblems(yaml: Yaml, path: Path, written: unknown, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    const below = issue.path.filter((segment) => typeof segment !== 'symbol');
    const at = [...path, ...below];
    if (issue.code === 'unrecognized_keys')
      return unknownKeys(yaml, at, issue.keys, issue.message.split(' '));
    const expected = Object.hasOwn(EXPECTED, issue.message) ? (issue.message as Expected) : 'text';
    const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
    return [unfitValue(yaml, at, valueAt(written, below), expected, words)];
  });
}

function unknownKeys(yaml: Yaml, path: Path, keys: readonly string[], known: readonly string[]): Problem[] {
  return keys.map((key) =>
    problemAt(keyPlace(yaml, [...path, key]), 'unknown-key', { key, nearest: nearest(key, known), known }),
  );
}

function unfitValue(yaml: Yaml, path: Path, value: unknown, expected: Expected, words: string[]): Problem {
  const key = String(path.at(-1) ?? '');
  if (value === undefined) return problemAt(keyPlace(yaml, path), 'missing-key', { key, expected });
  if (value === null) return problemAt(keyPlace(yaml, path), 'missing-value', { key, expected });
  const close = typeof value === 'string' ? nearest(value, words) : undefined;
  return problemAt(valuePlace(yaml, path), 'wrong-value', {
    value: inWords(value),
    expected,
    nearest: close,
  });
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, segment)
        ? (value as Record<string | number, unknown>)[segment]
        : undefined,
    written,
  );
}

function inWords(value: unknown): string {
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
