// Keys that mean nothing without another one beside them.
import { keyPlace, type Path } from '../locate.ts';
import type { Problem } from '../problem.ts';
import type { Yaml } from '../read-yaml.ts';
import { problemAt } from '../sentences.ts';

const NEEDS = [
  ['task', 'alert'],
  ['urgent', 'alert'],
  ['reminder', 'remind'],
  ['access', 'page'],
] as const;

/** `when` and `late` always stand together; a task needs an alert, a reminder a repeat, an access a page. */
export function lonelyKeys(yaml: Yaml, path: Path, written: object): Problem[] {
  const has = (key: string): boolean => Object.hasOwn(written, key);
  const problems: Problem[] = [];
  if (has('when') && !has('late'))
    problems.push(problemAt(keyPlace(yaml, [...path, 'when']), 'when-without-late'));
  if (has('late') && !has('when'))
    problems.push(problemAt(keyPlace(yaml, [...path, 'late']), 'late-without-when'));
  for (const [key, needs] of NEEDS) {
    const isOwn = key === 'access' && (has('invite') || has('form'));
    if (has(key) && !has(needs) && !isOwn) {
      problems.push(problemAt(keyPlace(yaml, [...path, key]), 'key-alone', { key, needs }));
    }
  }
  for (const [key, value] of Object.entries(written)) {
    if (typeof value === 'object' && value !== null)
      problems.push(...lonelyKeys(yaml, [...path, key], value));
  }
  return problems;
}
