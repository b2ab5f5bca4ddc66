import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../../src/journey/time/duration.ts';
import { shown } from '../time/wall.ts';
import { alert, ask, branch, end, invite, makeFlow, say, wait } from './make-flow.ts';
import { factsOf, leaves, play } from './play.ts';

const monday = '2027-02-01T09:00';

describe('say', () => {
  it('leaves at once in the window, from the number without a link and from the name with one', () => {
    const played = play(makeFlow([say('a'), say('b', { page: 'side' })]), { start: monday });
    expect(factsOf(played, 'messageComposed')).toMatchObject([
      { key: 'a', sender: 'number', text: 'Hej Eksempel: a', segments: 1, channel: 'sms', answer: false },
      { key: 'b', sender: 'name', text: 'Hej Eksempel: b {link}', page: 'side', access: 'link' },
    ]);
    expect(played.state).toMatchObject({ status: 'ended', endedBecause: 'gennemført' });
  });

  it('waits for the window when it is closed', () => {
    const flow = makeFlow([say('a')]);
    expect(leaves(flow, { start: '2027-02-06T21:00' })[0]).toBe('2027-02-08T08:00 sms a');
  });

  it('speaks the language of the relative, or the first of the flow', () => {
    const texts = (language: string) =>
      factsOf(play(makeFlow([say('a')]), { start: monday, relative: { language } }), 'messageComposed').map(
        (message) => [message.language, message.text],
      );
    expect(texts('en')).toEqual([['en', 'Hello Eksempel: a']]);
    expect(texts('ar')).toEqual([['da', 'Hej Eksempel: a']]);
  });

  it('makes no sense after the date it is planned before', () => {
    const notAfter = (when: string, anchors: Record<string, string>) =>
      factsOf(
        play(makeFlow([say('a', { when, late: 'send' })]), { start: monday, anchors }),
        'messageComposed',
      ).map((message) => message.notAfter && shown(message.notAfter));
    expect(notAfter('1 day before dag at 10:00', { dag: '2027-02-10' })).toEqual(['2027-02-11T00:00']);
    expect(notAfter('1 day before moede at 10:00', { moede: '2027-02-10T14:00' })).toEqual([
      '2027-02-10T14:00',
    ]);
    expect(notAfter('1 day after dag at 10:00', { dag: '2027-02-10' })).toEqual([undefined]);
  });
});

describe('invite', () => {
  const flow = makeFlow([
    invite('kom', { remind: 'every 4 days, 2 times', expires: '21 days', consent: 'samtykke' }),
    say('godt'),
  ]);

  it('reminds, and expires when nobody answers', () => {
    expect(leaves(flow, { start: monday })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-05T09:00 sms kom-igen',
      '2027-02-09T09:00 sms kom-igen',
      '2027-02-22T09:00 end ubesvaret',
    ]);
  });

  it('goes on after a yes on the page, whose consent is kept with its language', () => {
    const played = play(flow, {
      start: monday,
      script: ['2027-02-05T21:00 open kom-side', '2027-02-05T21:01 accept'],
    });
    expect(factsOf(played, 'consentGiven')).toMatchObject([{ key: 'samtykke', language: 'da' }]);
    expect(factsOf(played, 'answerRecorded')).toMatchObject([
      { step: 'kom', answer: 'accepted', by: 'page' },
    ]);
    expect(leaves(flow, { start: monday, script: ['2027-02-05T21:01 accept'] }).slice(2)).toEqual([
      '2027-02-06T08:00 sms godt',
      '2027-02-06T08:00 end gennemført',
    ]);
  });

  it('ends after a no, and does what the no says first', () => {
    const told = makeFlow([
      invite('kom', { declined: { say: 'ok', alert: { to: 'coordinator', urgent: false } } }),
    ]);
    expect(leaves(told, { start: monday, script: ['2027-02-02T10:00 decline'] })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-02T10:00 sms ok',
      '2027-02-02T10:00 alert coordinator',
      '2027-02-02T10:00 end afslået',
    ]);
  });

  it('goes where an expiry leads', () => {
    const further = makeFlow([
      invite('kom', { expires: '3 days', expired: { go: 'ring' } }),
      end('nej'),
      alert('ring'),
    ]);
    expect(leaves(further, { start: monday })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-04T09:00 alert advisor',
      '2027-02-04T09:00 end gennemført',
    ]);
  });

  it('is not answered by SMS: a JA to a link message goes to a person', () => {
    const replied = leaves(flow, { start: monday, script: ['2027-02-02T10:00 reply JA'] });
    expect(replied.slice(0, 3)).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-02T10:00 alert advisor',
      '2027-02-05T09:00 sms kom-igen',
    ]);
  });

  it('that comes too late to be sent is not taken for a yes', () => {
    const late = makeFlow([
      invite('kom', { when: '10 days before dag at 10:00', late: 'skip' }),
      say('husk'),
    ]);
    const anchors = { dag: '2027-02-03' };
    expect(leaves(late, { start: monday, anchors })).toEqual(['2027-02-01T09:00 end for sent']);
    const led = makeFlow([
      invite('kom', { when: '10 days before dag at 10:00', expired: { say: 'udloebet', go: 'ring' } }),
      say('husk'),
      alert('ring'),
    ]);
    expect(leaves(led, { start: monday, anchors })).toEqual([
      '2027-02-01T09:00 alert advisor',
      '2027-02-01T09:00 end gennemført',
    ]);
  });

  it('does not remind after the day it invites to', () => {
    const day = makeFlow([
      invite('kom', {
        when: '3 days before dag at 10:00',
        remind: 'every 2 days, 5 times',
        expires: '14 days',
      }),
    ]);
    expect(leaves(day, { start: monday, anchors: { dag: '2027-02-11' } })).toEqual([
      '2027-02-08T10:00 sms kom',
      '2027-02-10T10:00 sms kom-igen',
      '2027-02-22T10:00 end ubesvaret',
    ]);
  });
});

describe('ask', () => {
  const flow = makeFlow([
    ask('kommer-du', {
      ja: { say: 'tak' },
      nej: { say: 'afbud', alert: { to: 'advisor', urgent: false }, go: 'slut' },
      silent: { go: 'ring' },
      after: '3 days',
      remind: 1,
    }),
    say('vi-ses'),
    end('slut', 'meldt fra'),
    alert('ring'),
  ]);

  it.each([
    ['2027-02-02T22:30 reply Ja tak!', ['22:30 sms tak', '22:30 sms vi-ses', '22:30 end meldt fra']],
    [
      '2027-02-02T22:30 reply nej desværre',
      ['22:30 sms afbud', '22:30 alert advisor', '22:30 end meldt fra'],
    ],
  ])('%s is answered at once, also in the evening', (line, expected) => {
    expect(leaves(flow, { start: monday, script: [line] }).slice(1)).toEqual(
      expected.map((text) => `2027-02-02T${text}`),
    );
  });

  it('reminds, waits as long again, and takes silence for an answer', () => {
    const played = play(flow, { start: monday });
    expect(leaves(flow, { start: monday })).toEqual([
      '2027-02-01T09:00 sms kommer-du',
      '2027-02-04T09:00 sms kommer-du-igen',
      '2027-02-08T09:00 alert advisor',
      '2027-02-08T09:00 end gennemført',
    ]);
    expect(factsOf(played, 'answerRecorded')).toMatchObject([{ answer: 'silent', by: 'silence' }]);
  });

  it('hears only the first answer; the second is for a person', () => {
    const both = leaves(flow, {
      start: monday,
      script: ['2027-02-02T10:00 reply JA', '2027-02-02T10:05 reply NEJ'],
    });
    expect(both).toEqual([
      '2027-02-01T09:00 sms kommer-du',
      '2027-02-02T10:00 sms tak',
      '2027-02-02T10:00 sms vi-ses',
      '2027-02-02T10:00 end meldt fra',
      '2027-02-02T10:05 alert advisor',
    ]);
  });

  it('takes an answer that staff type', () => {
    const played = play(flow, { start: monday, script: ['2027-02-02T10:00 answer ja'] });
    expect(factsOf(played, 'answerRecorded')).toMatchObject([{ answer: 'ja', by: 'staff' }]);
    expect(factsOf(played, 'messageComposed').map(({ answer }) => answer)).toEqual([false, false, false]);
  });

  it('does not ask again after the day it asks about', () => {
    const day = makeFlow([
      ask('kommer-du', { when: '1 day before dag at 10:00', after: '3 days', remind: 2 }),
    ]);
    expect(leaves(day, { start: monday, anchors: { dag: '2027-02-10' } })).toEqual([
      '2027-02-09T10:00 sms kommer-du',
      '2027-02-12T10:00 end gennemført',
    ]);
  });

  it('keeps a timed step that follows an evening answer for the window', () => {
    const timed = makeFlow([
      ask('vil-du'),
      say('senere', { when: '1 day after start at 10:00', late: 'send' }),
    ]);
    const script = ['2027-02-02T22:30 reply ja'];
    expect(leaves(timed, { start: monday, script })[1]).toBe('2027-02-03T08:00 sms senere');
  });
});

describe('the channels', () => {
  const flow = makeFlow([
    invite('kom', { remind: 'every 4 days, 2 times' }),
    ask('vil-du', { remind: 2 }),
    say('tak'),
  ]);

  it('ring: calls with the same words, no reminders, no silence, until staff type the answer', () => {
    const relative = { channel: 'ring' } as const;
    expect(leaves(flow, { start: monday, relative })).toEqual(['2027-02-01T09:00 call kom']);
    const script = ['2027-04-01T10:00 answer ja', '2027-06-02T10:00 answer nej'];
    expect(leaves(flow, { start: monday, relative, script })).toEqual([
      '2027-02-01T09:00 call kom',
      '2027-04-01T10:00 call vil-du',
      '2027-06-02T10:00 call tak',
      '2027-06-02T10:00 end gennemført',
    ]);
  });

  it('ring: nobody is called a second time to confirm what was just said on the phone', () => {
    const asks = makeFlow([ask('vil-du', { ja: { say: 'tak', alert: { to: 'advisor', urgent: false } } })]);
    const script = ['2027-02-02T10:00 answer ja'];
    expect(leaves(asks, { start: monday, relative: { channel: 'ring' }, script })).toEqual([
      '2027-02-01T09:00 call vil-du',
      '2027-02-02T10:00 alert advisor',
      '2027-02-02T10:00 end gennemført',
    ]);
  });

  it('brev: letters, no reminders; expiry and silence hold, the silence as long as all the reminders', () => {
    const relative = { channel: 'brev' } as const;
    expect(leaves(flow, { start: monday, relative })).toEqual([
      '2027-02-01T09:00 letter kom',
      '2027-02-22T09:00 end ubesvaret',
    ]);
    expect(leaves(flow, { start: monday, relative, script: ['2027-02-05T10:00 answer ja'] })).toEqual([
      '2027-02-01T09:00 letter kom',
      '2027-02-05T10:00 letter vil-du',
      '2027-02-15T10:00 letter tak',
      '2027-02-15T10:00 end gennemført',
    ]);
  });

  it('a shared phone is invited and told by SMS, but asked by phone, and an SMS from it settles nothing', () => {
    const relative = { sharedPhone: true };
    const script = ['2027-02-02T10:00 accept', '2027-02-03T10:00 reply JA', '2027-02-04T10:00 answer ja'];
    expect(leaves(flow, { start: monday, relative, script })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-02T10:00 call vil-du',
      '2027-02-03T10:00 alert advisor',
      '2027-02-04T10:00 sms tak',
      '2027-02-04T10:00 end gennemført',
    ]);
  });
});

describe('wait', () => {
  it.each([
    ['2 days', '2027-02-03T09:00'],
    ['90 minutes', '2027-02-01T10:30'],
    ['until 3 days before dag at 10:00', '2027-02-15T10:00'],
    ['until next tuesday at 10:00', '2027-02-02T10:00'],
    ['until next monday at 10:00', '2027-02-08T10:00'],
    ['until next opening hour', '2027-02-01T09:00'],
    ['until 3 days before moede at 10:00', '2027-02-01T09:00'],
  ])('%s', (until, at) => {
    const flow = makeFlow([wait('vent', until), say('nu')]);
    expect(
      leaves(flow, { start: monday, anchors: { dag: '2027-02-18', moede: '2027-01-04T10:00' } })[0],
    ).toBe(`${at} sms nu`);
  });

  it('knows the opening hours of the office, not those of the SMS', () => {
    const flow = makeFlow([wait('vent', 'until next opening hour'), alert('ring')]);
    expect(leaves(flow, { start: '2027-02-05T15:00' })[0]).toBe('2027-02-08T08:00 alert advisor');
  });

  it('goes on at once when the date it waits for is not known', () => {
    const flow = makeFlow([wait('vent', 'until on dag at 10:00'), say('nu')]);
    expect(leaves(flow, { start: monday })[0]).toBe('2027-02-01T09:00 sms nu');
  });
});

describe('branch', () => {
  const to = (on: string, is: Record<string, string>, otherwise?: string) =>
    makeFlow([
      ask('spurgt', { ja: { go: 'del' }, after: '1 day' }),
      branch('del', on, is, otherwise),
      say('naeste'),
      end('slut'),
      say('der'),
    ]);
  const second = (flow: ReturnType<typeof to>, script: string[] = [], more = {}) =>
    leaves(flow, { start: monday, script, ...more })[1]
      ?.split(' ')
      .slice(1)
      .join(' ');

  it.each([
    ['relation', { søskende: 'der' }, { relation: 'søskende' }, 'sms der'],
    ['relation', { søskende: 'der' }, { relation: 'forælder' }, 'sms naeste'],
    ['area', { demens: 'der' }, { area: 'demens' }, 'sms der'],
    ['language', { en: 'der' }, { language: 'en' }, 'sms der'],
    ['channel', { sms: 'der' }, {}, 'sms der'],
    ['ageBand', { '18-29': 'der' }, { ageBand: '18-29' }, 'sms der'],
    ['answer.spurgt', { silent: 'der' }, {}, 'sms der'],
    ['answer.spurgt', { ja: 'der' }, {}, 'sms naeste'],
    ['anchor.dag', { set: 'der' }, {}, 'sms naeste'],
  ])('by %s %j of %j: %s', (on, is, relative, expected) => {
    expect(second(to(on, is), [], { relative })).toBe(expected);
  });

  it('goes by the answer and by the date that are there, and otherwise as it says', () => {
    expect(second(to('answer.spurgt', { ja: 'der' }), ['2027-02-01T10:00 reply ja'])).toBe('sms der');
    expect(second(to('anchor.dag', { set: 'der' }), [], { anchors: { dag: '2027-03-01' } })).toBe('sms der');
    expect(second(to('relation', { søskende: 'naeste' }, 'der'))).toBe('sms der');
  });
});

describe('alert and end', () => {
  it('alerts at any hour, with the task in the language of the staff', () => {
    const flow = makeFlow([alert('se', { task: 'opgave', urgent: true }), end('slut', 'overdraget')]);
    const played = play(flow, { start: '2027-02-07T03:00', relative: { language: 'en' } });
    expect(factsOf(played, 'alertRaised')).toMatchObject([
      { alert: 'flow', to: 'advisor', urgent: true, text: 'Hej Eksempel: opgave', step: 'se' },
    ]);
    expect(played.state).toMatchObject({ endedBecause: 'overdraget' });
  });

  it('alerts at its moment', () => {
    const flow = makeFlow([alert('se', { when: '2 days before dag at 10:00' })]);
    expect(leaves(flow, { start: monday, anchors: { dag: '2027-02-11' } })[0]).toBe(
      '2027-02-09T10:00 alert advisor',
    );
  });
});

it('knows the length of a wait as a whole: reminders and expiry count from when the SMS went', () => {
  expect(parseDuration('21 days')).toEqual({ amount: 21, unit: 'days' });
  const flow = makeFlow([invite('kom', { remind: 'every 4 days, 1 time', expires: '10 days' })]);
  expect(leaves(flow, { start: '2027-02-06T21:00' })).toEqual([
    '2027-02-08T08:00 sms kom',
    '2027-02-12T08:00 sms kom-igen',
    '2027-02-18T08:00 end ubesvaret',
  ]);
});
