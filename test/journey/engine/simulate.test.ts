import { describe, expect, it } from 'vitest';
import { foldFacts } from '../../../src/journey/engine/evolve.ts';
import { EndlessFlow } from '../../../src/journey/engine/simulate.ts';
import { NEW_JOURNEY } from '../../../src/journey/engine/state.ts';
import { shown } from '../time/wall.ts';
import { ask, branch, invite, makeFlow, say, wait } from './make-flow.ts';
import { leaves, play } from './play.ts';

const monday = '2027-02-01T09:00';
const round = makeFlow([say('hej'), wait('vent', '1 week'), branch('igen', 'relation', {}, 'hej')]);

describe('simulate', () => {
  it('gives every fact in order, a message where it leaves', () => {
    const flow = makeFlow([invite('kom', { accepted: { say: 'tak' } }), ask('vil-du')]);
    const { lines, state } = play(flow, {
      start: monday,
      script: ['2027-02-02T22:00 open kom-side', '2027-02-02T22:01 accept'],
    });
    expect(lines.map(({ at, fact }) => `${shown(at)} ${fact.kind}`).slice(4)).toEqual([
      '2027-02-01T09:00 timerSet',
      '2027-02-02T22:00 pageOpened',
      '2027-02-02T22:01 answered',
      '2027-02-02T22:01 answerRecorded',
      '2027-02-02T22:01 stepLeft',
      '2027-02-02T22:01 stepEntered',
      '2027-02-02T22:01 timerSet',
      '2027-02-03T08:00 messageComposed',
      '2027-02-03T08:00 timerFired',
      '2027-02-03T08:00 timerCleared',
      '2027-02-03T08:00 messageComposed',
      '2027-02-03T08:00 waitingBegan',
      '2027-02-03T08:00 timerSet',
      '2027-02-06T08:00 timerFired',
      '2027-02-06T08:00 timerCleared',
      '2027-02-06T08:00 answerRecorded',
      '2027-02-06T08:00 stepLeft',
      '2027-02-06T08:00 journeyEnded',
    ]);
    expect(state).toEqual(
      foldFacts(
        NEW_JOURNEY,
        lines.map(({ fact }) => fact),
      ),
    );
  });

  it('does not go round for ever', () => {
    expect(() => play(round, { start: monday })).toThrow(EndlessFlow);
    expect(() => play(round, { start: monday })).toThrow(/still going after 1000 turns, on 20\d\d-/);
  });

  it('stops at an instant when told to', () => {
    expect(leaves(round, { start: monday, until: '2027-02-15T09:00' })).toEqual([
      '2027-02-01T09:00 sms hej',
      '2027-02-08T09:00 sms hej',
      '2027-02-15T09:00 sms hej',
    ]);
  });

  it('lets a timer go before what people do in the same minute', () => {
    const flow = makeFlow([wait('vent', '1 day'), ask('vil-du', { ja: { say: 'tak' } })]);
    expect(leaves(flow, { start: monday, script: ['2027-02-02T09:00 reply ja'] }).slice(0, 2)).toEqual([
      '2027-02-02T09:00 sms vil-du',
      '2027-02-02T09:00 sms tak',
    ]);
  });

  it('takes a script in any order, and what comes before the start counts for nothing', () => {
    const flow = makeFlow([ask('vil-du', { ja: { say: 'tak' } })]);
    const script = ['2027-02-03T09:00 reply nej', '2027-02-02T09:00 reply ja', '2027-01-02T09:00 pause'];
    expect(leaves(flow, { start: monday, script })).toEqual([
      '2027-02-01T09:00 sms vil-du',
      '2027-02-02T09:00 sms tak',
      '2027-02-02T09:00 end gennemført',
      '2027-02-03T09:00 alert advisor',
    ]);
  });

  it('throws when a flow goes in circles without a wait: the check keeps such flows out', () => {
    const circle = makeFlow([say('a'), branch('om', 'relation', {}, 'a')]);
    expect(() => play(circle, { start: monday })).toThrow(/runs in circles/);
  });

  it('comes back to a timed step that takes the next day, and does not circle', () => {
    const daily = makeFlow([
      say('a', { when: '1 day after dag at 10:00', late: 'next' }),
      branch('om', 'relation', {}, 'a'),
    ]);
    expect(
      leaves(daily, { start: monday, anchors: { dag: '2027-02-02' }, until: '2027-02-05T10:00' }),
    ).toEqual(['2027-02-03T10:00 sms a', '2027-02-04T10:00 sms a', '2027-02-05T10:00 sms a']);
  });
});
