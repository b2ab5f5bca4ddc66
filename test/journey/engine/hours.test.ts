import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foresee } from '../../../src/journey/engine/foresee.ts';
import { messageHours } from '../../../src/journey/engine/message-hours.ts';
import { sampleKnown } from '../../../src/journey/engine/sample-known.ts';
import { EndlessFlow, simulate } from '../../../src/journey/engine/simulate.ts';
import { windowOf } from '../../../src/journey/engine/turn.ts';
import type { Step } from '../../../src/journey/flow/flow.ts';
import { isOpen } from '../../../src/journey/time/window.ts';
import { DAY_MS, MINUTE_MS, wallAt } from '../../../src/journey/time/zone.ts';
import { dayWindows, instants } from '../time/arbitraries.ts';
import { anchorsAround, flows, hoursWished, peopleKnown, starts } from './arbitraries.ts';
import { ask, makeFlow, say } from './make-flow.ts';
import { factsOf, leaves } from './play.ts';

const EVENING = { from: 16 * 60, to: 18 * 60 };
const minuteOf = (at: number): number => Math.floor((wallAt(at) % DAY_MS) / MINUTE_MS);
const isWithin = (hours: { from: number; to: number }, at: number): boolean =>
  minuteOf(at) >= hours.from && minuteOf(at) < hours.to;

describe('the hours a relative wishes', () => {
  const dag = { dag: '2027-03-16' };
  const first = (step: Step, start: string, hours = EVENING) =>
    leaves(makeFlow([step]), { start, anchors: dag, relative: { hours } })[0];

  it.each([
    ['2027-03-10T09:00', undefined, '2027-03-10T16:00 sms a'],
    ['2027-03-10T17:59', undefined, '2027-03-10T17:59 sms a'],
    ['2027-03-10T18:00', undefined, '2027-03-11T16:00 sms a'],
    ['2027-03-13T19:00', undefined, '2027-03-15T16:00 sms a'], // past a Sunday
    ['2027-03-10T09:00', '2 days before dag at 17:00', '2027-03-13T17:00 sms a'],
    ['2027-03-10T09:00', '1 day before dag at 09:00', '2027-03-13T17:30 sms a'], // earlier, as before a closed window
    ['2027-03-10T09:00', '1 day after dag at 09:00', '2027-03-17T16:00 sms a'],
  ])('what begins %s and is planned %s leaves %s', (start, when, line) => {
    expect(first(say('a', when ? { when, late: 'skip' } : {}), start)).toBe(line);
  });

  it('lose nothing: a moment that gives way to one in the past is put off into the hours that are left', () => {
    const step = say('a', { when: '1 day before dag at 12:00', late: 'skip' });
    expect(first(step, '2027-03-15T10:00')).toBe('2027-03-15T16:00 sms a');
  });

  it('give way where they come too late, and where they never meet the window', () => {
    const step = say('a', { when: '3 hours before moede', late: 'send' });
    const played = (hours: { from: number; to: number }) =>
      leaves(makeFlow([step]), {
        start: '2027-03-15T09:00',
        anchors: { moede: '2027-03-15T14:00' },
        relative: { hours },
      })[0];
    expect(played(EVENING)).toBe('2027-03-15T11:00 sms a');
    expect(first(say('a'), '2027-03-15T10:00', { from: 20 * 60, to: 22 * 60 })).toBe(
      '2027-03-15T10:00 sms a',
    );
  });

  it('are nothing to an answer, nor to a call or a letter', () => {
    const flow = makeFlow([ask('a', { ja: { say: 'tak' } })]);
    const order = {
      start: '2027-03-10T16:00',
      relative: { hours: EVENING },
      script: ['2027-03-10T21:00 reply JA'],
    };
    expect(leaves(flow, order)).toContain('2027-03-10T21:00 sms tak');
    const called = { start: '2027-03-10T09:00', relative: { hours: EVENING, channel: 'ring' as const } };
    expect(leaves(makeFlow([say('a')]), called)[0]).toBe('2027-03-10T09:00 call a');
  });

  it('are foreseen so: who answers by SMS after them gets the thanks at once', () => {
    const flow = makeFlow([ask('a', { ja: { say: 'tak' } })]);
    const known = sampleKnown({ hours: EVENING });
    const run = foresee(flow, { start: Date.UTC(2027, 2, 10, 9), anchors: {}, known }, 'yes');
    expect(factsOf(run, 'messageComposed').map(({ key, dueAt }) => [key, dueAt])).toEqual([
      ['a', Date.UTC(2027, 2, 10, 15)],
      ['tak', Date.UTC(2027, 2, 10, 17)],
    ]);
  });

  it('stand in the message until the last of them before it makes no sense', () => {
    const flow = makeFlow([say('a', { when: '1 day before dag at 17:00', late: 'send' })]);
    const run = simulate(flow, {
      start: Date.UTC(2027, 2, 10),
      anchors: dag,
      known: sampleKnown({ hours: EVENING }),
      script: [],
    });
    const [message] = factsOf(run, 'messageComposed');
    expect(message?.hours).toEqual({ ...EVENING, until: Date.UTC(2027, 2, 16, 17) });
  });
});

/** What a flow says; nothing for one that goes round without an end. */
function composed(...order: Parameters<typeof simulate>) {
  try {
    return factsOf(simulate(...order), 'messageComposed');
  } catch (error) {
    if (error instanceof EndlessFlow) return [];
    throw error;
  }
}

describe('whatever the hours, the window, the flow and the moment', () => {
  it('a message leaves in the window, and within the hours unless they never meet it or come too late', () => {
    const lasts = fc.option(fc.integer({ min: 1, max: 20 * 24 * 60 }), { nil: undefined });
    fc.assert(
      fc.property(dayWindows, hoursWished, instants, lasts, (window, hours, at, minutes) => {
        const last = minutes === undefined ? undefined : at + minutes * MINUTE_MS;
        const { dueAt, hours: kept } = messageHours(window, hours, at, last);
        expect(isOpen(window, dueAt)).toBe(true);
        expect(dueAt).toBeGreaterThanOrEqual(at);
        if (kept) expect(isWithin(hours, dueAt)).toBe(true);
        if (kept && last !== undefined) expect(dueAt).toBeLessThan(last);
        if (kept?.until !== undefined)
          expect([dueAt < kept.until, kept.until < (last ?? 0)]).toEqual([true, true]);
        const bare = messageHours(window, undefined, at, last).dueAt;
        if (!kept) expect(dueAt).toBe(bare);
        else expect(dueAt).toBeGreaterThanOrEqual(bare);
      }),
      { numRuns: 300 },
    );
  });

  it('a step that says something says it with the hours as without them, and never outside the window', () => {
    const steps = flows.map((flow) => ({
      ...flow,
      steps: flow.steps.filter(({ kind }) => kind === 'say').slice(0, 1),
    }));
    const cases = starts.chain((start) =>
      fc.record({
        flow: steps,
        start: fc.constant(start),
        anchors: anchorsAround(start),
        hours: hoursWished,
      }),
    );
    fc.assert(
      fc.property(cases, ({ flow, start, anchors, hours }) => {
        const said = (known: ReturnType<typeof sampleKnown>) =>
          factsOf(simulate(flow, { start, anchors, known, script: [] }), 'messageComposed');
        const [bare] = said(sampleKnown());
        const [kept] = said(sampleKnown({ hours }));
        if (bare) expect(kept?.key).toBe(bare.key);
        if (!kept) return;
        expect(isOpen(windowOf(flow, sampleKnown()), kept.dueAt)).toBe(true);
        if (kept.hours) expect(isWithin(hours, kept.dueAt)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('whatever is composed that is no answer keeps to the window, and to the hours where it says so', () => {
    const cases = starts.chain((start) =>
      fc.record({
        flow: flows,
        start: fc.constant(start),
        anchors: anchorsAround(start),
        known: peopleKnown,
      }),
    );
    fc.assert(
      fc.property(cases, ({ flow, start, anchors, known }) => {
        const until = start + 60 * DAY_MS;
        for (const fact of composed(flow, { start, anchors, known, script: [], until })) {
          if (fact.answer) continue;
          expect(isOpen(windowOf(flow, known), fact.dueAt)).toBe(true);
          if (fact.hours) expect(isWithin(fact.hours, fact.dueAt)).toBe(true);
          if (fact.notAfter !== undefined) expect(fact.dueAt).toBeLessThan(fact.notAfter);
        }
      }),
      { numRuns: 200 },
    );
  });
});
