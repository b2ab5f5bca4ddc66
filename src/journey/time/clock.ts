import { MINUTE_MS } from './zone.ts';

/** Reads 'HH:MM', 00:00 to 23:59, as minutes since midnight; undefined for anything else. */
export function parseClock(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** The milliseconds since midnight of a clock time; NaN when it is none. */
export function clockMs(clock: string): number {
  const minutes = parseClock(clock);
  return minutes === undefined ? Number.NaN : minutes * MINUTE_MS;
}

/** Minutes since midnight as 'HH:MM'. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
