import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDuration,
  type Duration,
  durationText,
  parseDuration,
} from '../../../src/journey/time/duration.ts';
import { ZONE } from '../../../src/journey/time/zone.ts';
import { durations, instants } from './arbitraries.ts';
import { shown, wall } from './wall.ts';

describe('a duration in text', () => {
  it.each<[string, Duration]>([
    ['3 days', { amount: 3, unit: 'days' }],
    ['1 day', { amount: 1, unit: 'days' }],
    ['12 hours', { amount: 12, unit: 'hours' }],
    ['45 minutes', { amount: 45, unit: 'minutes' }],
    ['1 week', { amount: 1, unit: 'weeks' }],
    ['6 months', { amount: 6, unit: 'months' }],
    ['  2   weeks ', { amount: 2, unit: 'weeks' }],
    ['1 days', { amount: 1, unit: 'days' }],
  ])('reads %j', (text, duration) => {
    expect(parseDuration(text)).toEqual(duration);
  });

  it.each([
    '',
    '0 days',
    '-1 day',
    '+1 day',
    '1.5 days',
    '01 days',
    '10000 days',
    '3 dags',
    '3 dage',
    '3 Days',
    '3days',
    'three days',
    '3',
    'days',
    '3 days 2 hours',
    '3 years',
    '3 seconds',
    'after 3 days',
    '٣ days',
  ])('does not read %j', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(durations, (duration) => {
        expect(parseDuration(durationText(duration))).toEqual(duration);
      }),
    );
  });
});

describe('adding a duration', () => {
  it.each<[string, string, string, string]>([
    ['days keep 09:00 when spring comes', '2027-03-27T09:00', '1 day', '2027-03-28T09:00'],
    ['days keep 09:00 when summer ends', '2027-10-30T09:00', '1 day', '2027-10-31T09:00'],
    ['hours are exact when spring comes', '2027-03-27T09:00', '24 hours', '2027-03-28T10:00'],
    ['hours are exact when summer ends', '2027-10-30T09:00', '24 hours', '2027-10-31T08:00'],
    ['a nonexistent time moves forward', '2027-03-27T02:30', '1 day', '2027-03-28T03:30'],
    ['a month from the 31st is the last of a short month', '2027-01-31T10:00', '1 month', '2027-02-28T10:00'],
    ['a month over New Year', '2026-12-15T10:00', '1 month', '2027-01-15T10:00'],
    ['weeks are seven days', '2027-03-24T10:00', '2 weeks', '2027-04-07T10:00'],
  ])('%s', (_title, from, text, to) => {
    const duration = parseDuration(text);
    expect(duration && shown(addDuration(wall(from), duration))).toBe(to);
  });

  it('takes the first of a doubled hour', () => {
    const first = wall('2027-10-31T02:30');

    expect(addDuration(wall('2027-10-30T02:30'), { amount: 1, unit: 'days' })).toBe(first);
  });

  it('agrees with Temporal from any instant, to the millisecond', () => {
    const short = fc.record({
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months'),
    });
    fc.assert(
      fc.property(instants, short, (at, duration) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
        const isExact = duration.unit === 'minutes' || duration.unit === 'hours';
        const added = isExact
          ? zoned.add({ [duration.unit]: duration.amount })
          : zoned
              .toPlainDateTime()
              .add({ [duration.unit]: duration.amount })
              .toZonedDateTime(ZONE);
        expect(addDuration(at, duration)).toBe(added.epochMilliseconds);
      }),
      { numRuns: 1000 },
    );
  });
});
