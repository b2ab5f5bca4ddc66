// When the last message of a broadcast will have left, at the sender's rate and within the window.
import { dayOf } from '../../journey/time/calendar.ts';
import { clockMs } from '../../journey/time/clock.ts';
import { nextOpen, type SendWindow } from '../../journey/time/window.ts';
import { DAY_MS, instantAt, wallAt } from '../../journey/time/zone.ts';

/** A rate this low would never come to an end in the sentence that tells of it. */
const MOST_DAYS = 400;

const closingOn = (window: SendWindow, at: number): number =>
  instantAt(dayOf(wallAt(at)) * DAY_MS + (window.to === '24:00' ? DAY_MS : clockMs(window.to)));

/**
 * When the first of so many segments leaves and when the last has, after `ahead` others, from an instant on (UTC ms).
 * Without a limit (rate 0) they leave at once; `until` is absent when it takes longer than a year.
 */
export function whenLeft(
  window: SendWindow,
  { from, ahead, segments, rate }: { from: number; ahead: number; segments: number; rate: number },
): { from: number; until?: number } {
  const walk = (need: number): number | undefined => {
    let at = nextOpen(window, from);
    for (let days = 0; days < MOST_DAYS; days += 1) {
      const closes = closingOn(window, at);
      if (at + need <= closes) return at + need;
      need -= closes - at;
      at = nextOpen(window, closes);
    }
    return undefined;
  };
  const lasts = (count: number): number => (rate > 0 ? Math.ceil((count * 1000) / rate) : 0);
  const until = walk(lasts(ahead + segments));
  return { from: walk(lasts(ahead)) ?? from, ...(until === undefined ? {} : { until }) };
}
