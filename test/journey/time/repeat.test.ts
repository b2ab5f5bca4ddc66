import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRepeat, repeatText } from '../../../src/journey/time/repeat.ts';
import { durations } from './arbitraries.ts';

describe('a repeat in text', () => {
  it.each([
    ['every 4 days, 2 times', 4, 'days', 2],
    ['every 1 day, 1 time', 1, 'days', 1],
    [' every  12 hours ,  3 times ', 12, 'hours', 3],
    ['every 1 week,10 times', 1, 'weeks', 10],
  ])('reads %j', (text, amount, unit, times) => {
    expect(parseRepeat(text)).toEqual({ every: { amount, unit }, times });
  });

  it.each([
    '',
    'every 4 days',
    '4 days, 2 times',
    'every 4 days, 0 times',
    'every 4 days, -1 times',
    'every 4 days, 100 times',
    'every 0 days, 2 times',
    'every 3 dags, 2 times',
    'every 4 days 2 times',
    'every 4 days, 2',
    'every 4 days, twice',
    'every , 2 times',
  ])('does not read %j', (text) => {
    expect(parseRepeat(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 99 }), (every, times) => {
        expect(parseRepeat(repeatText({ every, times }))).toEqual({ every, times });
      }),
    );
  });
});
