import type { Runtime } from './runtime.ts';

/** Runs work under one key after everything queued before it under the same key; other keys do not wait. */
export function keepOrder(): Runtime['inOrder'] {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(key, mine);
    try {
      return await mine;
    } finally {
      if (tails.get(key) === mine) tails.delete(key);
    }
  };
}
