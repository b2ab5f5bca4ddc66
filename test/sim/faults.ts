// What goes wrong and how often, drawn from the seed. With `off` the world is as it should be.
import type { PhoneFaults } from '../../src/gateways/phone/phone.ts';
import type { Random } from './random.ts';

/** What the database does to a commit: nothing, the process dies, the database refuses, the answer is lost after the commit. */
export type CommitFault = 'kill' | 'full' | 'lost';

export type Faults = {
  off(): void;
  commit(when: 'before' | 'after'): CommitFault | undefined;
  /** Whether the process dies before or after a call to the gateway. */
  call(): 'kill' | undefined;
  /** How long a process freezes after a write, ms; most often with messages in its hand that it has just claimed. */
  freeze(hasClaimed: boolean): number | undefined;
  ring(): 'lost' | undefined;
  phone: Required<PhoneFaults>;
};

/** How often each fault happens in this world; many worlds have none of some, so that each is also seen alone. */
export type Shares = { crash: number; refuse: number; freeze: number; ring: number; network: number };

export const NO_FAULTS: Shares = { crash: 0, refuse: 0, freeze: 0, ring: 0, network: 0 };

export const drawShares = (random: Random): Shares => ({
  crash: random.pick([0, 0.003, 0.01, 0.03]),
  refuse: random.pick([0, 0, 0.005, 0.02]),
  freeze: random.pick([0, 0.001, 0.006]),
  ring: random.pick([0, 0.3, 1]),
  network: random.pick([0, 0.05, 0.25]),
});

/** Shorter than a lease, longer, and long enough for another process to have settled everything. */
const FREEZES_MS = [20_000, 10 * 60_000, 5 * 3_600_000];

export function makeFaults(random: Random, shares: Shares): Faults {
  const now = { ...shares };
  const network = <T>(...kinds: T[]): T | undefined =>
    random.chance(now.network) ? random.pick(kinds) : undefined;
  return {
    off: () => {
      Object.assign(now, NO_FAULTS);
    },
    commit(when) {
      if (random.chance(now.crash)) return 'kill';
      if (!random.chance(now.refuse)) return undefined;
      return when === 'before' ? 'full' : 'lost';
    },
    call: () => (random.chance(now.crash) ? 'kill' : undefined),
    freeze: (hasClaimed) =>
      random.chance(hasClaimed ? now.freeze * 40 : now.freeze) ? random.pick(FREEZES_MS) : undefined,
    ring: () => (random.chance(now.ring) ? 'lost' : undefined),
    phone: {
      post: () => network('accept-then-unknown', 'unknown', 'rate', 'temporary'),
      find: () => network('unavailable'),
      list: () => network('unavailable'),
      status: () => network('doubled', 'late', 'lost'),
      incoming: () => network('doubled'),
    },
  };
}
