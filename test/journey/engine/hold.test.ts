import { describe, expect, it } from 'vitest';
import { alert, ask, invite, makeFlow, say, wait } from './make-flow.ts';
import { factsOf, leaves, play } from './play.ts';

const monday = '2027-02-01T09:00';

describe('a journey that stands still', () => {
  const flow = makeFlow([
    invite('kom', { remind: 'every 4 days, 2 times', expires: '10 days' }),
    say('godt'),
  ]);

  it('says nothing until it is released, and then has as long left as before', () => {
    expect(leaves(flow, { start: monday, script: ['2027-02-03T09:00 pause'] })).toEqual([
      '2027-02-01T09:00 sms kom',
    ]);
    expect(
      leaves(flow, { start: monday, script: ['2027-02-03T09:00 pause', '2027-03-03T09:00 resume'] }),
    ).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-03-05T09:00 sms kom-igen',
      '2027-03-09T09:00 sms kom-igen',
      '2027-03-11T09:00 end ubesvaret',
    ]);
  });

  it('counts from when it first stood still, and stays dead however often it is paused', () => {
    const played = play(flow, { start: monday, script: ['2027-02-03T09:00 dead', '2027-02-10T09:00 pause'] });
    expect(played.state).toMatchObject({ hold: 'dead', heldAt: Date.UTC(2027, 1, 3, 8) });
    const released = ['2027-02-03T09:00 pause', '2027-02-10T09:00 dead', '2027-03-03T09:00 resume'];
    expect(leaves(flow, { start: monday, script: released })[1]).toBe('2027-03-05T09:00 sms kom-igen');
  });

  it('released and released again goes on once', () => {
    const script = ['2027-02-03T09:00 pause', '2027-03-03T09:00 resume', '2027-03-04T09:00 resume'];
    expect(leaves(flow, { start: monday, script })[1]).toBe('2027-03-05T09:00 sms kom-igen');
  });

  it('reckons a moment anew, with its late rule', () => {
    const timed = (late: 'skip' | 'send' | 'next') =>
      leaves(makeFlow([say('husk', { when: '3 days before dag at 10:00', late }), say('godt')]), {
        start: monday,
        anchors: { dag: '2027-02-12' },
        script: ['2027-02-03T09:00 pause', '2027-02-10T09:30 resume'],
      })[0];
    expect(timed('skip')).toBe('2027-02-10T09:30 sms godt');
    expect(timed('send')).toBe('2027-02-10T09:30 sms husk');
    expect(timed('next')).toBe('2027-02-10T10:00 sms husk');
  });

  it('whose date moved meanwhile plans by the new one', () => {
    const timed = makeFlow([say('husk', { when: '3 days before dag at 10:00' })]);
    const script = [
      '2027-02-03T09:00 pause',
      '2027-02-04T09:00 move dag 2027-03-05',
      '2027-02-20T09:00 resume',
    ];
    expect(leaves(timed, { start: monday, anchors: { dag: '2027-02-12' }, script })[0]).toBe(
      '2027-03-02T10:00 sms husk',
    );
  });

  it.each([
    ['4 days', '2027-02-12T12:00'], // two days had passed, two are left
    ['until next thursday at 10:00', '2027-02-11T10:00'], // a Thursday, and not the hour of release
    ['until next sunday at 10:00', '2027-02-15T08:00'],
    ['until 1 day before dag at 10:00', '2027-02-11T10:00'],
    ['until 3 days before dag at 10:00', '2027-02-10T12:00'], // has passed
  ])('takes up a wait of %s at %s', (until, at) => {
    const waits = makeFlow([wait('vent', until), say('nu')]);
    const script = ['2027-02-03T09:00 pause', '2027-02-10T12:00 resume'];
    const left = leaves(waits, { start: monday, anchors: { dag: '2027-02-12' }, script });
    expect(left[0]).toBe(`${at} sms nu`);
  });

  it('takes up a wait for an opening hour at the next one', () => {
    const waits = makeFlow([wait('vent', 'until next opening hour'), alert('ring')]);
    const script = ['2027-02-06T09:00 pause', '2027-02-10T16:00 resume'];
    expect(leaves(waits, { start: '2027-02-05T16:00', script })[0]).toBe('2027-02-11T08:00 alert advisor');
  });

  it('keeps what was waiting for the window, and lets it go after the release', () => {
    const says = makeFlow([invite('kom', { accepted: { say: 'tak' } }), wait('vent', '30 days')]);
    const script = ['2027-02-02T23:00 accept', '2027-02-03T07:00 pause'];
    expect(leaves(says, { start: monday, script })).toEqual(['2027-02-01T09:00 sms kom']);
    expect(leaves(says, { start: monday, script: [...script, '2027-02-05T22:00 resume'] })[1]).toBe(
      '2027-02-06T08:00 sms tak',
    );
    const dead = script.map((line) => line.replace('pause', 'dead'));
    expect(leaves(says, { start: monday, script: [...dead, '2027-02-05T22:00 resume'] })[1]).toBe(
      '2027-03-07T14:00 end gennemført',
    );
  });
});

describe('an answer while it stands still', () => {
  const flow = makeFlow([
    invite('kom', { consent: 'samtykke', remind: 'every 4 days, 2 times' }),
    ask('vil-du', { ja: { say: 'tak', alert: { to: 'coordinator', urgent: false } } }),
  ]);
  const asked = ['2027-02-02T09:00 accept', '2027-02-03T09:00 pause'];

  it('on the page is kept with its consent, a person is told, and it leads on after the release', () => {
    const script = ['2027-02-03T09:00 pause', '2027-02-04T20:00 accept', '2027-02-10T09:00 resume'];
    const played = play(flow, { start: monday, script });
    expect(factsOf(played, 'consentGiven')).toHaveLength(1);
    expect(leaves(flow, { start: monday, script }).slice(0, 3)).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-04T20:00 alert advisor',
      '2027-02-10T09:00 sms vil-du',
    ]);
  });

  it('typed by staff leads on after the release, and a second one counts for nothing', () => {
    const script = [
      ...asked,
      '2027-02-04T09:00 answer ja',
      '2027-02-05T09:00 answer nej',
      '2027-02-08T21:00 resume',
    ];
    expect(leaves(flow, { start: monday, script })).toEqual([
      '2027-02-01T09:00 sms kom',
      '2027-02-02T09:00 sms vil-du',
      '2027-02-04T09:00 alert advisor',
      '2027-02-08T21:00 alert coordinator',
      '2027-02-08T21:00 end gennemført',
      '2027-02-09T08:00 sms tak',
    ]);
  });

  it('by SMS goes to a person, who sees the pause', () => {
    const script = [...asked, '2027-02-04T09:00 reply JA'];
    const played = play(flow, { start: monday, script });
    expect(factsOf(played, 'alertRaised')).toMatchObject([{ alert: 'reply' }]);
    expect(played.state.answers).toEqual({ kom: 'accepted' });
  });

  it('that is a STOP ends it all the same', () => {
    const script = [...asked, '2027-02-04T09:00 reply STOP'];
    expect(play(flow, { start: monday, script }).state).toMatchObject({
      status: 'ended',
      endedBecause: 'stop',
    });
  });
});
