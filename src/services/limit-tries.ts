import { countTries } from '../store/limits.ts';
import { blindIndex } from '../store/seal.ts';
import { AppError } from './app-error.ts';
import type { Runtime } from './runtime.ts';

/** What a rate limit counts over: a fixed quarter of an hour of real time. */
export const LIMIT_WINDOW_MS = 15 * 60_000;

/** At most `most` tries by one subject in a window; `what` names the door, `who` is stored as a hash. */
export type Limit = { what: string; who: string; most: number };

/** What one try left: how many more there may be, below 0 when it was one too many, until the window ends in so many ms. */
export type Left = { left: number; resetsInMs: number };

/** Counts one try and tells what is left; never throws for too many. */
export async function countTry(rt: Runtime, { what, who, most }: Limit): Promise<Left> {
  const at = rt.clock();
  const period = Math.floor(at / LIMIT_WINDOW_MS) * LIMIT_WINDOW_MS;
  const count = await rt.db.lane.put(countTries, {
    subject: `${what}:${blindIndex(rt.db.keys, who)}`,
    period,
  });
  return { left: most - count, resetsInMs: period + LIMIT_WINDOW_MS - at };
}

/** Counts one try at each limit and throws `too-many` when one of them is used up. Many at once are counted one by one. */
export async function limitTries(rt: Runtime, limits: readonly Limit[]): Promise<void> {
  const counted = await Promise.all(limits.map((limit) => countTry(rt, limit)));
  if (counted.some(({ left }) => left < 0)) throw new AppError('too-many');
}
