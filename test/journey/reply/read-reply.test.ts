import { describe, expect, it } from 'vitest';
import { type Expecting, type Reading, readReply } from '../../../src/journey/reply/read-reply.ts';
import { danishReplies } from './danish-replies.ts';
import { heldOutReplies } from './held-out-replies.ts';
import { describeFigures, measure } from './measure.ts';
import { moreDanishReplies } from './more-danish-replies.ts';

const MOST_LEFT_TO_A_PERSON = 0.1;

describe('Danish replies as people type them', () => {
  it('are at least 320 in the table and 80 held out, and 120 of them tricky', () => {
    const figures = measure(danishReplies);

    expect(figures.replies).toBeGreaterThanOrEqual(320);
    expect(figures.tricky).toBeGreaterThanOrEqual(120);
    expect(measure(heldOutReplies).replies).toBeGreaterThanOrEqual(80);
  });

  it.each([
    ['the table', danishReplies],
    ['the second table', moreDanishReplies],
    ['the held-out part', heldOutReplies],
  ])('of %s are never read as what they are not, and few clear ones are left to a person', (name, groups) => {
    const figures = measure(groups);
    console.log(describeFigures(name, figures));

    expect(figures.wrong.map(({ text, reading }) => [text, reading.meaning])).toEqual([]);
    expect(figures.missedAlerts.map(({ text }) => text)).toEqual([]);
    expect(figures.leftToPerson.length / figures.clear).toBeLessThanOrEqual(MOST_LEFT_TO_A_PERSON);
    expect(figures.needlessAlerts.map(({ text }) => text)).toEqual([]);
  });
});

describe('What a word means depends on what waits', () => {
  const readings: [string, Record<Expecting, Reading['meaning']>][] = [
    ['JA', { nothing: 'unclear', yesno: 'yes', rsvp: 'yes' }],
    ['NEJ', { nothing: 'unclear', yesno: 'no', rsvp: 'no' }],
    ['OK', { nothing: 'unclear', yesno: 'yes', rsvp: 'yes' }],
    ['1', { nothing: 'unclear', yesno: 'yes', rsvp: 'yes' }],
    ['2', { nothing: 'unclear', yesno: 'no', rsvp: 'no' }],
    ['👍', { nothing: 'unclear', yesno: 'yes', rsvp: 'yes' }],
    ['AFMELD', { nothing: 'stop', yesno: 'stop', rsvp: 'no' }],
    ['FRAMELD', { nothing: 'stop', yesno: 'stop', rsvp: 'no' }],
    ['TILMELD', { nothing: 'unclear', yesno: 'unclear', rsvp: 'yes' }],
    ['STOP', { nothing: 'stop', yesno: 'stop', rsvp: 'stop' }],
    ['STOP ALLE', { nothing: 'stop', yesno: 'stop', rsvp: 'stop' }],
    ['STOP SMS', { nothing: 'stop', yesno: 'stop', rsvp: 'stop' }],
    ['SLUT', { nothing: 'stop', yesno: 'stop', rsvp: 'stop' }],
    ['UNSUBSCRIBE', { nothing: 'stop', yesno: 'stop', rsvp: 'stop' }],
    ['START', { nothing: 'start', yesno: 'start', rsvp: 'start' }],
    ['Start tak', { nothing: 'unclear', yesno: 'unclear', rsvp: 'unclear' }],
    ['HJÆLP', { nothing: 'help', yesno: 'help', rsvp: 'help' }],
    ['INFO', { nothing: 'help', yesno: 'help', rsvp: 'help' }],
    ['FORKERT', { nothing: 'wrongNumber', yesno: 'wrongNumber', rsvp: 'wrongNumber' }],
    ['HVOR', { nothing: 'place', yesno: 'place', rsvp: 'place' }],
    ['Jeg kan ikke mere', { nothing: 'distress', yesno: 'distress', rsvp: 'distress' }],
    ['Far er død', { nothing: 'death', yesno: 'death', rsvp: 'death' }],
    [' \u200b\n', { nothing: 'empty', yesno: 'empty', rsvp: 'empty' }],
  ];

  it.each(readings)('%j', (text, meanings) => {
    for (const expecting of ['nothing', 'yesno', 'rsvp'] as const) {
      expect(readReply(text, expecting)).toEqual({ meaning: meanings[expecting] });
    }
  });
});

describe('An organisation may set its own telling words', () => {
  const words = { distress: ['helt … kulkælderen', 'mareridt*'], death: ['stillet træskoene'] };

  it('and then those count, with gaps, endings and missing Danish letters', () => {
    expect(readReply('Er helt nede i kulkaelderen igen', 'yesno', words)).toEqual({ meaning: 'distress' });
    expect(readReply('Nej. Det er et mareridtsagtigt forløb', 'yesno', words)).toEqual({
      meaning: 'distress',
    });
    expect(readReply('Far har stillet traeskoene', 'nothing', words)).toEqual({ meaning: 'death' });
  });

  it('and then the usual ones no longer count', () => {
    expect(readReply('Jeg kan ikke mere', 'nothing', words)).toEqual({ meaning: 'unclear' });
  });

  it('and an empty list or an empty phrase alerts about nothing', () => {
    expect(readReply('Ja tak', 'yesno', { distress: ['', ' ', '*', '…', '.'], death: [] })).toEqual({
      meaning: 'yes',
    });
  });
});

describe('Nothing is lost when a reply says two things', () => {
  it.each<[string, Reading]>([
    ['stop jeg vil ikke leve mere', { meaning: 'distress', also: 'stop' }],
    ['Min mor er død, stop med at sende sms', { meaning: 'death', also: 'stop' }],
    ['Min mand er død og jeg vil ikke leve mere', { meaning: 'death', also: 'distress' }],
    ['STOP. Min mand er død. Jeg vil ikke leve mere.', { meaning: 'distress', also: 'stop' }],
    ['Forkert nummer. Stop', { meaning: 'wrongNumber', also: 'stop' }],
    ['Nej. Stop sms', { meaning: 'stop' }],
    ['Lægen siger stop med pillerne, jeg kan ikke mere', { meaning: 'distress' }],
  ])('%j', (text, reading) => {
    expect(readReply(text, 'yesno')).toEqual(reading);
  });
});
