import { createRandom } from '../gateways/seeded-faults.ts';

/** Everything that is left to chance in a simulation, from one seed. */
export type Random = {
  /** From 0 up to 1. */
  next(): number;
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K;
};

export function makeRandom(seed: number): Random {
  const next = createRandom(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    chance: (share) => next() < share,
    whole,
    pick<T>(from: readonly T[]): T {
      const one = from[whole(0, from.length - 1)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      throw new Error('nothing to weigh');
    },
  };
}
