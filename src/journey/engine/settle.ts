import type { Ask, Invite, Outcome } from '../flow/flow.ts';
import { end, goOn } from './go.ts';
import { carryOut } from './outcome.ts';
import { getStep, record, type Turn } from './turn.ts';

export type Answer = {
  /** The step that was answered; the open one when absent. */
  step?: string;
  answer: 'ja' | 'nej' | 'silent';
  by: 'sms' | 'page' | 'staff' | 'silence';
  language?: string;
};

const INVITE_ANSWERS = { ja: 'accepted', nej: 'declined', silent: 'expired' } as const;
const INVITE_ENDINGS = { declined: 'afslået', expired: 'ubesvaret' } as const;

/** Records an answer to the open question and goes where it leads; false when that question is not open. */
export function settleAnswer(turn: Turn, answer: Answer): boolean {
  const { state, flow } = turn;
  if (!state.awaiting || (answer.step !== undefined && answer.step !== state.step)) return false;
  if (answer.by === 'sms' && state.awaiting !== 'answer') return false;
  const step = getStep(flow, state.step);
  if (step.kind === 'ask') settleAsk(turn, step, answer);
  else if (step.kind === 'invite') settleInvite(turn, step, answer);
  else return false;
  return true;
}

function note(turn: Turn, step: string, answer: string, by: Answer['by']): void {
  record(turn, { kind: 'answerRecorded', at: turn.at, step, answer, by });
  record(turn, { kind: 'stepLeft', at: turn.at, step });
}

function settleAsk(turn: Turn, step: Ask, { answer, by }: Answer): void {
  note(turn, step.id, answer, by);
  const outcome: Outcome = answer === 'silent' ? step.silent : step[answer];
  goOn(turn, step, carryOut(turn, step, outcome));
}

function settleInvite(turn: Turn, step: Invite, given: Answer): void {
  const answer = INVITE_ANSWERS[given.answer];
  note(turn, step.id, answer, given.by);
  if (answer === 'accepted' && step.consent) {
    const language = given.language ?? turn.known.relative.language;
    record(turn, { kind: 'consentGiven', at: turn.at, key: step.consent, language });
  }
  const go = carryOut(turn, step, step[answer]);
  if (go || answer === 'accepted') goOn(turn, step, go);
  else end(turn, INVITE_ENDINGS[answer]);
}
