// Walking: entering steps until one sleeps, waits or ends.
import type { Form, Membership, Step, Wait } from '../flow/flow.ts';
import { plannedMoment } from '../time/moment.ts';
import { untilAt } from '../time/until.ts';
import { compose } from './compose.ts';
import { whyNotAsked } from './not-asked.ts';
import { raise } from './outcome.ts';
import { performAsk } from './steps/ask.ts';
import { branchTarget } from './steps/branch.ts';
import { performForm } from './steps/form.ts';
import { performInvite } from './steps/invite.ts';
import { type Due, dueOf, remindersOf } from './timing.ts';
import { getStep, nextStep, record, type Turn } from './turn.ts';

const MOST_STEPS_IN_A_TURN = 100;

/** Ends the journey: nothing is due any more. */
export const end = (turn: Turn, reason: string): void =>
  record(turn, { kind: 'journeyEnded', at: turn.at, reason });

/** Goes to a step, or to the one after `from`, or ends the journey when there is none. */
export function goOn(turn: Turn, from: Step, to?: string): void {
  const step = to ? getStep(turn.flow, to) : nextStep(turn.flow, from.id);
  if (step) enter(turn, step);
  else end(turn, 'gennemført');
}

/** Enters a step and acts, sleeps or goes on as its kind and its moment say. */
export function enter(turn: Turn, step: Step): void {
  if (turn.path.push(step.id) > MOST_STEPS_IN_A_TURN)
    throw new Error(`flow ${turn.flow.name} runs in circles at ${step.id}`);
  record(turn, { kind: 'stepEntered', at: turn.at, step: step.id });
  if (step.kind === 'end') end(turn, step.reason);
  else if (step.kind === 'branch') goOn(turn, step, branchTarget(turn, step));
  else if (step.kind === 'wait') sleep(turn, step);
  else if (step.kind === 'join' || step.kind === 'leave') perform(turn, step);
  else plan(turn, step);
}

/** A step with a moment of its own is no answer to an SMS, nor is what follows it: both keep to the window. */
function plan(turn: Turn, step: Exclude<Step, Wait>): void {
  const isTimed = 'timing' in step && step.timing !== undefined;
  if (isTimed && isUnplanned(turn, step)) {
    goOn(turn, step);
    return;
  }
  if (isTimed) turn.replying = false;
  follow(turn, step, step.kind === 'alert' && !isTimed ? { do: 'now' } : dueOf(turn, step));
}

/** A reminder the arrangement does not have: nothing is left out. */
const isUnplanned = (turn: Turn, step: Step): boolean =>
  'timing' in step &&
  step.timing !== undefined &&
  plannedMoment(step.timing.when, remindersOf(turn.known)) === undefined;

/** Does what a step's due time says: acts, sets the timer, or leaves the step out. */
export function follow(turn: Turn, step: Step, due: Due): void {
  if (due.do === 'now') perform(turn, step);
  else if (due.do === 'sleep')
    record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: due.until });
  else leaveOut(turn, step, due.dueAt);
}

/** Nobody has said yes to an invitation that never left: the journey goes where an expired one goes, and says nothing. */
function leaveOut(turn: Turn, step: Step, dueAt: number): void {
  const late = 'timing' in step && step.timing ? step.timing.late : 'skip';
  record(turn, { kind: 'stepSkipped', at: turn.at, step: step.id, dueAt, late });
  goPast(turn, step, 'for sent');
}

/** Staff pass over the step the journey is at, which says nothing more; false when it is at another. */
export function passOver(turn: Turn, id: string): boolean {
  if (turn.state.step !== id) return false;
  record(turn, { kind: 'stepLeft', at: turn.at, step: id });
  goPast(turn, getStep(turn.flow, id), 'sprunget over');
  return true;
}

/** A question about a seat that is not asked leads where silence leads: nobody has said anything, and what stands next may. */
function goPast(turn: Turn, step: Step, reason: string): void {
  if (step.kind === 'ask' && step.attend) goOn(turn, step, step.silent.go);
  else if (step.kind !== 'invite') goOn(turn, step);
  else if (step.expired.go) goOn(turn, step, step.expired.go);
  else end(turn, reason);
}

/** Sleeps until what a wait waits for; goes on at once when that has passed. */
export function sleep(turn: Turn, step: Wait): void {
  const { anchors, startedAt } = turn.state;
  const window = step.until.kind === 'opening' ? turn.known.organisation.openingHours : turn.window;
  const reminders = remindersOf(turn.known);
  const until = untilAt(step.until, turn.at, { anchors, startedAt, window, reminders });
  if (until === undefined || until <= turn.at) goOn(turn, step);
  else record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: until });
}

function perform(turn: Turn, step: Step): void {
  if (step.kind === 'ask') performAsk(turn, step);
  else if (step.kind === 'invite') performInvite(turn, step);
  else if (step.kind === 'form') askToFill(turn, step);
  else pass(turn, step);
}

/** Whoever is not asked goes where silence leads, and nothing is said. */
function askToFill(turn: Turn, step: Form): void {
  const why = whyNotAsked(turn, step);
  if (!why) {
    performForm(turn, step);
    return;
  }
  record(turn, { kind: 'notAsked', at: turn.at, step: step.id, why });
  record(turn, { kind: 'stepLeft', at: turn.at, step: step.id });
  goOn(turn, step, step.silent.go);
}

function changeGroup(turn: Turn, { kind, id, group }: Membership): void {
  const fact = kind === 'join' ? 'groupJoined' : 'groupLeft';
  record(turn, { kind: fact, at: turn.at, step: id, group });
}

function pass(turn: Turn, step: Step): void {
  if (step.kind === 'say')
    compose(turn, step, { key: step.text, ...(step.page ? { page: step.page, access: step.access } : {}) });
  if (step.kind === 'alert') raise(turn, step, step.order);
  if (step.kind === 'join' || step.kind === 'leave') changeGroup(turn, step);
  record(turn, { kind: 'stepLeft', at: turn.at, step: step.id });
  goOn(turn, step);
}
