// Which step leads to which.
import type { Flow, Outcome, Step, Timing } from './flow.ts';

/**
 * A way from a step to the next or to the end of the journey. The label is the answer (`ja`, `nej`, `silent`,
 * `accepted`, `declined`, `expired`), the value of a branch or `otherwise`; `skipped` when the step was too late, else `next`.
 */
export type Edge = { from: string; to: string | typeof END; label: string };

/** Where a journey ends; no step is called so. */
export const END = 'end';

/** Every way through a flow, in the order of its steps. A `go` to a step that does not exist leads to it all the same. */
export function edgesOf(flow: Pick<Flow, 'steps'>): Edge[] {
  return flow.steps.flatMap((step, index) => {
    const next = flow.steps[index + 1]?.id ?? END;
    return waysFrom(step, next).map(([label, to]) => ({ from: step.id, to, label }));
  });
}

/** Everything that can be reached from a step, itself only when a way leads back. */
export function reachableFrom(id: string, edges: readonly Edge[]): Set<string> {
  const seen = new Set<string>();
  const open = [id];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const edge of edges) {
      if (edge.from !== from || seen.has(edge.to)) continue;
      seen.add(edge.to);
      open.push(edge.to);
    }
  }
  return seen;
}

/**
 * Whether a journey that enters the step always stays there for a while. A point in time can have passed already,
 * and the next opening hour can be now; a step that is left out when late does not wait either.
 */
export function alwaysWaits(step: Step): boolean {
  if (step.kind === 'wait') return step.until.kind === 'duration' || step.until.kind === 'weekday';
  if (step.kind === 'invite' || step.kind === 'ask') return !isSkippable(step.timing);
  if (step.kind === 'say' || step.kind === 'alert')
    return step.timing?.late === 'next' && !isSkippable(step.timing);
  return step.kind === 'end';
}

type Way = [label: string, to: string];

function waysFrom(step: Step, next: string): Way[] {
  if (step.kind === 'end') return [['end', END]];
  if (step.kind === 'invite') {
    return [
      ['accepted', step.accepted.go ?? next],
      ['declined', step.declined.go ?? END],
      ['expired', step.expired.go ?? END],
    ];
  }
  if (step.kind === 'ask') {
    const answers = { ja: step.ja, nej: step.nej, silent: step.silent } satisfies Record<string, Outcome>;
    const ways = Object.entries(answers).map(([label, outcome]): Way => [label, outcome.go ?? next]);
    return isSkippable(step.timing) ? [...ways, ['skipped', next]] : ways;
  }
  if (step.kind === 'branch') return [...Object.entries(step.is), otherwise(step.otherwise, next)];
  return [['next', next]];
}

function otherwise(target: string | undefined, next: string): Way {
  return target === undefined ? ['next', next] : ['otherwise', target];
}

/** Whether a timed step can be left out: late and to be skipped, or planned before something that is over. */
function isSkippable(timing: Timing | undefined): boolean {
  if (!timing) return false;
  return timing.late === 'skip' || (timing.when.direction === 'before' && timing.when.anchor !== 'start');
}
