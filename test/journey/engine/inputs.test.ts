import { describe, expect, it } from 'vitest';
import { advance } from '../../../src/journey/engine/advance.ts';
import type { Fact } from '../../../src/journey/engine/facts.ts';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { NEW_JOURNEY, type State } from '../../../src/journey/engine/state.ts';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { wall } from '../time/wall.ts';
import { alert, ask, end, invite, makeFlow, say, wait } from './make-flow.ts';
import { factsOf, leaves, play } from './play.ts';

const monday = wall('2027-02-01T09:00');
const HOUR = 3_600_000;

function given(flow: Flow, ...inputs: Input[]): { state: State; facts: Fact[] } {
  let state = NEW_JOURNEY;
  let facts: Fact[] = [];
  for (const input of inputs) ({ state, facts } = advance(flow, state, input, sampleKnown()));
  return { state, facts };
}

const started: Input = { kind: 'started', at: monday, anchors: { dag: '2027-02-12' } };
const ignored = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'inputIgnored' ? [fact.why] : []));

describe('an input that does not fit', () => {
  const flow = makeFlow([ask('a', { nej: { go: 'a' } }), ask('b')]);
  const at = monday + HOUR;

  it.each<[string, Input[], string]>([
    ['before the start', [{ kind: 'replied', at, answer: 'ja', reply: 'r1' }], 'not started'],
    ['a pause before the start', [{ kind: 'held', at, hold: 'paused' }], 'not started'],
    ['a second start', [started, { ...started, at }], 'started already'],
    [
      'a timer that is not due',
      [started, { kind: 'timerFired', at, timer: 'silence', dueAt: monday + 72 * HOUR }],
      'timer moved',
    ],
    [
      'a timer that moved',
      [started, { kind: 'timerFired', at: at + 90 * HOUR, timer: 'silence', dueAt: at }],
      'timer moved',
    ],
    [
      'a timer it never had',
      [started, { kind: 'timerFired', at, timer: 'remind', dueAt: at }],
      'timer moved',
    ],
    [
      'a timer while it stands still',
      [
        started,
        { kind: 'held', at, hold: 'paused' },
        { kind: 'timerFired', at: monday + 80 * HOUR, timer: 'silence', dueAt: monday + 72 * HOUR },
      ],
      'held',
    ],
    [
      'an answer to another step',
      [started, { kind: 'answered', at, step: 'b', answer: 'ja' }],
      'answered already',
    ],
    [
      'a reply when nothing is asked',
      [started, { kind: 'ended', at, reason: 'x' }, { kind: 'replied', at, answer: 'ja', reply: 'r' }],
      'ended',
    ],
    [
      'anything after the end',
      [
        started,
        { kind: 'consentChanged', at, purpose: 'sms', given: false },
        { kind: 'held', at, hold: 'dead' },
      ],
      'ended',
    ],
    ['a start after the end', [started, { kind: 'ended', at, reason: 'x' }, started], 'started already'],
  ])('%s is recorded and ignored', (_, inputs, why) => {
    const last = inputs.at(-1);
    const before = given(flow, ...inputs.slice(0, -1));
    const { state, facts } = given(flow, ...inputs);
    expect(facts[0]).toEqual(last);
    expect(ignored(facts)).toEqual([why]);
    expect(facts).toHaveLength(2);
    expect({ ...state, heard: undefined }).toEqual({ ...before.state, heard: undefined });
  });

  it.each<[string, Input]>([
    ['a reply', { kind: 'replied', at, answer: 'nej', reply: 'r1' }],
    ['an answer on the page', { kind: 'answered', at, step: 'a', answer: 'nej' }],
  ])('%s that comes twice counts once, also where its answer asks again', (_, input) => {
    const once = given(flow, started, input);
    const twice = given(flow, started, input, input);
    expect(once.state).toMatchObject({ step: 'a', awaiting: 'answer' });
    expect(twice.state).toEqual(once.state);
    expect(twice.facts).toHaveLength(2);
  });

  it('a failed delivery that is told twice alerts once', () => {
    const failed: Input = { kind: 'deliveryFailed', at, message: 'm1', reason: 'undelivered' };
    expect(given(flow, started, failed).facts.map(({ kind }) => kind)).toEqual([
      'deliveryFailed',
      'alertRaised',
    ]);
    expect(ignored(given(flow, started, failed, failed).facts)).toEqual(['heard already']);
  });
});

it('a reply from a phone that several people read is ignored, an answer that staff type is not', () => {
  const flow = makeFlow([ask('a'), ask('b')]);
  const { state } = given(flow, started);
  const at = monday + HOUR;
  const shared = sampleKnown({ sharedPhone: true });
  const replied = advance(flow, state, { kind: 'replied', at, answer: 'ja', reply: 'r1' }, shared);
  expect(ignored(replied.facts)).toEqual(['nothing asked']);
  const typed = advance(
    flow,
    replied.state,
    { kind: 'answered', at, step: 'a', answer: 'ja', by: 'staff' },
    shared,
  );
  expect(typed.state.step).toBe('b');
});

describe('timers that fire late', () => {
  it('do what they were for, once the window is open', () => {
    const flow = makeFlow([
      say('a', { when: '3 days before dag at 10:00' }),
      ask('b', { after: '3 days', remind: 1 }),
    ]);
    const dueAt = wall('2027-02-09T10:00');
    const night = given(flow, started, {
      kind: 'timerFired',
      at: wall('2027-02-09T23:00'),
      timer: 'moment',
      dueAt,
    });
    expect(night.state.timers).toEqual({ moment: wall('2027-02-10T08:00') });
    const morning = given(flow, started, {
      kind: 'timerFired',
      at: wall('2027-02-10T11:00'),
      timer: 'moment',
      dueAt,
    });
    expect(morning.facts.filter(({ kind }) => kind === 'messageComposed')).toHaveLength(2);
  });

  it('leave out what makes no sense any more, and say when it was due', () => {
    const flow = makeFlow([
      say('a', { when: '3 days before dag at 10:00', late: 'send' }),
      wait('v', '9 days'),
    ]);
    const dueAt = wall('2027-02-09T10:00');
    const { facts, state } = given(flow, started, {
      kind: 'timerFired',
      at: wall('2027-02-13T11:00'),
      timer: 'moment',
      dueAt,
    });
    expect(facts.filter(({ kind }) => kind === 'messageComposed')).toEqual([]);
    expect(facts).toContainEqual({
      kind: 'stepSkipped',
      at: wall('2027-02-13T11:00'),
      step: 'a',
      dueAt,
      late: 'send',
    });
    expect(state.step).toBe('v');
  });

  it('do not remind of an invitation that expired in the meantime', () => {
    const flow = makeFlow([invite('kom', { remind: 'every 4 days, 2 times', expires: '6 days' })]);
    const late = wall('2027-02-20T11:00');
    const { facts } = given(flow, started, {
      kind: 'timerFired',
      at: late,
      timer: 'remind',
      dueAt: wall('2027-02-05T09:00'),
    });
    expect(facts.filter(({ kind }) => kind === 'messageComposed')).toEqual([]);
  });
});

describe('a date that moves', () => {
  const flow = makeFlow([
    say('husk', { when: '3 days before dag at 10:00', late: 'next' }),
    ask('vil-du'),
    say('tak'),
  ]);
  const play1 = (script: string[]) =>
    leaves(flow, { start: '2027-02-01T09:00', anchors: { dag: '2027-02-12' }, script });

  it('plans the sleeping step again', () => {
    expect(play1(['2027-02-02T09:00 move dag 2027-03-05'])[0]).toBe('2027-03-02T10:00 sms husk');
    expect(play1(['2027-02-02T09:00 move dag 2027-02-06'])[0]).toBe('2027-02-03T10:00 sms husk');
    expect(play1(['2027-02-02T09:00 move dag 2027-02-04'])[0]).toBe('2027-02-02T10:00 sms husk');
    expect(play1(['2027-02-02T09:00 move dag 2027-01-04'])[0]).toBe('2027-02-02T09:00 sms vil-du');
  });

  it('to where it stands changes nothing', () => {
    expect(play1(['2027-02-02T09:00 move dag 2027-02-12'])).toEqual(play1([]));
  });

  it('leaves alone what does not depend on it', () => {
    expect(play1(['2027-02-02T09:00 move moede 2027-03-05T10:00'])).toEqual(play1([]));
    expect(play1(['2027-02-10T09:00 move dag 2027-03-05']).slice(1)).toEqual(play1([]).slice(1));
  });

  it('moves a wait for it', () => {
    const waits = makeFlow([wait('v', 'until 3 days before dag at 10:00'), say('nu')]);
    const script = ['2027-02-02T09:00 move dag 2027-03-05'];
    expect(leaves(waits, { start: '2027-02-01T09:00', anchors: { dag: '2027-02-12' }, script })[0]).toBe(
      '2027-03-02T10:00 sms nu',
    );
  });

  it('moves an alert planned by it, which is left out when it can no longer help', () => {
    const alerts = makeFlow([alert('se', { when: '3 days before dag at 10:00', late: 'send' })]);
    const moved = (to: string) =>
      leaves(alerts, {
        start: '2027-02-01T09:00',
        anchors: { dag: '2027-02-12' },
        script: [`2027-02-02T09:00 move dag ${to}`],
      })[0];
    expect(moved('2027-03-05')).toBe('2027-03-02T10:00 alert advisor');
    expect(moved('2027-02-04')).toBe('2027-02-02T09:00 alert advisor');
    expect(moved('2027-02-01')).toBe('2027-02-02T09:00 end gennemført');
  });

  it('stands in the text with its new value', () => {
    const told = makeFlow([say('husk', { when: '3 days before moede at 10:00' })]);
    told.texts = { da: { husk: 'Husk {{ moede_dato }} kl. {{ moede_tid }}' } };
    const played = play(told, {
      start: '2027-02-01T09:00',
      anchors: { moede: '2027-02-12T14:00' },
      script: ['2027-02-02T09:00 move moede 2027-09-25T09:30'],
    });
    expect(factsOf(played, 'messageComposed').map(({ text }) => text)).toEqual([
      'Husk lørdag den 25. september kl. 09.30',
    ]);
  });
});

describe('what ends a journey from outside', () => {
  const flow = makeFlow([invite('kom', { accepted: { say: 'tak' } }), ask('vil-du'), say('igen')]);

  it.each([
    ['reply STOP', ['alert advisor', 'end stop'], 'stopped'],
    ['reply FORKERT', ['alert advisor', 'end forkert nummer'], 'wrongNumber'],
    ['end fraflyttet', ['end fraflyttet'], undefined],
  ])('%s', (deed, expected, alert) => {
    const played = play(flow, {
      start: '2027-02-01T09:00',
      script: ['2027-02-02T09:00 accept', `2027-02-03T09:00 ${deed}`],
    });
    const lines = leaves(flow, {
      start: '2027-02-01T09:00',
      script: ['2027-02-02T09:00 accept', `2027-02-03T09:00 ${deed}`],
    });
    expect(lines.slice(3)).toEqual(expected.map((line) => `2027-02-03T09:00 ${line}`));
    expect(factsOf(played, 'alertRaised').map((fact) => fact.alert)).toEqual(alert ? [alert] : []);
    expect(played.state.timers).toEqual({});
  });

  it('takes back what had not left', () => {
    const script = ['2027-02-02T23:00 accept', '2027-02-03T07:00 reply STOP'];
    expect(leaves(flow, { start: '2027-02-01T09:00', script })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-03T07:00 alert advisor',
      '2027-02-03T07:00 end stop',
    ]);
  });

  it('a word of distress alerts at once and changes nothing; one of death makes it stand still', () => {
    const distress = play(flow, {
      start: '2027-02-01T09:00',
      script: ['2027-02-02T09:00 reply Jeg vil ikke leve mere'],
    });
    expect(factsOf(distress, 'alertRaised')).toMatchObject([{ alert: 'distress', urgent: true }]);
    expect(distress.state.endedBecause).toBe('ubesvaret');
    const death = play(flow, {
      start: '2027-02-01T09:00',
      script: ['2027-02-02T09:00 reply Min mor er død'],
    });
    expect(factsOf(death, 'alertRaised')).toMatchObject([{ alert: 'death' }]);
    expect(death.state.hold).toBe('paused');
  });
});

describe('a message that could not be delivered', () => {
  it('is for a person, with the reason, also when it was the last one', () => {
    const flow = makeFlow([say('farvel'), end('slut')]);
    const played = play(flow, { start: '2027-02-01T09:00', script: ['2027-02-01T09:05 fail'] });
    expect(factsOf(played, 'alertRaised')).toMatchObject([{ alert: 'delivery', text: 'undelivered' }]);
    expect(played.state.endedBecause).toBe('slut');
  });
});
