import type { AlertOrder, Outcome, Step } from '../flow/flow.ts';
import { renderText } from '../text/render.ts';
import { compose } from './compose.ts';
import { openFields } from './fields.ts';
import { record, type Turn } from './turn.ts';

/** Asks a person at the desk to look; the task is in the flow's first language, which is the staff's. */
export function raise(turn: Turn, step: Step, order: AlertOrder): void {
  const language = turn.flow.languages[0] ?? 'da';
  const text = order.task
    ? renderText(turn.flow, order.task, language, openFields(turn.known, turn.state.anchors, language)).text
    : '';
  record(turn, {
    kind: 'alertRaised',
    at: turn.at,
    alert: 'flow',
    to: order.to,
    urgent: order.urgent,
    text,
    step: step.id,
  });
}

/**
 * Carries out what an answer leads to, and gives the step to go to: the named one, or undefined for "as the step says".
 * Whoever is called has just been told by the person who typed the answer: no second call.
 */
export function carryOut(turn: Turn, step: Step, outcome: Outcome): string | undefined {
  if (outcome.say && turn.known.relative.channel !== 'ring') compose(turn, step, { key: outcome.say });
  if (outcome.alert) raise(turn, step, outcome.alert);
  return outcome.go;
}
