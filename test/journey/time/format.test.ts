import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchorAt,
  formatDate,
  formatTime,
  isAnchorValue,
  isoDate,
  isoWithOffset,
  parseWallClock,
} from '../../../src/journey/time/format.ts';
import { instants } from './arbitraries.ts';
import { shown, wall } from './wall.ts';

describe('a date in words', () => {
  const at = wall('2024-09-25T14:00');

  it.each([
    ['da', 'onsdag den 25. september', '14.00'],
    ['da-DK', 'onsdag den 25. september', '14.00'],
    ['en', 'Wednesday 25 September', '14:00'],
    ['en-GB', 'Wednesday 25 September', '14:00'],
    ['ar', 'الأربعاء، 25 سبتمبر', '14:00'],
    ['de', 'Mittwoch, 25. September', '14:00'],
    ['xx', 'onsdag den 25. september', '14.00'],
    ['not a language', 'onsdag den 25. september', '14.00'],
  ])('in %s is %s', (language, date, time) => {
    expect(formatDate(at, language)).toBe(date);
    expect(formatTime(at, language)).toBe(time);
  });

  it.each(['ar', 'ar-SA', 'ar-EG', 'fa', 'ur', 'so', 'ti', 'pl', 'uk'])(
    'has the Gregorian day in latin digits in %s',
    (language) => {
      expect(formatDate(at, language)).toMatch(/25/);
      expect(formatDate(at, language)).not.toMatch(/[٠-٩۰-۹]/);
      expect(formatTime(at, language)).toBe('14:00');
    },
  );

  it('is the date on the wall, not the one in UTC', () => {
    const justAfterMidnight = wall('2027-07-01T00:05');

    expect(formatDate(justAfterMidnight, 'da')).toBe('torsdag den 1. juli');
    expect(formatDate(justAfterMidnight, 'de')).toBe('Donnerstag, 1. Juli');
    expect(formatTime(justAfterMidnight, 'da')).toBe('00.05');
    expect(isoDate(justAfterMidnight)).toBe('2027-07-01');
  });

  it('is what Intl says in Danish, but for "den"', () => {
    const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' } as const;
    const intl = new Intl.DateTimeFormat('da', words);
    fc.assert(
      fc.property(instants, (any) => {
        expect(formatDate(any, 'da').replace(' den ', ' ')).toBe(intl.format(any).replace(' den ', ' '));
      }),
    );
  });
});

describe('an instant with its offset', () => {
  it.each([
    ['2027-03-01T09:00', '2027-03-01T09:00:00+01:00'],
    ['2027-07-01T09:00', '2027-07-01T09:00:00+02:00'],
    ['2027-03-28T03:00', '2027-03-28T03:00:00+02:00'],
  ])('of %s is %s', (at, expected) => {
    expect(isoWithOffset(wall(at))).toBe(expected);
  });

  it('tells the two halves of a doubled hour apart', () => {
    expect(isoWithOffset(wall('2027-10-31T02:30'))).toBe('2027-10-31T02:30:00+02:00');
    expect(isoWithOffset(wall('2027-10-31T02:30', 'later'))).toBe('2027-10-31T02:30:00+01:00');
  });

  it('is read back as the same second', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(parseWallClock(isoWithOffset(at))).toEqual({ at: Math.floor(at / 1000) * 1000 });
      }),
    );
  });
});

describe('a wall clock in text', () => {
  it.each([
    ['2027-03-05T10:00', '2027-03-05T09:00:00.000Z'],
    ['2027-07-05T10:00', '2027-07-05T08:00:00.000Z'],
    ['2027-07-05T10:00:30', '2027-07-05T08:00:30.000Z'],
    ['2027-07-05T10:00Z', '2027-07-05T10:00:00.000Z'],
    ['2027-07-05T10:00:00.5Z', '2027-07-05T10:00:00.500Z'],
    ['2027-07-05T10:00:00+02:00', '2027-07-05T08:00:00.000Z'],
    ['2027-07-05T10:00-05:30', '2027-07-05T15:30:00.000Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00.000Z'],
    ['2027-10-31T02:30+02:00', '2027-10-31T00:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    const read = parseWallClock(text);

    expect('at' in read && new Date(read.at).toISOString()).toBe(expected);
  });

  it.each([
    '',
    'i morgen',
    '2027-03-05',
    '2027-03-05 10:00',
    '2027-03-05T10',
    '2027-03-05T24:00',
    '2027-03-05T25:00',
    '2027-03-05T10:60',
    '2027-03-05T10:00:60',
    '2027-02-30T10:00',
    '2027-03-05T10:00+25:00',
    '2027-03-05T10:00+01',
    '2027-03-05T10:00+01:00[Europe/Copenhagen]',
    '05-03-2027T10:00',
    ' 2027-03-05T10:00',
    '1800000000000',
  ])('%j is unreadable', (text) => {
    expect(parseWallClock(text)).toEqual({ problem: 'unreadable' });
  });

  it.each(['2026-03-29T02:00', '2026-03-29T02:30', '2026-03-29T02:59:59', '2027-03-28T02:30'])(
    '%s does not exist',
    (text) => {
      expect(parseWallClock(text)).toEqual({ problem: 'nonexistent' });
    },
  );

  it.each(['2026-10-25T02:00', '2026-10-25T02:30', '2026-10-25T02:59:59', '2027-10-31T02:30'])(
    '%s is ambiguous',
    (text) => {
      expect(parseWallClock(text)).toEqual({ problem: 'ambiguous' });
    },
  );

  it.each(['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T01:59', '2026-10-25T03:00'])(
    '%s, beside the change of the clocks, is fine',
    (text) => {
      expect(parseWallClock(text)).toEqual({ at: wall(text) });
    },
  );

  it('is read as shown, unless the clocks change over it', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const minute = Math.floor(at / 60_000) * 60_000;
        const read = parseWallClock(shown(minute));
        expect('at' in read ? read.at === minute : read.problem === 'ambiguous').toBe(true);
      }),
    );
  });
});

describe('an anchor value', () => {
  it.each([
    ['2027-04-01', '2027-04-01T00:00'],
    ['2027-04-01T14:00', '2027-04-01T14:00'],
    ['1900-01-01', '1900-01-01T00:00'],
    ['2200-12-31T23:59', '2200-12-31T23:59'],
    ['2028-02-29', '2028-02-29T00:00'],
    ['2026-03-29T02:30', '2026-03-29T03:30'],
  ])('%s is the instant %s', (value, expected) => {
    const at = anchorAt(value);

    expect(at !== undefined && shown(at)).toBe(expected);
    expect(isAnchorValue(value)).toBe(true);
  });

  it.each([
    '',
    'snart',
    '2027-02-29',
    '2027-04-31',
    '1899-12-31',
    '2201-01-01',
    '2027-4-1',
    '01-04-2027',
    '2027-04-01T',
    '2027-04-01T24:00',
    '2027-04-01T9:00',
    '2027-04-01T14:00:00',
    '2027-04-01T14:00Z',
    '2027-04-01 14:00',
    ' 2027-04-01',
    '2027-04-01 ',
    '٢٠٢٧-٠٤-٠١',
  ])('is not %j', (value) => {
    expect(anchorAt(value)).toBeUndefined();
    expect(isAnchorValue(value)).toBe(false);
  });
});
