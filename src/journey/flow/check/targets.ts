import type { Check } from '../draft.ts';
import { valuePlace } from '../locate.ts';
import { nearest } from '../nearest.ts';
import { problemAt } from '../sentences.ts';

/** Every `go`, and every value of a branch, leads to a step. */
export const checkTargets: Check = ({ references, steps, broken, yaml }) => {
  const ids = steps.map(({ step }) => step.id);
  const known = new Set([...ids, ...broken]);
  return references.flatMap((reference) => {
    if (reference.kind !== 'target' || known.has(reference.id)) return [];
    const details = { id: reference.id, nearest: nearest(reference.id, ids) };
    return [problemAt(valuePlace(yaml, reference.path), 'unknown-target', details)];
  });
};
