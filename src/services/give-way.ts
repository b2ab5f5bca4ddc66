import type { Runtime } from './runtime.ts';

/** The longest that way is given, to one visitor and by one part of a work, ms. */
const MOST_MS = 60;

/**
 * Waits, between two parts of a long work, until nobody waits for an answer of this process, and never long: under a rush
 * a crowd goes on slowly rather than not at all, and who waits for the work itself does not hold it up.
 */
export async function giveWay({ visitors, monotonic }: Runtime): Promise<void> {
  const began = monotonic();
  const isNew = (from: number): boolean => monotonic() - from < MOST_MS;
  while (visitors.waiting > 0 && isNew(visitors.cameAt) && isNew(began))
    await new Promise((resolve) => setTimeout(resolve, 1));
}
