import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/journey/engine/advance.ts';
import type { Fact } from '../../../src/journey/engine/facts.ts';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import { knowingEvents, sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { NEW_JOURNEY, type State } from '../../../src/journey/engine/state.ts';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { parseFlow } from '../../../src/journey/flow/parse-flow.ts';
import { readFlowFolder } from '../../flows/read-folder.ts';

const HOUR = 3_600_000;
/** 2027-03-01 10:00 in Copenhagen. */
const START = Date.UTC(2027, 2, 1, 9);
const ANCHORS = { temadag: '2027-03-16T14:00', anden: '2027-03-18T14:00' };

function choiceOfTwo(): Flow {
  const files = readFlowFolder('temaeftermiddag');
  const two = (files['flow.yaml'] ?? '')
    .replace('\nsteps:', '\n  anden: { title: Den anden dag, event: true, seated: der-er-plads }\nsteps:')
    .replace('attend: temadag', 'attend: [temadag, anden]');
  const parsed = parseFlow({ ...files, 'flow.yaml': two });
  if (!parsed.ok) throw new Error(parsed.problems.map(({ en }) => en).join('\n'));
  return parsed.flow;
}

const flow = choiceOfTwo();
const known = knowingEvents(flow, sampleKnown());
const place = (id: string) => ({ id, moves: 0, seat: 'invited' as const });
const started: Input = {
  kind: 'started',
  at: START,
  anchors: ANCHORS,
  events: { temadag: place('a'), anden: place('b') },
};

function walk(inputs: readonly Input[]): { state: State; facts: Fact[] } {
  let state = NEW_JOURNEY;
  const facts: Fact[] = [];
  for (const input of inputs) {
    const turn = advance(flow, state, input, known);
    state = turn.state;
    facts.push(...turn.facts);
  }
  return { state, facts };
}

const yes: Input = { kind: 'answered', at: START + HOUR, step: 'invitation', answer: 'ja', attend: 'anden' };
const seated: Input = { kind: 'attendanceChanged', at: START + HOUR, anchor: 'anden', seat: 'yes' };

describe('a choice of two arrangements', () => {
  it('goes on without the one that is cancelled while the other can be chosen, and ends with the last', () => {
    const cancel = (anchor: string): Input => ({ kind: 'anchorCancelled', at: START + HOUR, anchor });
    const one = walk([started, cancel('temadag')]);
    expect(one.state).toMatchObject({ status: 'active', step: 'invitation', awaiting: 'acceptance' });
    expect(walk([started, cancel('temadag'), cancel('anden')]).state).toMatchObject({ status: 'ended' });
  });

  it('asks for a seat at the chosen one, gives the other up, and hears no more of that', () => {
    const { state, facts } = walk([started, yes]);
    expect(state).toMatchObject({ awaiting: 'seat', wanted: { anchor: 'anden', by: 'page' } });
    expect(facts.filter(({ kind }) => kind === 'seatGivenUp')).toMatchObject([{ anchor: 'temadag' }]);
    const moved: Input = {
      kind: 'anchorMoved',
      at: START + 2 * HOUR,
      anchor: 'temadag',
      value: '2027-03-20T14:00',
    };
    const after = walk([started, yes, seated, moved]);
    expect(after.state.step).toBe(walk([started, yes, seated]).state.step);
  });
});

describe('while an answer waits for its seat', () => {
  it.each([
    [
      'a stop ends it and gives nothing up',
      { kind: 'consentChanged', at: START + HOUR, purpose: 'sms', given: false },
    ],
    ['a pause keeps it', { kind: 'held', at: START + HOUR, hold: 'paused' }],
  ] as [string, Input][])('%s', (_what, input) => {
    const { facts } = walk([started, yes, input, seated]);
    expect(facts.some((fact) => fact.kind === 'seatGivenUp' && fact.anchor === 'anden')).toBe(false);
    expect(facts.filter(({ kind }) => kind === 'messageComposed')).toHaveLength(1);
  });

  it('says what came of it as an answer for ten minutes after her own SMS, and in the window later', () => {
    const ask = parseFlow(readFlowFolder('arrangement'));
    if (!ask.ok) throw new Error('flows/arrangement does not pass its check');
    const night = START + 12 * HOUR;
    const said = (after: number): Fact | undefined => {
      const about = knowingEvents(ask.flow, sampleKnown());
      let state = NEW_JOURNEY;
      let last: Fact[] = [];
      for (const input of [
        { ...started, anchors: { dag: ANCHORS.temadag }, events: { dag: place('a') } },
        { kind: 'replied', at: night, answer: 'ja', reply: 'r' },
        { kind: 'attendanceChanged', at: night + after, anchor: 'dag', seat: 'yes' },
      ] as Input[])
        ({ state, facts: last } = advance(ask.flow, state, input, about));
      return last.find(({ kind }) => kind === 'messageComposed');
    };
    expect(said(9 * 60_000)).toMatchObject({ key: 'tak-du-kommer', answer: true, dueAt: night + 9 * 60_000 });
    expect(said(11 * 60_000)).toMatchObject({ answer: false, dueAt: START + 22 * HOUR });
  });
});
