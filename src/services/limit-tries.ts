import { countTries } from '../store/limits.ts';
import { blindIndex } from '../store/seal.ts';
import { AppError } from './app-error.ts';
import type { Runtime } from './runtime.ts';

/** What a rate limit counts over: a fixed quarter of an hour of real time. */
export const LIMIT_WINDOW_MS = 15 * 60_000;

/** At most `most` tries by one subject in a window; `what` names the door, `who` is stored as a hash. */
export type Limit = { what: string; who: string; most: number };

/** Counts one try at each limit and throws `too-many` when one of them is used up. Many at once are counted one by one. */
export async function limitTries(rt: Runtime, limits: readonly Limit[]): Promise<void> {
  const period = Math.floor(rt.clock() / LIMIT_WINDOW_MS) * LIMIT_WINDOW_MS;
  const counts = await Promise.all(
    limits.map(({ what, who }) =>
      rt.db.lane.put(countTries, { subject: `${what}:${blindIndex(rt.db.keys, who)}`, period }),
    ),
  );
  if (limits.some(({ most }, i) => (counts[i] ?? 0) > most)) throw new AppError('too-many');
}
