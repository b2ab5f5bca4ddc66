import type { Check } from '../draft.ts';
import { END } from '../graph.ts';
import { valuePlace } from '../locate.ts';
import { problemAt } from '../sentences.ts';

/** No two steps have the same id, and none is called `end`. */
export const checkIds: Check = ({ steps, yaml }) =>
  steps.flatMap(({ step, path }, index) => {
    const place = valuePlace(yaml, [...path, 'id']);
    if (step.id === END) return [problemAt(place, 'reserved-name', { name: END })];
    const first = steps.findIndex((other) => other.step.id === step.id);
    const { line } = valuePlace(yaml, steps[first]?.path ?? path);
    return first < index ? [problemAt(place, 'duplicate-id', { id: step.id, line })] : [];
  });
