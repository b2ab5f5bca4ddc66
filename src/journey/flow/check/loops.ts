import type { Check } from '../draft.ts';
import { alwaysWaits, type Edge, edgesOf } from '../graph.ts';
import { valuePlace } from '../locate.ts';
import { problemAt } from '../sentences.ts';
import { waysAreClear } from './clear-ways.ts';

/** Every ring of steps has one in it that always waits, or the journey would run round it without end. */
export const checkLoops: Check = (draft) => {
  const { flow, steps, yaml } = draft;
  if (!waysAreClear(draft)) return [];
  const restless = new Set(flow.steps.filter((step) => !alwaysWaits(step)).map((step) => step.id));
  const edges = edgesOf(flow).filter(({ from, to }) => restless.has(from) && restless.has(to));
  const named = new Set<string>();
  return steps.flatMap(({ step, path }) => {
    const ring = named.has(step.id) ? undefined : shortestRing(step.id, edges);
    if (!ring) return [];
    for (const id of ring) named.add(id);
    return [problemAt(valuePlace(yaml, path), 'loop', { ring })];
  });
};

/** The fewest steps that lead from one back to itself, it standing at both ends. */
function shortestRing(id: string, edges: readonly Edge[]): string[] | undefined {
  const before = new Map<string, string>();
  const open = [id];
  for (let from = open.shift(); from !== undefined; from = open.shift()) {
    for (const { to } of edges.filter((edge) => edge.from === from)) {
      if (to === id) return [...trail(id, from, before), id];
      if (before.has(to)) continue;
      before.set(to, from);
      open.push(to);
    }
  }
  return undefined;
}

function trail(start: string, last: string, before: ReadonlyMap<string, string>): string[] {
  const steps = [last];
  for (let at = last; at !== start; ) {
    at = before.get(at) ?? start;
    steps.unshift(at);
  }
  return steps;
}
