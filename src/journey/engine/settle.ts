import type { Ask, Flow, Invite, Outcome } from '../flow/flow.ts';
import { anchorAt } from '../time/format.ts';
import { attendOf, chosenAnchor, giveUp, heldSeats, questionOfSeat, seatAt, seatOf } from './attend.ts';
import { end, goOn } from './go.ts';
import { carryOut, raise } from './outcome.ts';
import type { State } from './state.ts';
import { getStep, record, type Turn } from './turn.ts';

export type Answer = {
  /** The step that was answered; the open one when absent. */
  step?: string;
  answer: 'ja' | 'nej' | 'silent';
  by: 'sms' | 'page' | 'staff' | 'silence';
  language?: string;
  /** Which of several arrangements a yes is for, and with how many guests. */
  attend?: string;
  guests?: number;
};

type Question = Ask | Invite;

const INVITE_ANSWERS = { ja: 'accepted', nej: 'declined', silent: 'expired' } as const;

/**
 * Records an answer to the open question and goes where it leads; false when that question is not open. While the
 * journey stands still the answer is kept, a person is told, and the rest waits for the release.
 */
export function settleAnswer(turn: Turn, given: Answer): boolean {
  const step = openQuestion(turn, given) ?? takenBack(turn, given);
  if (!step) return false;
  note(turn, step, given);
  const waits = askForSeat(turn, step, given);
  if (given.answer === 'nej') giveUp(turn, attendOf(step)?.anchors ?? []);
  if (turn.state.hold) tellOfHeldAnswer(turn, step);
  else if (!waits) actOnAnswer(turn, step);
  return true;
}

/** A yes to an arrangement asks for a seat and waits for what comes of it, but not where there is one; gives whether it waits. */
function askForSeat(turn: Turn, step: Question, { answer, by, attend: chosen, guests }: Answer): boolean {
  const attend = attendOf(step);
  const anchor = attend && answer === 'ja' ? chosenAnchor(turn, attend, chosen) : undefined;
  const seat = anchor === undefined ? undefined : seatOf(turn.state, anchor);
  if (!attend || anchor === undefined || seat === undefined) return false;
  giveUp(
    turn,
    attend.anchors.filter((other) => other !== anchor),
  );
  if ((seat === 'yes' || seat === 'waiting') && guests === undefined) return false;
  const { at } = turn;
  const wish = { at, step: step.id, anchor, by, ...(guests === undefined ? {} : { guests }) };
  record(turn, { kind: 'seatWanted', ...wish });
  record(turn, { kind: 'waitingBegan', at, step: step.id, awaiting: 'seat' });
  return true;
}

/**
 * The question a NEJ takes a JA back from: asked before a date that is still to come, answered with yes and left behind;
 * or the one that asks for a seat that is held.
 */
export function yesToTakeBack(flow: Flow, state: State, now: number): Question | undefined {
  const { step, anchors, answers, hold, wanted } = state;
  if (hold) return undefined;
  const held = wanted?.anchor ?? heldSeats(state, now)[0];
  if (held !== undefined) return questionOfSeat(flow, state, held);
  return flow.steps.find((ask): ask is Ask => {
    if (ask.kind !== 'ask' || ask.attend || ask.id === step) return false;
    if (answers[ask.id] !== 'ja' || !ask.timing) return false;
    const { anchor, direction } = ask.timing.when;
    return direction === 'before' && (anchorAt(anchors[anchor] ?? '') ?? 0) > now;
  });
}

/** A relative who is hindered after all says no without being asked; while another question is open, that is what is answered. */
function takenBack(turn: Turn, given: Answer): Question | undefined {
  const { state, flow, known, at } = turn;
  const { answer, by } = given;
  if (by === 'page') return signedOff(turn, given);
  if (by !== 'sms' || answer !== 'nej' || known.relative.sharedPhone) return undefined;
  if (state.awaiting && state.awaiting !== 'seat') return undefined;
  return yesToTakeBack(flow, state, at);
}

/** On the page of an invitation to an arrangement one signs off as long as one holds a place. */
function signedOff({ state, flow, at }: Turn, { answer, step: id }: Answer): Question | undefined {
  const step = flow.steps.find((one) => one.id === id);
  const isHeld = heldSeats(state, at).some((anchor) => attendOf(step)?.anchors.includes(anchor));
  return answer === 'nej' && isHeld && step?.kind === 'invite' ? step : undefined;
}

/** Several people read a shared phone, so an SMS from it settles nothing; an invitation is answered on its page. */
function openQuestion(turn: Turn, given: Answer): Question | undefined {
  const { state, flow, known, at } = turn;
  if (!state.awaiting || (given.step !== undefined && given.step !== state.step)) return undefined;
  if (state.awaiting === 'seat') return undefined;
  if (given.by === 'sms' && (state.awaiting !== 'answer' || known.relative.sharedPhone)) return undefined;
  const step = getStep(flow, state.step);
  const isAskedAgain = state.askedAt === at && Object.hasOwn(state.answers, step.id);
  if (given.step !== undefined && isAskedAgain) return undefined;
  return step.kind === 'ask' || step.kind === 'invite' ? step : undefined;
}

function note(turn: Turn, step: Question, given: Answer): void {
  const { at } = turn;
  const answer = step.kind === 'ask' ? given.answer : INVITE_ANSWERS[given.answer];
  record(turn, { kind: 'answerRecorded', at, step: step.id, answer, by: given.by });
  record(turn, { kind: 'stepLeft', at, step: turn.state.step ?? step.id });
  if (step.kind !== 'invite' || answer !== 'accepted' || !step.consent) return;
  const language = given.language ?? turn.known.relative.language;
  record(turn, { kind: 'consentGiven', at, key: step.consent, language });
}

function tellOfHeldAnswer(turn: Turn, step: Question): void {
  const alert = { alert: 'reply', to: 'advisor', urgent: false, text: '', step: step.id } as const;
  record(turn, { kind: 'alertRaised', at: turn.at, ...alert });
}

/** Goes where the recorded answer to a question leads. */
export function actOnAnswer(turn: Turn, step: Question): void {
  const answer = turn.state.answers[step.id];
  const saysYes = answer === 'ja' || answer === 'accepted';
  const seat = step.attend && saysYes ? seatAt(turn, step.attend) : undefined;
  if (seat === 'closed') {
    actOnClosed(turn, step);
    return;
  }
  const isWaiting = seat === 'waiting' && step.attend;
  const go = carryOut(turn, step, isWaiting ? isWaiting.waiting : outcomeOf(step, answer));
  if (go || step.kind === 'ask' || answer === 'accepted') goOn(turn, step, go);
  else end(turn, answer === 'declined' ? 'afslået' : 'ubesvaret');
}

/** Nobody can sign up any more: the coordinator looks whether there is a way all the same. */
function actOnClosed(turn: Turn, step: Question): void {
  const closed = step.attend?.closed ?? {};
  const go = carryOut(turn, step, closed);
  if (!closed.alert) raise(turn, step, { to: 'coordinator', urgent: false });
  if (go) goOn(turn, step, go);
  else end(turn, 'lukket');
}

function outcomeOf(step: Question, answer: string | undefined): Outcome {
  if (step.kind === 'ask') return answer === 'ja' || answer === 'nej' ? step[answer] : step.silent;
  return answer === 'accepted' || answer === 'declined' ? step[answer] : step.expired;
}
