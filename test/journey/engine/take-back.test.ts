// A JA for a date to come is taken back by a NEJ that nobody asked for; everything else such a NEJ could mean is for a person.
import { expect, test } from 'vitest';
import { advance } from '../../../src/journey/engine/advance.ts';
import type { Input } from '../../../src/journey/engine/inputs.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { NEW_JOURNEY, type State } from '../../../src/journey/engine/state.ts';
import { wall } from '../time/wall.ts';
import { ask, makeFlow, wait } from './make-flow.ts';

const flow = makeFlow([ask('kommer', { when: '1 day before moede at 09:00' }), wait('bagefter', '10 days')]);

const asked = wall('2027-02-09T09:00');
const HOUR = 3_600_000;

/** The journey of somebody who has said yes to the meeting of the day after. */
const afterYes = (): State =>
  (
    [
      { kind: 'started', at: wall('2027-02-01T09:00'), anchors: { moede: '2027-02-10T14:00' } },
      { kind: 'timerFired', at: asked, timer: 'moment', dueAt: asked },
      { kind: 'replied', at: asked + HOUR, answer: 'ja', reply: 'r1' },
    ] satisfies Input[]
  ).reduce((state, input) => advance(flow, state, input, sampleKnown()).state, NEW_JOURNEY as State);

const no = (at: number): Input => ({ kind: 'replied', at, answer: 'nej', reply: 'r2' });

test('a NEJ before the date takes the JA back, once', () => {
  const { state } = advance(flow, afterYes(), no(asked + 5 * HOUR), sampleKnown());
  expect(state.answers).toEqual({ kommer: 'nej' });
  const again = { ...no(asked + 6 * HOUR), reply: 'r3' };
  expect(advance(flow, state, again, sampleKnown()).facts).toMatchObject([
    { kind: 'replied' },
    { kind: 'inputIgnored' },
  ]);
});

test.each<[string, State, number, { sharedPhone?: boolean }]>([
  ['on a phone that several read by now', afterYes(), 5, { sharedPhone: true }],
  ['when the date is past', afterYes(), 30, {}],
  ['while the journey stands still', { ...afterYes(), hold: 'paused' }, 5, {}],
])('a NEJ %s takes nothing back', (_, before, hours, relative) => {
  const { state } = advance(flow, before, no(asked + hours * HOUR), sampleKnown(relative));
  expect(state.answers).toEqual({ kommer: 'ja' });
});
