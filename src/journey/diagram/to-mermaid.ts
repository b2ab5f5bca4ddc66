import type { Flow, Step } from '../flow/flow.ts';
import { describeStep } from './describe.ts';
import { waysOf } from './ways.ts';

const SHAPES: Partial<Record<Step['kind'], readonly [open: string, close: string]>> = {
  branch: ['{', '}'],
  wait: ['(', ')'],
  ask: ['{{', '}}'],
};

/** A flow as a Mermaid flowchart with Danish labels. */
export function toMermaid(flow: Flow): string {
  const steps = flow.steps.filter((step) => step.kind !== 'end');
  const names = new Map(steps.map((step, n) => [step.id, `s${n + 1}`]));
  const reasons = [...new Set(waysOf(flow).flatMap((way) => ('ends' in way ? [way.ends] : [])))];
  const endings = new Map(reasons.map((reason, n) => [reason, `e${n + 1}`]));
  const first = steps.find((step) => step.id === flow.steps[0]?.id);
  return [
    'flowchart TD',
    `  start([${label(['Start', flow.title])}])`,
    ...steps.map((step) => `  ${names.get(step.id)}${nodeOf(flow, step)}`),
    ...reasons.map((reason) => `  ${endings.get(reason)}([${label(['Slut', reason])}])`),
    ...(first ? [`  start --> ${names.get(first.id)}`] : []),
    ...waysOf(flow).map((way) => {
      const target = 'to' in way ? names.get(way.to) : endings.get(way.ends);
      const said = way.labels.length > 0 ? `|${label([way.labels.join(', ')])}|` : '';
      return `  ${names.get(way.from)} -->${said} ${target}`;
    }),
    '',
  ].join('\n');
}

function nodeOf(flow: Flow, step: Step): string {
  const [open, close] = SHAPES[step.kind] ?? ['[', ']'];
  const { kind, lines } = describeStep(flow, step);
  return `${open}${label([`${kind}: ${step.id}`, ...lines])}${close}`;
}

/** Everything but letters, digits, spaces and harmless signs becomes a character code, so that no text can break out. */
const label = (lines: readonly string[]): string => `"${lines.map(escaped).join('<br/>')}"`;

const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N} .,:!?()+/-]/gu, (sign) => `#${sign.codePointAt(0)};`);
