// Which step leads to which.
import type { Attend, Flow, Outcome, Step, Timing } from './flow.ts';

/**
 * A way from a step to the next or to the end of the journey. The label is the answer (`ja`, `nej`, `silent`,
 * `accepted`, `declined`, `expired`, `answered`; `venteliste` and `lukket` where a yes asks for a seat), the value of a branch or `otherwise`; `skipped` when the step was too late, else `next`.
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
 * and the next opening hour can be now; a step that is left out when late does not wait either, nor a questionnaire, since not everybody is asked.
 */
export function alwaysWaits(step: Step): boolean {
  if (step.kind === 'wait') return step.until.kind === 'duration' || step.until.kind === 'weekday';
  if (step.kind === 'invite' || step.kind === 'ask') return !isSkippable(step);
  if (step.kind === 'say' || step.kind === 'alert') return step.timing?.late === 'next' && !isSkippable(step);
  return step.kind === 'end';
}

type Way = [label: string, to: string];

function waysFrom(step: Step, next: string): Way[] {
  if (step.kind === 'end') return [['end', END]];
  if (step.kind === 'invite') {
    return [
      ['accepted', step.accepted.go ?? next],
      ...unseated(step.attend, next),
      ['declined', step.declined.go ?? END],
      ['expired', step.expired.go ?? END],
    ];
  }
  if (step.kind === 'ask') {
    const answers = { ja: step.ja, nej: step.nej, silent: step.silent } satisfies Record<string, Outcome>;
    const ways = Object.entries(answers).map(([label, outcome]): Way => [label, outcome.go ?? next]);
    const all = [...ways, ...unseated(step.attend, next)];
    return isSkippable(step) ? [...all, ['skipped', next]] : all;
  }
  if (step.kind === 'form') {
    const ways: Way[] = [
      ['answered', step.answered.go ?? next],
      ['silent', step.silent.go ?? next],
    ];
    return isSkippable(step) ? [...ways, ['skipped', next]] : ways;
  }
  if (step.kind === 'branch') return [...Object.entries(step.is), otherwise(step.otherwise, next)];
  return [['next', next]];
}

/** Where a yes leads without a seat: on, unless it is closed, which ends the journey. */
function unseated(attend: Attend | undefined, next: string): Way[] {
  if (!attend) return [];
  const { waiting, closed } = attend;
  return [
    ['venteliste', waiting.go ?? next],
    ['lukket', closed?.go ?? END],
  ];
}

function otherwise(target: string | undefined, next: string): Way {
  return target === undefined ? ['next', next] : ['otherwise', target];
}

/** Whether a step can be left out: late and to be skipped, planned before something that is over, or asking for a seat there. */
function isSkippable(step: { timing?: Timing; attend?: Attend }): boolean {
  const { timing } = step;
  if (step.attend) return true;
  if (!timing) return false;
  return timing.late === 'skip' || (timing.when.direction === 'before' && timing.when.anchor !== 'start');
}
