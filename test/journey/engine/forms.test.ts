import { describe, expect, it } from 'vitest';
import { describeStep } from '../../../src/journey/diagram/describe.ts';
import { waysOf } from '../../../src/journey/diagram/ways.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { simulate } from '../../../src/journey/engine/simulate.ts';
import type { Seat } from '../../../src/journey/engine/state.ts';
import { told } from '../../../src/journey/engine/story.ts';
import type { Flow } from '../../../src/journey/flow/flow.ts';
import { wall } from '../time/wall.ts';
import { branch, end, form, makeFlow } from './make-flow.ts';
import { factsOf, leaves, play } from './play.ts';

const START = '2027-03-01T10:00';
const steps = [
  form('skema', { remind: 1, answered: { say: 'tak', go: 'faerdig' }, silent: { go: 'stille' } }),
  end('faerdig'),
  end('stille'),
];
const flow = makeFlow(steps);

describe('a questionnaire', () => {
  it('is sent with a link, reminded of, and left when nobody answers', () => {
    expect(leaves(flow, { start: START })).toEqual([
      '2027-03-01T10:00 sms skema',
      '2027-03-08T10:00 sms skema-igen',
      '2027-03-15T10:00 end stille',
    ]);
    const [sent] = factsOf(play(flow, { start: START }), 'messageComposed');
    expect(sent).toMatchObject({ sender: 'name', page: 'skema-side', access: 'link' });
  });

  it('goes on when it is sent, once, and the facts say nothing of what was answered', () => {
    const script = ['2027-03-02T11:00 fill udbytte=5 andet=hemmeligt', '2027-03-02T11:01 fill udbytte=1'];
    const played = play(flow, { start: START, script });
    expect(played.lines.flatMap(told)).toEqual([
      '2027-03-01T10:00 sms skema',
      '2027-03-02T11:00 sms tak',
      '2027-03-02T11:00 end faerdig',
    ]);
    expect(factsOf(played, 'answerRecorded')).toMatchObject([{ answer: 'answered', by: 'page' }]);
    expect(JSON.stringify(played)).not.toContain('hemmeligt');
  });

  it('is a call for whoever is called, filled in by staff, and over when the reminders would be', () => {
    const ring = { start: START, relative: { channel: 'ring' } as const };
    expect(leaves(flow, ring)).toEqual(['2027-03-01T10:00 call skema', '2027-03-15T10:00 end stille']);
    const filled = play(flow, { ...ring, script: ['2027-03-02T11:00 fill igen=ja'] });
    expect(factsOf(filled, 'answerRecorded')).toMatchObject([{ by: 'staff' }]);
    expect(filled.lines.flatMap(told).at(-1)).toBe('2027-03-02T11:00 end faerdig');
  });

  it('is never a letter', () => {
    const played = play(flow, { start: START, relative: { channel: 'brev' } });
    expect(played.lines.flatMap(told)).toEqual(['2027-03-01T10:00 end stille']);
    expect(factsOf(played, 'notAsked')).toMatchObject([{ why: 'letters' }]);
  });

  it('stands still with its circle: what is answered meanwhile leads on afterwards, and the deadline waits', () => {
    const pause = '2027-03-02T10:00 pause';
    const answered = ['2027-03-03T10:00 fill igen=nej', '2027-03-05T10:00 resume'];
    expect(leaves(flow, { start: START, script: [pause, ...answered] })).toEqual([
      '2027-03-01T10:00 sms skema',
      '2027-03-05T10:00 sms tak',
      '2027-03-05T10:00 end faerdig',
    ]);
    expect(leaves(flow, { start: START, script: [pause, '2027-03-05T10:00 resume'] })[1]).toBe(
      '2027-03-11T10:00 sms skema-igen',
    );
    expect(leaves(flow, { start: START, script: ['2027-03-02T10:00 dead'] })).toHaveLength(1);
  });

  it('ends with a stop, and staff can pass over it', () => {
    expect(leaves(flow, { start: START, script: ['2027-03-02T10:00 reply STOP'] }).at(-1)).toBe(
      '2027-03-02T10:00 end stop',
    );
    const skipped = leaves(flow, { start: START, script: ['2027-03-02T10:00 skip'] });
    expect(skipped.at(-1)).toBe('2027-03-02T10:00 end faerdig');
  });

  it('lets a branch go by whether it was answered', () => {
    const on = makeFlow([
      form('skema'),
      branch('valg', 'answer.skema', { answered: 'faerdig' }, 'stille'),
      end('faerdig'),
      end('stille'),
    ]);
    expect(leaves(on, { start: START }).at(-1)).toBe('2027-03-08T10:00 end stille');
    const script = ['2027-03-02T11:00 fill'];
    expect(leaves(on, { start: START, script }).at(-1)).toBe('2027-03-02T11:00 end faerdig');
  });
});

describe('a questionnaire about an arrangement', () => {
  const about: Flow = makeFlow(
    [form('skema', { about: 'dag', when: '1 day after dag at 10:00', remind: 1 })],
    { anchors: { dag: { title: 'Dagen', time: true, event: true } } },
  );
  const asked = (seat: Seat, came?: boolean, channel: 'sms' | 'ring' = 'sms') => {
    const known = sampleKnown({ channel });
    const event = { title: 'Dagen', place: 'Her', remindDays: [], lockHours: 0 };
    const dag = came === undefined ? event : { ...event, came };
    return simulate(about, {
      start: wall(START),
      anchors: { dag: '2027-03-16T14:00' },
      known: { ...known, events: { dag } },
      seats: { dag: seat },
      script: [],
    });
  };

  it.each([
    ['had a seat', 'yes', undefined, '2027-03-17T10:00 sms skema'],
    ['was there', 'yes', true, '2027-03-17T10:00 sms skema'],
  ] as const)('asks who %s', (_who, seat, came, sent) => {
    expect(asked(seat, came).lines.flatMap(told)[0]).toBe(sent);
  });

  it.each([
    ['did not come', 'yes', false, 'absent'],
    ['had no seat', 'waiting', undefined, 'noSeat'],
    ['was only invited', 'invited', undefined, 'noSeat'],
  ] as const)('does not ask who %s', (_who, seat, came, why) => {
    const played = asked(seat, came);
    expect(played.lines.flatMap(told)).toEqual(['2027-03-17T10:00 end gennemført']);
    expect(factsOf(played, 'notAsked')).toMatchObject([{ why }]);
  });
});

describe('the drawing of a questionnaire', () => {
  it('tells what is asked, of whom, and where it leads', () => {
    const about = form('skema', { about: 'dag', when: '1 day after dag at 10:00', silent: { go: 'stille' } });
    const { kind, lines } = describeStep(makeFlow([about, end('stille')]), about);
    expect(kind).toBe('Spørgeskema');
    expect(lines).toEqual(
      expect.arrayContaining(['side: skema-side (link)', 'om dagen: kun dem, der var med', 'venter 7 dage']),
    );
    expect(lines.filter((line) => line.startsWith('spørger:'))).toHaveLength(3);
    expect(waysOf(makeFlow([about, end('stille'), end('faerdig')]))).toEqual([
      { from: 'skema', labels: ['besvaret', 'intet svar', 'for sent'], ends: 'stille' },
    ]);
  });
});
