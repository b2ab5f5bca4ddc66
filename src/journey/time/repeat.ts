import { type Duration, durationText, parseDuration } from './duration.ts';

/** A thing done again: the pause before each time, and how many times at most. */
export type Repeat = { every: Duration; times: number };

/** Reads "every 4 days, 2 times", 1 to 99 times; undefined for anything else. */
export function parseRepeat(text: string): Repeat | undefined {
  const found = /^\s*every\s+(\S[^,]*),\s*([1-9]\d?)\s+times?\s*$/.exec(text);
  if (!found) return undefined;
  const every = parseDuration(found[1] ?? '');
  return every && { every, times: Number(found[2]) };
}

/** Writes a repeat as `parseRepeat` reads it. */
export function repeatText(repeat: Repeat): string {
  return `every ${durationText(repeat.every)}, ${repeat.times} ${repeat.times === 1 ? 'time' : 'times'}`;
}
