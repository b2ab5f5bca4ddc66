import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addMonths, dateText, parseDate, weekdayOf } from '../../../src/journey/time/calendar.ts';

const days = fc.integer({ min: -25_000, max: 84_000 });

describe('day numbers', () => {
  it('survive being written and read', () => {
    fc.assert(fc.property(days, (day) => parseDate(dateText(day)) === day));
  });

  it('have the weekday Temporal gives them', () => {
    fc.assert(
      fc.property(days, (day) => weekdayOf(day) === Temporal.PlainDate.from(dateText(day)).dayOfWeek),
    );
  });

  it('move by months as Temporal moves them, short months giving their last day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -60, max: 60 }), (day, months) => {
        expect(dateText(addMonths(day, months))).toBe(
          Temporal.PlainDate.from(dateText(day)).add({ months }).toString(),
        );
      }),
    );
  });

  it.each(['2027-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '2027-04-00', '2100-02-29'])(
    'are not made of %s, which no calendar has',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  it.each(['', '2027', '2027-4-1', '01-04-2027', '2027-04-01 ', ' 2027-04-01', '2027-04-01T', '20270401'])(
    'are not made of %j, which is no ISO date',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );
});
