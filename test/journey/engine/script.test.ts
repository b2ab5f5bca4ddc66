import { describe, expect, it } from 'vitest';
import { checkAnchor } from '../../../src/journey/engine/check-anchor.ts';
import { parseScriptLine } from '../../../src/journey/engine/script.ts';
import { wall } from '../time/wall.ts';
import { makeFlow, say } from './make-flow.ts';

describe('parseScriptLine', () => {
  it.each([
    ['reply Ja tak, vi kommer!', { do: 'reply', text: 'Ja tak, vi kommer!' }],
    ['open velkommen', { do: 'open', page: 'velkommen' }],
    ['accept', { do: 'accept' }],
    ['accept temadag', { do: 'accept', attend: 'temadag' }],
    ['full temadag', { do: 'full', anchor: 'temadag' }],
    ['seat temadag', { do: 'seat', anchor: 'temadag' }],
    ['closed temadag', { do: 'closed', anchor: 'temadag' }],
    ['signoff temadag', { do: 'signoff', anchor: 'temadag' }],
    ['decline', { do: 'decline' }],
    ['answer nej', { do: 'answer', answer: 'nej' }],
    ['fill', { do: 'fill', answers: {} }],
    [
      'fill udbytte=4 andet=Tak for det = alt igen=ja',
      { do: 'fill', answers: { udbytte: '4', andet: 'Tak for det = alt', igen: 'ja' } },
    ],
    ['move indflytning 2027-04-08', { do: 'move', anchor: 'indflytning', value: '2027-04-08' }],
    ['move temadag 2027-04-08T14:00', { do: 'move', anchor: 'temadag', value: '2027-04-08T14:00' }],
    ['pause', { do: 'pause' }],
    ['dead', { do: 'dead' }],
    ['resume', { do: 'resume' }],
    ['end flyttet til en anden kommune', { do: 'end', reason: 'flyttet til en anden kommune' }],
    ['fail', { do: 'fail' }],
  ])('%s', (words, deed) => {
    expect(parseScriptLine(`2027-03-05T10:00 ${words}`)).toEqual({
      ok: true,
      line: { at: wall('2027-03-05T10:00'), deed },
    });
    expect(parseScriptLine(`  2027-03-05T10:00   ${words}  `)).toMatchObject({ ok: true, line: { deed } });
  });

  it('takes an instant with its offset, which tells the two halves of a doubled hour apart', () => {
    expect(parseScriptLine('2027-10-31T02:30+02:00 pause')).toMatchObject({
      line: { at: Date.UTC(2027, 9, 31, 0, 30) },
    });
    expect(parseScriptLine('2027-10-31T02:30+01:00 pause')).toMatchObject({
      line: { at: Date.UTC(2027, 9, 31, 1, 30) },
    });
  });

  it.each([
    ['', 'er ikke et tidspunkt', 'not a point in time'],
    ['i morgen reply JA', 'er ikke et tidspunkt', 'not a point in time'],
    ['2027-02-30T10:00 reply JA', 'er ikke et tidspunkt', 'not a point in time'],
    ['2027-03-05 10:00 reply JA', 'er ikke et tidspunkt', 'not a point in time'],
    ['2027-03-28T02:30 reply JA', 'findes ikke', 'does not exist'],
    ['2027-10-31T02:30 reply JA', 'kommer to gange', 'comes twice'],
    ['2027-03-05T10:00', 'ikke noget, man kan gøre', 'not something one can do'],
    ['2027-03-05T10:00 svar JA', '"svar" er ikke noget', '"svar" is not something'],
    ['2027-03-05T10:00 constructor', 'ikke noget, man kan gøre', 'not something one can do'],
    ['2027-03-05T10:00 reply', '"reply JA"', '"reply JA"'],
    ['2027-03-05T10:00 open', '"open velkommen"', '"open velkommen"'],
    ['2027-03-05T10:00 fill ja', 'skrives sådan: "fill udbytte=4 igen=ja"', 'written like this'],
    ['2027-03-05T10:00 decline nu', 'skrives sådan: "decline"', 'written like this: "decline"'],
    ['2027-03-05T10:00 answer måske', '"answer ja"', '"answer ja"'],
    ['2027-03-05T10:00 move indflytning', '"move indflytning 2027-04-08"', 'move'],
    ['2027-03-05T10:00 move indflytning i morgen', '"move indflytning 2027-04-08"', 'move'],
    ['2027-03-05T10:00 move indflytning 2027-02-29', '"move indflytning 2027-04-08"', 'move'],
    ['2027-03-05T10:00 end', '"end fraflyttet"', 'end'],
  ])('says what is wrong with "%s"', (text, da, en) => {
    const parsed = parseScriptLine(text);
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) {
      expect(parsed.da).toContain(da);
      expect(parsed.en).toContain(en);
    }
  });
});

describe('checkAnchor', () => {
  const flow = makeFlow([say('a')]);
  it.each([
    ['dag', '2027-04-01'],
    ['moede', '2027-04-01T14:00'],
  ])('%s may be %s', (name, value) => {
    expect(checkAnchor(flow, name, value)).toBeUndefined();
  });

  it.each([
    ['dagen', '2027-04-01', 'Det har: dag, moede.'],
    ['constructor', '2027-04-01', 'ingen dato, der hedder'],
    ['dag', '2027-04-01T14:00', 'Skriv det som 2027-04-01.'],
    ['dag', '1. april', 'Skriv det som 2027-04-01.'],
    ['moede', '2027-04-01', 'Skriv det som 2027-04-01T14:00.'],
    ['moede', '2027-04-01T14:00Z', 'Skriv det som 2027-04-01T14:00.'],
    ['moede', '2027-03-28T02:30', 'uret stilles den nat'],
  ])('%s may not be %s', (name, value, da) => {
    expect(checkAnchor(flow, name, value)?.da).toContain(da);
    expect(checkAnchor(flow, name, value)?.en).toBeTruthy();
  });
});
