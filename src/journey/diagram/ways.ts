import type { Flow } from '../flow/flow.ts';
import { type Edge, END, edgesOf } from '../flow/graph.ts';
import { labelWords } from './words.ts';

/** All the answers that lead from one step to one other (`to`), or to an ending with a reason. */
export type Way = { from: string; labels: string[] } & ({ to: string } | { ends: string });

const REASONS: Readonly<Record<string, string>> = {
  declined: 'afslået',
  expired: 'ubesvaret',
  lukket: 'lukket',
};

/** The ways through a flow with their labels in words; ways to an `end` step and off the last step are endings. */
export function waysOf(flow: Flow): Way[] {
  const ways = new Map<string, Way>();
  for (const edge of edgesOf(flow)) {
    if (flow.steps.some((step) => step.id === edge.from && step.kind === 'end')) continue;
    const target = targetOf(flow, edge);
    const key = JSON.stringify([edge.from, target]);
    const way: Way = ways.get(key) ?? { from: edge.from, labels: [], ...target };
    const label = labelWords(edge.label);
    if (label !== '' && !way.labels.includes(label)) way.labels.push(label);
    ways.set(key, way);
  }
  return [...ways.values()];
}

function targetOf(flow: Flow, { to, label }: Edge): { to: string } | { ends: string } {
  const step = flow.steps.find(({ id }) => id === to);
  if (step?.kind === 'end') return { ends: step.reason };
  return step || to !== END ? { to } : { ends: REASONS[label] ?? 'gennemført' };
}
