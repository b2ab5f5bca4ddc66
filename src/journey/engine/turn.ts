import type { Flow, Step } from '../flow/flow.ts';
import { narrow, type SendWindow } from '../time/window.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import type { Known } from './known.ts';
import { withinHours } from './message-hours.ts';
import type { State } from './state.ts';

/** One turn while it is being decided: facts are recorded in order and the state follows them. */
export type Turn = {
  readonly flow: Flow;
  readonly known: Known;
  readonly at: number;
  /** When an SMS leaves that is no answer: the send window, within the relative's hours where the two meet. */
  readonly window: SendWindow;
  /** The send window alone: what holds where the hours would lose a message. */
  readonly wide: SendWindow;
  /** The turn answers an SMS of the relative's: what it says leaves at any hour. */
  replying: boolean;
  /** Where the journey was when the turn began, and the steps entered since. */
  readonly path: string[];
  state: State;
  facts: Fact[];
};

/** When a journey's messages may leave: the organisation's window as the flow narrows it. */
export const windowOf = (flow: Flow, known: Known): SendWindow =>
  flow.window ? narrow(known.organisation.window, flow.window) : known.organisation.window;

/** That window within the relative's hours; the window alone where they never meet, and where nothing goes by SMS. */
export function hoursOf(flow: Flow, known: Known): SendWindow {
  const { hours, channel } = known.relative;
  return withinHours(windowOf(flow, known), channel === 'sms' ? hours : undefined);
}

export const openTurn = (flow: Flow, state: State, at: number, known: Known): Turn => ({
  flow,
  known,
  at,
  window: hoursOf(flow, known),
  wide: windowOf(flow, known),
  replying: false,
  path: state.step ? [state.step] : [],
  state,
  facts: [],
});

/** Adds a fact to the turn and lets the state follow. */
export function record(turn: Turn, fact: Fact): void {
  turn.facts.push(fact);
  turn.state = evolve(turn.state, fact);
}

/** The step with this id. Throws when the flow has none: a checked flow never gets there. */
export function getStep(flow: Flow, id: string | undefined): Step {
  const step = flow.steps.find((s) => s.id === id);
  if (!step) throw new Error(`flow ${flow.name} has no step ${id}`);
  return step;
}

/** The step after this one, or undefined at the end. */
export const nextStep = (flow: Flow, id: string): Step | undefined =>
  flow.steps[flow.steps.findIndex((s) => s.id === id) + 1];
