import fc from 'fast-check';
import type { Duration } from '../../../src/journey/time/duration.ts';
import type { Moment } from '../../../src/journey/time/moment.ts';
import { type SendWindow, STANDARD_WINDOW } from '../../../src/journey/time/window.ts';

function clockOf(minutes: number): string {
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${hours}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Any minute of the day as HH:MM. */
export const clocks: fc.Arbitrary<string> = fc.integer({ min: 0, max: 1439 }).map(clockOf);

/** Any duration that can be written. */
export const durations: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 1, max: 9999 }),
  unit: fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months'),
});

const anchors = fc.constantFrom('start', 'indflytning', 'temadag', 'møde', 'aftale-2', 'første_samtale');

/** Any moment that can be written. */
export const moments: fc.Arbitrary<Moment> = fc
  .tuple(fc.option(durations, { nil: undefined }), fc.constantFrom('before', 'after'), anchors, clocks)
  .map(([offset, way, anchor, clock]): Moment => {
    if (!offset) return { offset, direction: 'before', anchor, clock };
    const isExact = offset.unit === 'minutes' || offset.unit === 'hours';
    return { offset, direction: way, anchor, clock: isExact ? undefined : clock };
  });

/** Any instant from 2024 to 2045, half of them within hours of a change of the clocks. */
export const instants: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2045, 11, 31) }),
  fc
    .tuple(
      fc.integer({ min: 2024, max: 2045 }),
      fc.constantFrom(2, 9),
      fc.integer({ min: -48, max: 48 * 60 }),
    )
    .map(([year, month, minutes]) => lastSunday(year, month) + minutes * 60_000),
);

/** Windows open between some two minutes of a day that the maker of hours allows. */
function windowsWithin(first: number, last: number): fc.Arbitrary<SendWindow> {
  return fc
    .record({
      from: fc.integer({ min: first, max: last - 1 }),
      length: fc.integer({ min: 1, max: 1440 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      holidays: fc.boolean(),
      closed: fc.constantFrom([], ['2027-05-03'], ['2026-12-28', '2026-12-29']),
    })
    .map(({ from, length, ...rest }) => ({
      ...STANDARD_WINDOW,
      ...rest,
      from: clockOf(from),
      to: clockOf(Math.min(from + length, last)),
    }));
}

/** Any window that opens at all, also in the hours when the clocks change. */
export const windows = windowsWithin(0, 1440);

/** Windows as organisations have them: by day, clear of the hours when the clocks change. */
export const dayWindows = windowsWithin(4 * 60, 1440);

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31));
  return last.getTime() - last.getUTCDay() * 86_400_000;
}
