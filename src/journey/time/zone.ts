/**
 * The one place that knows which zone the wall clock hangs in. A "wall" number is the wall clock read as if
 * it were UTC, in milliseconds, so that whole days and clock times are plain arithmetic.
 * Since 1996 the offset follows the EU rule and is computed (Temporal takes some 10 µs); older instants ask Temporal.
 */
import { Temporal } from 'temporal-polyfill';

/** The zone all wall-clock reasoning happens in. */
export const ZONE = 'Europe/Copenhagen';
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const MARCH = 2;
const OCTOBER = 9;
const EU_RULE_FROM = Date.UTC(1996, 0, 2);

/** The milliseconds the wall clock is ahead of UTC at an instant. */
export function offsetAt(at: number): number {
  return at < EU_RULE_FROM ? offsetByTemporal(at) : offsetByRule(at);
}

/** The wall clock at an instant. */
export function wallAt(at: number): number {
  return at + offsetAt(at);
}

/** The instant the wall clock shows `wall`: the first of a doubled hour; a nonexistent time is moved forward by the gap. */
export function instantAt(wall: number): number {
  if (wall < EU_RULE_FROM) return instantByTemporal(wall);
  const summer = wall - 2 * HOUR_MS;
  return offsetByRule(summer) === 2 * HOUR_MS ? summer : wall - HOUR_MS;
}

/** The later instant that shows the same wall clock in a doubled hour; otherwise the same as `instantAt`. */
export function lastInstantAt(wall: number): number {
  if (wall < EU_RULE_FROM) return instantByTemporal(wall, 'later');
  const winter = wall - HOUR_MS;
  return offsetByRule(winter) === HOUR_MS ? winter : instantAt(wall);
}

/** Summer time lasts from the last Sunday of March to the last Sunday of October, 01:00 UTC. */
function offsetByRule(at: number): number {
  const date = new Date(at);
  const month = date.getUTCMonth();
  if (month < MARCH || month > OCTOBER) return HOUR_MS;
  if (month > MARCH && month < OCTOBER) return 2 * HOUR_MS;
  const hasChanged = at >= changeAt(date.getUTCFullYear(), month);
  return hasChanged === (month === MARCH) ? 2 * HOUR_MS : HOUR_MS;
}

/** The change of the clocks in March or October, which both have 31 days. */
function changeAt(year: number, month: number): number {
  const lastOfMonth = Date.UTC(year, month, 31, 1);
  return lastOfMonth - new Date(lastOfMonth).getUTCDay() * DAY_MS;
}

function offsetByTemporal(at: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
  return zoned.offsetNanoseconds / 1_000_000;
}

function instantByTemporal(wall: number, disambiguation: 'compatible' | 'later' = 'compatible'): number {
  const clock = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return clock.toZonedDateTime(ZONE, { disambiguation }).epochMilliseconds;
}
