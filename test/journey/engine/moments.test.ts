import { describe, expect, it } from 'vitest';
import { SAMPLE_ORGANISATION } from '../../../src/journey/engine/sample-known.ts';
import { ask, invite, makeFlow, say, wait } from './make-flow.ts';
import { factsOf, leaves, play } from './play.ts';

const first = (
  when: string,
  late: 'skip' | 'send' | 'next',
  start: string,
  anchors: Record<string, string>,
) => leaves(makeFlow([say('a', { when, late }), say('b')]), { start, anchors })[0];

describe('a moment still to come', () => {
  it.each([
    ['3 days before dag at 09:00', '2027-03-15', '2027-03-12T09:00'],
    ['3 days before dag at 09:00', '2027-03-31', '2027-03-27T09:00'], // Easter: the Saturday between is open
    ['1 day before dag at 09:00', '2027-03-15', '2027-03-13T09:00'], // a Sunday gives way to the Saturday before
    ['1 day after dag at 09:00', '2027-03-13', '2027-03-15T09:00'], // and to the Monday after
    ['1 day after dag at 10:00', '2027-05-05', '2027-05-07T10:00'], // Ascension Day
    ['on dag at 07:00', '2027-03-16', '2027-03-15T19:30'], // too early in the day: the evening before
    ['2 days after dag at 21:00', '2027-03-15', '2027-03-18T08:00'], // too late in the day: the morning after
    ['2 hours before moede', '2027-03-16T14:00', '2027-03-16T12:00'],
    ['4 days before dag at 09:00', '2027-12-28', '2027-12-23T09:00'], // Christmas
  ])('%s %s leaves at %s', (when, value, at) => {
    expect(
      first(when, 'skip', '2027-03-01T09:00', { [when.includes('moede') ? 'moede' : 'dag']: value }),
    ).toBe(`${at} sms a`);
  });

  it.each([
    ['2027-03-01T09:00', '2027-03-30', '2027-03-30T09:00'],
    ['2027-10-01T09:00', '2027-11-01', '2027-11-01T09:00'],
  ])('is the same on the wall on both sides of a change of the clocks', (start, dag, at) => {
    expect(first('on dag at 09:00', 'skip', start, { dag })).toBe(`${at} sms a`);
  });

  it('keeps the clock of a wait of days across the change of the clocks, and not that of a wait of hours', () => {
    const start = '2027-03-27T09:00';
    const at = (until: string) => leaves(makeFlow([wait('v', until), say('a')]), { start })[0];
    expect(at('3 days')).toBe('2027-03-30T09:00 sms a');
    expect(at('72 hours')).toBe('2027-03-30T10:00 sms a');
  });
});

describe('a moment that has passed', () => {
  const start = '2027-03-10T12:00';
  it.each([
    ['skip', '2 days before dag at 09:00', '2027-03-12', '2027-03-10T12:00 sms b'],
    ['send', '2 days before dag at 09:00', '2027-03-12', '2027-03-10T12:00 sms a'],
    ['next', '2 days before dag at 09:00', '2027-03-12', '2027-03-11T09:00 sms a'],
    ['next', '2 days before dag at 13:00', '2027-03-11', '2027-03-10T13:00 sms a'], // later today is the next one
    ['next', '2 days after dag at 09:00', '2027-03-06', '2027-03-11T09:00 sms a'],
    ['send', '2 days after dag at 09:00', '2020-01-01', '2027-03-10T12:00 sms a'],
    ['next', '2 days after dag at 09:00', '2020-01-01', '2027-03-11T09:00 sms a'],
    ['send', '9 days before dag at 09:00', '2027-03-10', '2027-03-10T12:00 sms a'], // the day itself still makes sense
    ['send', '9 days before dag at 09:00', '2027-03-09', '2027-03-10T12:00 sms b'], // the day after does not
    ['next', '9 days before dag at 09:00', '2027-03-10', '2027-03-10T12:00 sms b'], // nor would the morning after
  ] as const)('late: %s, %s %s', (late, when, dag, expected) => {
    expect(first(when, late, start, { dag })).toBe(expected);
  });

  it('that the window moved to the past is late as well', () => {
    expect(first('1 day before dag at 09:00', 'skip', '2027-03-14T12:00', { dag: '2027-03-15' })).toBe(
      '2027-03-15T08:00 sms b',
    );
    expect(first('1 day before dag at 09:00', 'send', '2027-03-14T12:00', { dag: '2027-03-15' })).toBe(
      '2027-03-15T08:00 sms a',
    );
  });

  it('before an hour on a day passes with that hour', () => {
    const moede = (at: string) => first('3 days before moede at 09:00', 'send', start, { moede: at });
    expect(moede('2027-03-10T12:01')).toBe('2027-03-10T12:00 sms a');
    expect(moede('2027-03-10T12:00')).toBe('2027-03-10T12:00 sms b');
  });

  it('says in a fact what was left out and when it was due', () => {
    const played = play(makeFlow([say('a', { when: '2 days before dag at 09:00' })]), {
      start,
      anchors: { dag: '2027-03-11' },
    });
    expect(factsOf(played, 'stepSkipped')).toMatchObject([
      { step: 'a', late: 'skip', dueAt: Date.UTC(2027, 2, 9, 8) },
    ]);
  });

  it('is left out when its date is not known', () => {
    expect(first('2 days after dag at 09:00', 'send', start, {})).toBe('2027-03-10T12:00 sms b');
  });

  it('comes one open day at a time when several have passed', () => {
    const flow = makeFlow(
      ['a', 'b', 'c'].map((id) => say(id, { when: '1 day after dag at 09:00', late: 'next' })),
    );
    expect(leaves(flow, { start: '2027-03-12T12:00', anchors: { dag: '2027-02-01' } })).toEqual([
      '2027-03-13T09:00 sms a',
      '2027-03-15T09:00 sms b',
      '2027-03-16T09:00 sms c',
      '2027-03-16T09:00 end gennemført',
    ]);
  });
});

describe('windows', () => {
  it('are narrowed by the flow and never widened', () => {
    const narrow = { window: { from: '09:00', to: '17:00', weekdays: [1, 2, 3, 4, 5] } };
    const wide = { window: { from: '00:00', to: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7] } };
    const at = (start: string, window: object) => leaves(makeFlow([say('a')], window), { start })[0];
    expect(at('2027-03-13T12:00', narrow)).toBe('2027-03-15T09:00 sms a');
    expect(at('2027-03-12T18:00', narrow)).toBe('2027-03-15T09:00 sms a');
    expect(at('2027-03-13T21:00', wide)).toBe('2027-03-15T08:00 sms a');
  });

  it('know the days the organisation is closed', () => {
    const organisation = {
      ...SAMPLE_ORGANISATION,
      window: { ...SAMPLE_ORGANISATION.window, closed: ['2027-03-15'] },
    };
    const flow = makeFlow([say('a')]);
    expect(leaves(flow, { start: '2027-03-13T21:00', organisation })[0]).toBe('2027-03-16T08:00 sms a');
  });

  it('hold for reminders and expiry over Easter and Christmas', () => {
    const flow = makeFlow([invite('kom', { remind: 'every 4 days, 2 times', expires: '10 days' })]);
    expect(leaves(flow, { start: '2027-03-21T12:00' })).toEqual([
      '2027-03-22T08:00 sms kom',
      '2027-03-27T08:00 sms kom-igen',
      '2027-03-31T08:00 sms kom-igen',
      '2027-04-01T08:00 end ubesvaret',
    ]);
    expect(leaves(makeFlow([ask('vil-du', { after: '1 day' })]), { start: '2026-12-23T10:00' })[1]).toBe(
      '2026-12-28T10:00 end gennemført',
    );
  });
});
