import type { Fact } from './facts.ts';
import type { Attending, State, TimerName } from './state.ts';

const without = (timers: State['timers'], name: TimerName): State['timers'] => {
  const { [name]: _gone, ...rest } = timers;
  return rest;
};

/** Forgets what the journey waited for: its timers and the question that was open. */
const settled = (state: State): State => {
  const { awaiting: _awaiting, askedAt: _askedAt, wanted: _wanted, ...rest } = state;
  return { ...rest, timers: {}, reminded: 0 };
};

const held = (state: State, { hold, at, alone }: Extract<Fact, { kind: 'held' }>): State => ({
  ...state,
  hold: state.hold === 'dead' ? 'dead' : hold,
  heldAt: state.heldAt ?? at,
  ...(alone ? { alone } : {}),
});

/** A circle that goes on leaves what was paused by itself paused. */
function released(state: State, { alone }: Extract<Fact, { kind: 'released' }>): State {
  if (state.alone && !alone) return { ...state, hold: 'paused' };
  const { hold: _hold, heldAt: _heldAt, alone: _alone, ...rest } = state;
  return rest;
}

/** Changes what is known of an arrangement; an anchor without one stays as it is. */
function attending(state: State, anchor: string, change: Partial<Attending>): State {
  const known = state.events?.[anchor];
  return known ? { ...state, events: { ...state.events, [anchor]: { ...known, ...change } } } : state;
}

function moved(state: State, fact: { anchor: string; value?: string; moves?: number }): State {
  const { anchor, value, moves } = fact;
  const anchors = value === undefined ? state.anchors : { ...state.anchors, [anchor]: value };
  return attending({ ...state, anchors }, anchor, moves === undefined ? {} : { moves });
}

const over = (state: State, reason: string): State => {
  const { step: _step, ...rest } = settled(state);
  return { ...rest, status: 'ended', endedBecause: reason };
};

/** The state after one fact. Facts that only tell something, and facts that come before the start or after the end, leave it as it is. */
export function evolve(state: State, fact: Fact): State {
  if (fact.kind === 'replied' || fact.kind === 'asked') return { ...state, heard: fact.reply };
  if (fact.kind === 'deliveryFailed') return { ...state, heard: fact.message };
  if (fact.kind === 'skipped') return { ...state, heard: fact.press };
  if (state.status === 'active') return evolveActive(state, fact);
  if (state.status === 'ended' || fact.kind !== 'started') return state;
  const { at, anchors, events } = fact;
  return { ...state, status: 'active', startedAt: at, anchors, ...(events ? { events } : {}) };
}

function evolveActive(state: State, fact: Fact): State {
  switch (fact.kind) {
    case 'anchorMoved':
      return moved(state, fact);
    case 'anchorCancelled':
      return attending(state, fact.anchor, { seat: 'closed' });
    case 'attendanceChanged':
      return attending(moved(state, fact), fact.anchor, { seat: fact.seat });
    case 'seatWanted':
      return { ...state, wanted: { anchor: fact.anchor, at: fact.at, by: fact.by } };
    case 'seatGivenUp':
      return attending(state, fact.anchor, { seat: 'no' });
    case 'held':
      return held(state, fact);
    case 'released':
      return released(state, fact);
    case 'stepEntered':
      return { ...settled(state), step: fact.step };
    case 'stepLeft':
      return settled(state);
    case 'timerSet':
      return { ...state, timers: { ...state.timers, [fact.timer]: fact.dueAt } };
    case 'timerCleared':
      return { ...state, timers: without(state.timers, fact.timer) };
    case 'waitingBegan':
      return { ...state, awaiting: fact.awaiting, askedAt: fact.at };
    case 'reminded':
      return { ...state, reminded: fact.count };
    case 'answerRecorded':
      return { ...state, answers: { ...state.answers, [fact.step]: fact.answer } };
    case 'journeyEnded':
      return over(state, fact.reason);
    default:
      return state;
  }
}

/** The state that a journey's facts, oldest first, lead to. */
export const foldFacts = (from: State, facts: Iterable<Fact>): State => {
  let state = from;
  for (const fact of facts) state = evolve(state, fact);
  return state;
};
