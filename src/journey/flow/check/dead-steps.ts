import type { Check } from '../draft.ts';
import { edgesOf, reachableFrom } from '../graph.ts';
import { valuePlace } from '../locate.ts';
import { problemAt } from '../sentences.ts';
import { waysAreClear } from './clear-ways.ts';

/**
 * A way leads to every step, from the first or from what happens to an anchor. Of steps that only follow a dead one nothing is said: they come alive with it. Nor is
 * anything said while a `go` leads nowhere, since it may be the missing way.
 */
export const checkDeadSteps: Check = (draft) => {
  const { flow, steps, yaml } = draft;
  const first = flow.steps[0];
  if (!first || !waysAreClear(draft)) return [];
  const edges = edgesOf(flow);
  const anchored = Object.values(flow.anchors).flatMap((a) => [a.moved, a.cancelled, a.where, a.seated]);
  const begins = [first.id, ...anchored.filter((id) => id !== undefined)];
  const alive = new Set(begins.flatMap((id) => [id, ...reachableFrom(id, edges)]));
  return steps.flatMap(({ step, path }) => {
    if (alive.has(step.id)) return [];
    for (const id of [step.id, ...reachableFrom(step.id, edges)]) alive.add(id);
    return [problemAt(valuePlace(yaml, path), 'dead-step', { id: step.id })];
  });
};
