import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Advanced, advance } from '../../../src/journey/engine/advance.ts';
import { foldFacts } from '../../../src/journey/engine/evolve.ts';
import type { Fact } from '../../../src/journey/engine/facts.ts';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import type { Known } from '../../../src/journey/engine/known.ts';
import { EndlessFlow, simulate } from '../../../src/journey/engine/simulate.ts';
import { NEW_JOURNEY, type State } from '../../../src/journey/engine/state.ts';
import { windowOf } from '../../../src/journey/engine/turn.ts';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { isOpen } from '../../../src/journey/time/window.ts';
import {
  anchorsAround,
  flows,
  type Happening,
  happenings,
  inputOf,
  peopleKnown,
  starts,
} from './arbitraries.ts';

type Journey = {
  flow: Flow;
  known: readonly [Known, Known];
  start: number;
  anchors: Record<string, string>;
  what: Happening[];
};
type Turn = Advanced & { flow: Flow; known: Known; before: State; input: Input };

const journeys: fc.Arbitrary<Journey> = starts.chain((start) =>
  fc.record({
    flow: flows,
    known: fc.tuple(peopleKnown, peopleKnown),
    start: fc.constant(start),
    anchors: anchorsAround(start),
    what: happenings,
  }),
);

const MOST_AFTER_THE_END = 3;

/** Every turn of a journey, few after its end; what is known of the relative may change on the way. */
function turnsOf({ flow, known, start, anchors, what }: Journey): Turn[] {
  let now = start;
  let before = NEW_JOURNEY;
  let over = 0;
  return [undefined, ...what].flatMap((happening, n) => {
    if (before.status === 'ended') over += 1;
    if (over > MOST_AFTER_THE_END) return [];
    const input: Input = happening
      ? inputOf(happening, before, now, n)
      : { kind: 'started', at: start, anchors };
    const who = known[happening && happening.pick > 9 ? 1 : 0];
    const turn = { flow, known: who, before, input, ...advance(flow, before, input, who) };
    now = Math.max(now, input.at);
    before = turn.state;
    return [turn];
  });
}

const RUNS = { numRuns: 200 };
const holds = (check: (turn: Turn) => void) =>
  fc.assert(
    fc.property(journeys, (journey) => {
      for (const turn of turnsOf(journey)) check(turn);
    }),
    RUNS,
  );

/** Whether this lets a journey that stands still go on. */
const goesOn = (before: State, input: Input): boolean =>
  input.kind === 'released' && (!before.alone || input.alone === true);

const kinds = (facts: readonly Fact[]): Fact['kind'][] => facts.map(({ kind }) => kind);
const messages = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'messageComposed' ? [fact] : []));

describe('whatever the flow and whatever happens', () => {
  it('folding the facts gives the state', () => {
    holds(({ before, facts, state }) => expect(foldFacts(before, facts)).toEqual(state));
  });

  it('the same input twice counts once', () => {
    holds(({ flow, known, input, state }) => {
      const again = advance(flow, state, input, known);
      expect(again.state).toEqual(state);
      const counted = new Set<Fact['kind']>([
        'messageComposed',
        'alertRaised',
        'answerRecorded',
        'stepEntered',
        'journeyEnded',
      ]);
      expect(kinds(again.facts).filter((kind) => counted.has(kind))).toEqual([]);
    });
  });

  it('the state survives JSON between any two steps, and the same arguments give the same facts', () => {
    holds(({ flow, known, before, input, facts, state }) => {
      const thawed = JSON.parse(JSON.stringify(before)) as State;
      expect(thawed).toEqual(before);
      expect(advance(flow, thawed, input, known)).toEqual({ facts, state });
    });
  });

  it('the arguments are left as they were', () => {
    holds(({ flow, known, before, input }) => {
      const copies = JSON.stringify([flow, known, before, input]);
      advance(flow, before, input, known);
      expect(JSON.stringify([flow, known, before, input])).toBe(copies);
    });
  });

  it('every turn ends, sleeps or waits within 100 steps, and is never stuck', () => {
    holds(({ facts, state }) => {
      expect(kinds(facts).filter((kind) => kind === 'stepEntered').length).toBeLessThanOrEqual(100);
      const goesOn = state.awaiting !== undefined || Object.keys(state.timers).length > 0;
      expect(state.status === 'ended' || state.hold !== undefined || goesOn).toBe(true);
    });
  });

  it('nothing leaves outside the window but an answer, nor before it is composed, nor when it makes no sense any more', () => {
    holds(({ flow, known, facts, input }) => {
      for (const message of messages(facts)) {
        expect(message.answer || isOpen(windowOf(flow, known), message.dueAt)).toBe(true);
        expect(message.answer && input.kind !== 'replied').toBe(false);
        expect(message.dueAt).toBeGreaterThanOrEqual(message.at);
        if (message.notAfter !== undefined) expect(message.notAfter).toBeGreaterThan(message.dueAt);
      }
    });
  });

  it('a timer is never set for a time that has passed, nor outside the window when it may say something', () => {
    holds(({ flow, known, before, facts, input }) => {
      if (input.kind === 'released') return;
      for (const fact of facts) {
        if (fact.kind !== 'timerSet') continue;
        expect(fact.dueAt).toBeGreaterThan(fact.at);
        if (fact.timer !== 'moment') expect(isOpen(windowOf(flow, known), fact.dueAt)).toBe(true);
      }
      expect(before.status === 'ended' && kinds(facts).includes('timerSet')).toBe(false);
    });
  });

  it('after the end nothing happens, but that a failed delivery reaches a person', () => {
    holds(({ before, facts, state }) => {
      if (before.status !== 'ended') return;
      const { heard: _then, ...was } = before;
      const { heard: _now, ...is } = state;
      expect(is).toEqual(was);
      expect(['inputIgnored', 'alertRaised']).toContain(kinds(facts).slice(1).join());
    });
  });

  it('while it stands still nothing is said, and no step is left', () => {
    holds(({ before, state, facts, input }) => {
      if (!before.hold || goesOn(before, input)) return;
      expect(messages(facts)).toEqual([]);
      expect(kinds(facts)).not.toContain('stepEntered');
      if (state.status === 'active') expect(state.step).toBe(before.step);
    });
  });

  it('what staff paused by itself goes on when they say so, and not with its circle', () => {
    holds(({ before, state, input }) => {
      if (before.status !== 'active' || state.status !== 'active') return;
      if (before.alone && !(input.kind === 'released' && input.alone)) {
        expect(state.alone).toBe(true);
        expect(state.hold).toBeDefined();
      }
      if (input.kind === 'released' && input.alone) expect(state.hold).toBeUndefined();
    });
  });

  it('a step that is passed over says nothing more and waits for nothing', () => {
    holds(({ before, state, facts, input }) => {
      if (input.kind !== 'skipped' || kinds(facts).includes('inputIgnored')) return;
      const [, left] = facts;
      expect(left).toMatchObject({ kind: 'stepLeft', step: before.step });
      const entered = facts.flatMap((fact) => (fact.kind === 'stepEntered' ? [fact.step] : []));
      const said = messages(facts).map(({ step }) => step);
      if (!entered.includes(input.step)) expect(said).not.toContain(input.step);
      expect(state.status === 'ended' || entered.length > 0).toBe(true);
      expect(facts.filter(({ kind }) => kind === 'answerRecorded' || kind === 'consentGiven')).toEqual([]);
    });
  });

  it('every turn begins with its input, and all its facts happen at its instant', () => {
    holds(({ facts, input }) => {
      expect(facts[0]).toEqual(input);
      expect(new Set(facts.map(({ at }) => at))).toEqual(new Set([input.at]));
    });
  });

  it('a question waits at its own step, with no more reminders than it has', () => {
    holds(({ flow, state }) => {
      if (!state.awaiting) return;
      const step = flow.steps.find(({ id }) => id === state.step);
      const kinds = { answer: 'ask', acceptance: 'invite', form: 'form', seat: 'no seat is asked for here' };
      expect(step?.kind).toBe(kinds[state.awaiting]);
      const isSilent = step?.kind === 'ask' || step?.kind === 'form';
      const most = isSilent ? step.silent.remind : step?.kind === 'invite' ? (step.remind?.times ?? 0) : 0;
      expect(state.reminded).toBeLessThanOrEqual(most);
    });
  });
});

describe('left alone', () => {
  it('a journey comes to its end, waits for a person, or goes round for ever with waits', () => {
    fc.assert(
      fc.property(journeys, ({ flow, known, start, anchors }) => {
        try {
          const { state } = simulate(flow, { start, anchors, known: known[0], script: [] });
          expect(state.status === 'ended' || state.awaiting !== undefined).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(EndlessFlow);
        }
      }),
      { numRuns: 100 },
    );
  });
});
