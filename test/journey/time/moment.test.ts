import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Moment, momentAt, momentText, parseMoment } from '../../../src/journey/time/moment.ts';
import { ZONE } from '../../../src/journey/time/zone.ts';
import { clocks, instants, moments } from './arbitraries.ts';
import { shown, wall } from './wall.ts';

const STARTED_AT = wall('2027-03-01T11:23');

function read(text: string): Moment {
  const moment = parseMoment(text);
  if (!moment) throw new Error(`unreadable: ${text}`);
  return moment;
}

function at(text: string, anchors: Record<string, string> = {}): string | undefined {
  const found = momentAt(read(text), anchors, STARTED_AT);
  return found === undefined ? undefined : shown(found);
}

describe('a moment in text', () => {
  it.each<[string, Moment]>([
    [
      '3 days before indflytning at 09:00',
      { offset: { amount: 3, unit: 'days' }, direction: 'before', anchor: 'indflytning', clock: '09:00' },
    ],
    [
      '2 days after start at 10:00',
      { offset: { amount: 2, unit: 'days' }, direction: 'after', anchor: 'start', clock: '10:00' },
    ],
    [
      'on indflytning at 08:00',
      { offset: undefined, direction: 'before', anchor: 'indflytning', clock: '08:00' },
    ],
    [
      '2 hours before temadag',
      { offset: { amount: 2, unit: 'hours' }, direction: 'before', anchor: 'temadag', clock: undefined },
    ],
    [
      '  1  week  after  første-møde  at  00:00 ',
      { offset: { amount: 1, unit: 'weeks' }, direction: 'after', anchor: 'første-møde', clock: '00:00' },
    ],
  ])('reads %j', (text, moment) => {
    expect(parseMoment(text)).toEqual(moment);
  });

  it.each([
    '',
    'indflytning',
    'on indflytning',
    '3 days before indflytning',
    '1 month after start',
    '2 hours before temadag at 09:00',
    '30 minutes after start at 09:00',
    '3 days before at 09:00',
    '3 days before indflytning at 9:00',
    '3 days before indflytning at 25:00',
    '3 days before indflytning at 24:00',
    '3 days before indflytning at 09:60',
    '3 days before indflytning at 09.00',
    '3 days before indflytning at noon',
    '3 days before indflytning 09:00',
    '3 days until indflytning at 09:00',
    '0 days before indflytning at 09:00',
    '-1 day before indflytning at 09:00',
    '3 dags before indflytning at 09:00',
    '3 days before 2027-04-01 at 09:00',
    '3 days before indflytning at 09:00 sharp',
    'until 3 days before indflytning at 09:00',
  ])('does not read %j', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });

  it('survives being written and read', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(parseMoment(momentText(moment))).toEqual(moment);
      }),
    );
  });
});

describe('the instant of a moment', () => {
  it.each<[string, string, string]>([
    ['3 days before indflytning at 09:00', '2027-04-01', '2027-03-29T09:00'],
    ['3 days before indflytning at 09:00', '2027-04-01T14:00', '2027-03-29T09:00'],
    ['on indflytning at 08:00', '2027-04-01T14:00', '2027-04-01T08:00'],
    ['1 month before indflytning at 09:00', '2027-03-31', '2027-02-28T09:00'],
    ['2 weeks after indflytning at 23:59', '2027-12-24', '2028-01-07T23:59'],
    ['2 hours before indflytning', '2027-04-01T14:00', '2027-04-01T12:00'],
    ['2 hours before indflytning', '2027-04-01', '2027-03-31T22:00'],
    ['90 minutes after indflytning', '2027-04-01T14:00', '2027-04-01T15:30'],
    ['3 hours before indflytning', '2027-03-28T04:00', '2027-03-28T00:00'],
    ['3 hours before indflytning', '2027-10-31T04:00', '2027-10-31T02:00'],
  ])('%s, when that is %s, is %s', (text, anchor, expected) => {
    expect(at(text, { indflytning: anchor })).toBe(expected);
  });

  it('counts from the start of the journey', () => {
    expect(at('2 days after start at 10:00')).toBe('2027-03-03T10:00');
    expect(at('2 hours after start')).toBe('2027-03-01T13:23');
    expect(at('on start at 10:00')).toBe('2027-03-01T10:00');
  });

  it('counts from the wall-clock day of the start, not the day in UTC', () => {
    const justAfterMidnight = wall('2027-07-01T00:30');

    const found = momentAt(read('1 day after start at 09:00'), {}, justAfterMidnight);

    expect(found).toBe(wall('2027-07-02T09:00'));
  });

  it('lets no anchor take the place of the start', () => {
    expect(at('2 days after start at 10:00', { start: '2030-01-01' })).toBe('2027-03-03T10:00');
  });

  it.each([
    [{}],
    [{ temadag: '2027-04-01' }],
    [{ indflytning: '' }],
    [{ indflytning: '2027-02-30' }],
    [{ indflytning: 'snart' }],
  ])('is unknown while the anchor has no date: %j', (anchors) => {
    expect(momentAt(read('3 days before indflytning at 09:00'), anchors, STARTED_AT)).toBeUndefined();
  });

  it('is unknown for an anchor named like something every object has', () => {
    expect(momentAt(read('1 day before constructor at 09:00'), {}, STARTED_AT)).toBeUndefined();
    expect(momentAt(read('on toString at 09:00'), {}, STARTED_AT)).toBeUndefined();
  });

  it('moves a nonexistent time forward by the hour that is skipped', () => {
    expect(at('1 day before indflytning at 02:30', { indflytning: '2026-03-30' })).toBe('2026-03-29T03:30');
  });

  it('takes the first of a doubled hour', () => {
    const found = momentAt(read('on indflytning at 02:30'), { indflytning: '2026-10-25' }, STARTED_AT);

    expect(found).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });
});

describe('every "N days before" from 2026 to 2035', () => {
  const first = Temporal.PlainDate.from('2026-01-01');
  const days = first.until('2036-01-01').days;

  it.each([1, 3, 5, 14, 200])('is 09:00 on the wall, %i days before', (amount) => {
    const moment = read(`${amount} days before indflytning at 09:00`);
    const wrong: string[] = [];
    for (let day = 0; day < days; day++) {
      const anchor = first.add({ days: day });
      const found = momentAt(moment, { indflytning: anchor.toString() }, STARTED_AT);
      const expected = `${anchor.subtract({ days: amount })}T09:00`;
      if (found === undefined || shown(found) !== expected) wrong.push(anchor.toString());
    }
    expect(wrong).toEqual([]);
  });

  it('is the wall clock Temporal gives for any N and any minute, before and after', () => {
    const offsets = fc.record({
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom('days', 'weeks', 'months'),
    });
    const ways = fc.constantFrom('before', 'after');
    const anchorDays = fc.integer({ min: 0, max: days - 1 });
    fc.assert(
      fc.property(offsets, ways, anchorDays, clocks, (offset, direction, day, clock) => {
        const anchor = first.add({ days: day });
        const shift = { [offset.unit]: offset.amount };
        const date = direction === 'before' ? anchor.subtract(shift) : anchor.add(shift);
        const moment: Moment = { offset, direction, anchor: 'dag', clock };
        expect(momentAt(moment, { dag: anchor.toString() }, STARTED_AT)).toBe(
          date.toZonedDateTime({ timeZone: ZONE, plainTime: clock }).epochMilliseconds,
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('is exact for hours, whatever the clocks do', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 9999 }), (start, amount) => {
        const moment: Moment = {
          offset: { amount, unit: 'hours' },
          direction: 'before',
          anchor: 'start',
          clock: undefined,
        };
        return momentAt(moment, {}, start) === start - amount * 3_600_000;
      }),
    );
  });
});
