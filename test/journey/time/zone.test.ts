import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  HOUR_MS,
  instantAt,
  lastInstantAt,
  MINUTE_MS,
  offsetAt,
  wallAt,
  ZONE,
} from '../../../src/journey/time/zone.ts';

function offsetByTemporal(at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).offsetNanoseconds / 1e6;
}

function instantByTemporal(wall: number, disambiguation: 'compatible' | 'later'): number {
  const clock = new Date(wall).toISOString().slice(0, -1);
  return Temporal.PlainDateTime.from(clock).toZonedDateTime(ZONE, { disambiguation }).epochMilliseconds;
}

/** The instants of all changes of the clocks in the years given, by Temporal. */
function changes(from: number, to: number): number[] {
  const found: number[] = [];
  let zoned = Temporal.ZonedDateTime.from(`${from}-01-01T00:00[${ZONE}]`);
  for (;;) {
    const next = zoned.getTimeZoneTransition('next');
    if (!next || next.year > to) return found;
    found.push(next.epochMilliseconds);
    zoned = next;
  }
}

describe('the offset of the wall clock', () => {
  it('is what Temporal says for every hour from 2020 to 2040', () => {
    const wrong: string[] = [];
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2041, 0, 1); at += HOUR_MS) {
      if (offsetAt(at) !== offsetByTemporal(at)) wrong.push(new Date(at).toISOString());
    }
    expect(wrong).toEqual([]);
  });

  it('is what Temporal says in any year from 1900 to 2200', () => {
    const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 11, 31) });
    fc.assert(
      fc.property(instants, (at) => offsetAt(at) === offsetByTemporal(at)),
      { numRuns: 5000 },
    );
  });

  it('changes in the very millisecond Temporal changes it', () => {
    const all = changes(1996, 2060);
    expect(all).toHaveLength(2 * 65);
    for (const at of all) {
      expect(offsetAt(at - 1)).toBe(offsetByTemporal(at - 1));
      expect(offsetAt(at)).toBe(offsetByTemporal(at));
    }
  });
});

describe('the instant of a wall clock', () => {
  it('is the first and the last Temporal knows, each minute around every change from 2020 to 2040', () => {
    const wrong: string[] = [];
    for (const change of changes(2020, 2040)) {
      for (let minute = -150; minute <= 150; minute++) {
        const wall = change + 1.5 * HOUR_MS + minute * MINUTE_MS;
        const isNonexistent = wallAt(instantAt(wall)) !== wall;
        const last = isNonexistent ? instantByTemporal(wall, 'compatible') : instantByTemporal(wall, 'later');
        const isRight =
          instantAt(wall) === instantByTemporal(wall, 'compatible') && lastInstantAt(wall) === last;
        if (!isRight) wrong.push(new Date(wall).toISOString());
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is the way back from an instant, but in the second half of a doubled hour', () => {
    const wrong: number[] = [];
    const doubled: number[] = [];
    for (let at = Date.UTC(2020, 0, 1); at < Date.UTC(2041, 0, 1); at += HOUR_MS) {
      const [first, last] = [instantAt(wallAt(at)), lastInstantAt(wallAt(at))];
      if (first !== at && last !== at) wrong.push(at);
      if (last !== first) doubled.push(at);
    }
    expect(wrong).toEqual([]);
    expect(doubled).toHaveLength(21 * 2);
  });

  it('is what Temporal says in the years before the EU rule', () => {
    const walls = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(1996, 5, 1) });
    fc.assert(
      fc.property(walls, (wall) => instantAt(wall) === instantByTemporal(wall, 'compatible')),
      { numRuns: 1000 },
    );
  });
});
