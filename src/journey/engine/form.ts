// A questionnaire: whom it is for, and where its answer leads. What is answered never gets into a journey.
import type { Form } from '../flow/flow.ts';
import { goOn } from './go.ts';
import { carryOut } from './outcome.ts';
import { getStep, record, type Turn } from './turn.ts';

/** Records that the open questionnaire was answered, or will not be, and goes where that leads; false when it is not open. A journey that stands still goes on when it is released. */
export function settleForm(
  turn: Turn,
  { step: id, answer, by }: { step: string; answer: 'answered' | 'silent'; by: 'page' | 'staff' | 'silence' },
): boolean {
  const { state, flow, at } = turn;
  if (state.awaiting !== 'form' || state.step !== id) return false;
  const step = getStep(flow, id);
  if (step.kind !== 'form') return false;
  record(turn, { kind: 'answerRecorded', at, step: id, answer, by });
  record(turn, { kind: 'stepLeft', at, step: id });
  if (!turn.state.hold) actOnForm(turn, step);
  return true;
}

/** Goes where the recorded answer leads. */
export function actOnForm(turn: Turn, step: Form): void {
  const outcome = turn.state.answers[step.id] === 'answered' ? step.answered : step.silent;
  goOn(turn, step, carryOut(turn, step, outcome));
}
