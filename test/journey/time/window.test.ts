import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fit as fitTo,
  isOpen,
  narrow,
  neverOpens,
  nextOpen,
  type SendWindow,
  STANDARD_WINDOW,
} from '../../../src/journey/time/window.ts';
import { dayWindows, instants, windows } from './arbitraries.ts';
import { shown, wall } from './wall.ts';

const directions = fc.constantFrom('before' as const, 'after' as const);
const QUARTER_MS = 15 * 60_000;
const NIGHT: SendWindow = { ...STANDARD_WINDOW, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: true };

describe('the standard window', () => {
  it.each<[string, boolean]>([
    ['2027-03-01T08:00', true],
    ['2027-03-01T07:59', false],
    ['2027-03-01T19:59', true],
    ['2027-03-01T20:00', false],
    ['2027-03-06T12:00', true],
    ['2027-03-07T12:00', false],
    ['2027-03-25T12:00', false],
    ['2027-06-05T12:00', false],
    ['2027-12-24T12:00', false],
    ['2027-12-31T12:00', true],
    ['2027-07-01T08:00', true],
    ['2027-07-01T07:59', false],
  ])('at %s is open: %s', (at, open) => {
    expect(isOpen(STANDARD_WINDOW, wall(at))).toBe(open);
  });

  it('is closed on the dates the organisation closes', () => {
    const window = { ...STANDARD_WINDOW, closed: ['2027-03-02'] };

    expect(isOpen(window, wall('2027-03-02T12:00'))).toBe(false);
    expect(isOpen(window, wall('2027-03-03T12:00'))).toBe(true);
  });

  it('is open on public holidays only when they are allowed', () => {
    expect(isOpen({ ...STANDARD_WINDOW, holidays: true }, wall('2027-03-25T12:00'))).toBe(true);
  });
});

describe('a moment before something', () => {
  it.each<[string, string, string]>([
    ['stays when open', '2027-03-01T09:00', '2027-03-01T09:00'],
    ['on a Sunday moves to Saturday', '2027-03-07T09:00', '2027-03-06T09:00'],
    ['on 2. påskedag moves to the Saturday before', '2027-03-29T10:00', '2027-03-27T10:00'],
    ['after Christmas moves to the day before Juleaften', '2026-12-27T10:00', '2026-12-23T10:00'],
    ['after closing moves to the last half hour', '2027-03-02T20:00', '2027-03-02T19:30'],
    ['late at night moves to the same evening', '2027-03-02T23:59', '2027-03-02T19:30'],
    ['before opening moves to the evening before', '2027-03-02T07:00', '2027-03-01T19:30'],
    ['before opening on a Monday moves to Saturday evening', '2027-03-01T07:00', '2027-02-27T19:30'],
    ['on a Sunday night moves to Saturday evening', '2027-03-07T22:00', '2027-03-06T19:30'],
    ['on an early Sunday moves to Saturday evening', '2027-03-07T05:00', '2027-03-06T19:30'],
    ['keeps 10:00 across the change of the clocks', '2027-10-31T10:00', '2027-10-30T10:00'],
  ])('%s', (_title, at, expected) => {
    expect(shown(fitTo(wall(at), 'before', STANDARD_WINDOW))).toBe(expected);
  });

  it.each([
    ['08:00', '20:15', '20:00'],
    ['08:00', '16:00', '15:30'],
    ['08:15', '08:25', '08:15'],
    ['08:00', '24:00', '23:30'],
  ])('takes the last half hour of %s-%s: %s', (from, to, expected) => {
    const window = { ...STANDARD_WINDOW, from, to };

    expect(shown(fitTo(wall('2027-03-02T00:30'), 'before', window))).toBe(`2027-03-01T${expected}`);
  });
});

describe('a moment after something', () => {
  it.each<[string, string, string]>([
    ['stays when open', '2027-03-01T09:00', '2027-03-01T09:00'],
    ['on a Sunday moves to Monday', '2027-03-07T09:00', '2027-03-08T09:00'],
    ['on Skærtorsdag moves to the Saturday after', '2027-03-25T10:00', '2027-03-27T10:00'],
    ['on Juleaften moves to the Monday after', '2026-12-24T10:00', '2026-12-28T10:00'],
    ['after closing moves to the next opening', '2027-03-02T20:00', '2027-03-03T08:00'],
    ['before opening moves to the opening', '2027-03-02T07:00', '2027-03-02T08:00'],
    ['on a Saturday night moves to Monday morning', '2027-03-06T22:00', '2027-03-08T08:00'],
    ['on an early Sunday moves to Monday morning', '2027-03-07T05:00', '2027-03-08T08:00'],
    ['keeps 10:00 across the change of the clocks', '2027-10-31T10:00', '2027-11-01T10:00'],
  ])('%s', (_title, at, expected) => {
    expect(shown(fitTo(wall(at), 'after', STANDARD_WINDOW))).toBe(expected);
  });
});

describe('fitting any moment to any window', () => {
  it('never gives a closed moment, and gives way only in its direction', () => {
    fc.assert(
      fc.property(windows, instants, directions, (window, at, direction) => {
        const fitted = fitTo(at, direction, window);
        expect(isOpen(window, fitted)).toBe(true);
        expect(direction === 'before' ? fitted <= at : fitted >= at).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves an open moment alone, so fitting twice changes nothing', () => {
    fc.assert(
      fc.property(windows, instants, directions, (window, at, direction) => {
        const fitted = fitTo(at, direction, window);
        expect(fitTo(fitted, 'before', window)).toBe(fitted);
        expect(fitTo(fitted, 'after', window)).toBe(fitted);
        expect(nextOpen(window, fitted)).toBe(fitted);
        if (isOpen(window, at)) expect(fitted).toBe(at);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the clock time of a moment that is only on the wrong day', () => {
    fc.assert(
      fc.property(instants, directions, (at, direction) => {
        const clock = shown(at).slice(11);
        fc.pre(clock >= '08:00' && clock < '20:00');
        expect(shown(fitTo(at, direction, STANDARD_WINDOW)).slice(11)).toBe(clock);
      }),
    );
  });
});

describe('the next opening', () => {
  it.each<[string, string]>([
    ['2027-03-01T09:07', '2027-03-01T09:07'],
    ['2027-03-01T06:00', '2027-03-01T08:00'],
    ['2027-03-01T21:00', '2027-03-02T08:00'],
    ['2027-03-06T20:00', '2027-03-08T08:00'],
    ['2027-03-24T20:00', '2027-03-27T08:00'],
    ['2027-03-27T20:00', '2027-03-30T08:00'],
    ['2026-12-23T20:00', '2026-12-28T08:00'],
  ])('from %s is %s', (at, expected) => {
    expect(shown(nextOpen(STANDARD_WINDOW, wall(at)))).toBe(expected);
  });

  it('is open, and no quarter of an hour before it was', () => {
    fc.assert(
      fc.property(dayWindows, instants, (window, at) => {
        const next = nextOpen(window, at);
        expect(isOpen(window, next)).toBe(true);
        for (let between = at; between < next; between += QUARTER_MS) {
          if (isOpen(window, between)) throw new Error(`open already at ${shown(between)}`);
        }
        if (next !== at) expect(isOpen(window, next - 1)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('may be a doubled hour, and is never before the question', () => {
    const window = { ...NIGHT, from: '02:30', to: '04:00' };
    const secondTwoTen = wall('2027-10-31T02:10', 'later');

    expect(nextOpen(window, secondTwoTen)).toBe(wall('2027-10-31T02:30', 'later'));
    expect(fitTo(secondTwoTen, 'after', window)).toBe(wall('2027-10-31T02:30', 'later'));
  });

  it('passes over a night whose hours the change of the clocks skips', () => {
    const window = { ...NIGHT, from: '02:10', to: '02:50' };

    expect(shown(nextOpen(window, wall('2027-03-28T00:00')))).toBe('2027-03-29T02:10');
    expect(shown(fitTo(wall('2027-03-28T05:00'), 'before', window))).toBe('2027-03-27T02:30');
  });
});

describe('a window that never opens', () => {
  it.each<[string, Partial<SendWindow>]>([
    ['has no weekdays', { weekdays: [] }],
    ['has no weekday that exists', { weekdays: [0, 8] }],
    ['closes when it opens', { from: '09:00', to: '09:00' }],
    ['closes before it opens', { from: '20:00', to: '08:00' }],
    ['has no clock time', { from: 'morgen' }],
  ])('is refused with a clear error: it %s', (_title, part) => {
    const window = { ...STANDARD_WINDOW, ...part };

    expect(neverOpens(window)).toBe(true);
    expect(isOpen(window, wall('2027-03-01T12:00'))).toBe(false);
    expect(() => nextOpen(window, wall('2027-03-01T12:00'))).toThrow(/has no opening within 60 days of 2027/);
    expect(() => fitTo(wall('2027-03-01T12:00'), 'before', window)).toThrow(/has no opening within 60 days/);
    expect(() => fitTo(wall('2027-03-01T12:00'), 'after', window)).toThrow(/has no opening within 60 days/);
  });

  it('is not every window with odd hours', () => {
    expect(neverOpens(STANDARD_WINDOW)).toBe(false);
    expect(neverOpens({ ...STANDARD_WINDOW, from: '00:00', to: '24:00' })).toBe(false);
  });
});

describe('narrowing a window', () => {
  it('takes what both allow', () => {
    const flow = { from: '09:30', to: '22:00', weekdays: [1, 2, 7], closed: ['2027-05-07'], holidays: true };

    expect(narrow({ ...STANDARD_WINDOW, closed: ['2027-12-31'] }, flow)).toEqual({
      from: '09:30',
      to: '20:00',
      weekdays: [1, 2],
      holidays: false,
      closed: ['2027-12-31', '2027-05-07'],
    });
  });

  it('leaves the window as it is where nothing or undefined is given', () => {
    expect(narrow(STANDARD_WINDOW, {})).toEqual(STANDARD_WINDOW);
    expect(narrow(STANDARD_WINDOW, { from: undefined, to: undefined, weekdays: undefined })).toEqual(
      STANDARD_WINDOW,
    );
  });

  it('is open exactly when both windows are', () => {
    fc.assert(
      fc.property(windows, windows, instants, (one, other, at) => {
        expect(isOpen(narrow(one, other), at)).toBe(isOpen(one, at) && isOpen(other, at));
      }),
      { numRuns: 3000 },
    );
  });
});
