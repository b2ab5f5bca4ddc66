import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUntil, type Until, untilAt, untilText } from '../../../src/journey/time/until.ts';
import { STANDARD_WINDOW } from '../../../src/journey/time/window.ts';
import { clocks, durations, moments } from './arbitraries.ts';
import { shown, wall } from './wall.ts';

const untils: fc.Arbitrary<Until> = fc.oneof(
  durations.map((duration): Until => ({ kind: 'duration', duration })),
  moments.map((moment): Until => ({ kind: 'moment', moment })),
  fc.record({
    kind: fc.constant('weekday' as const),
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    clock: clocks,
  }),
  fc.constant<Until>({ kind: 'opening' }),
);

function waits(text: string, now: string): string | undefined {
  const until = parseUntil(text);
  const plan = {
    anchors: { indflytning: '2027-04-01' },
    startedAt: wall('2027-03-01T09:00'),
    window: STANDARD_WINDOW,
  };
  const at = until && untilAt(until, wall(now), plan);
  return at === undefined ? undefined : shown(at);
}

describe('an until in text', () => {
  it.each<[string, Until['kind']]>([
    ['2 days', 'duration'],
    ['12 hours', 'duration'],
    ['until 3 days before indflytning at 09:00', 'moment'],
    ['until on indflytning at 09:00', 'moment'],
    ['until 2 hours before temadag', 'moment'],
    ['until next tuesday at 10:00', 'weekday'],
    ['until next Sunday at 23:59', 'weekday'],
    ['until  next  opening  hour ', 'opening'],
  ])('reads %j as a %s', (text, kind) => {
    expect(parseUntil(text)?.kind).toBe(kind);
  });

  it.each([
    '',
    'until',
    'until 2 days',
    '0 days',
    '3 days before indflytning at 09:00',
    'next tuesday at 10:00',
    'until tuesday at 10:00',
    'until next tuesday',
    'until next tirsdag at 10:00',
    'until next tuesday at 24:00',
    'until next tuesday at 25:00',
    'until next opening',
    'until next opening hour at 10:00',
    'until 3 days before indflytning',
    'until\u00001 day',
  ])('does not read %j', (text) => {
    expect(parseUntil(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(untils, (until) => {
        expect(parseUntil(untilText(until))).toEqual(until);
      }),
    );
  });
});

describe('the instant a wait is over', () => {
  it.each([
    ['a duration later on the wall clock', '2 days', '2027-03-27T10:00', '2027-03-29T10:00'],
    [
      'the moment, also one that has passed',
      'until 3 days before indflytning at 09:00',
      '2027-03-30T10:00',
      '2027-03-29T09:00',
    ],
    ['tomorrow, on the day before', 'until next tuesday at 10:00', '2027-03-01T09:00', '2027-03-02T10:00'],
    [
      'a week later, on the day itself',
      'until next tuesday at 10:00',
      '2027-03-02T09:00',
      '2027-03-09T10:00',
    ],
    ['across New Year', 'until next friday at 09:00', '2027-12-31T12:00', '2028-01-07T09:00'],
    ['a spring Sunday, moved forward', 'until next sunday at 02:30', '2027-03-27T12:00', '2027-03-28T03:30'],
    ['at once while open', 'until next opening hour', '2027-03-02T09:15', '2027-03-02T09:15'],
    ['Monday morning on a Saturday night', 'until next opening hour', '2027-03-06T22:00', '2027-03-08T08:00'],
  ])('is %s', (_title, text, now, expected) => {
    expect(waits(text, now)).toBe(expected);
  });

  it('is unknown while its anchor has no date', () => {
    expect(waits('until 3 days before temadag at 09:00', '2027-03-01T09:00')).toBeUndefined();
  });
});
