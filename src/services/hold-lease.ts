import { giveLeaseBack, takeLease } from '../store/leases.ts';
import type { Runtime } from './runtime.ts';

/** A lease as its would-be holder sees it. */
export type Hold = {
  /** True while this process holds the lease; takes it when it is free. Asks the database at most once in a third of its length. */
  mine(): Promise<boolean>;
  giveBack(): Promise<void>;
};

/** Holds a lease of `ms` (real time) for as long as `mine` is asked for. */
export function createHold(rt: Runtime, { name, ms }: { name: string; ms: number }): Hold {
  let asked: { at: number; until: number; answer: Promise<boolean> } | undefined;
  const ask = async (): Promise<boolean> => {
    const now = rt.clock();
    const lease = { name, owner: rt.owner, now, endsAt: now + ms };
    return (await rt.db.lane.put(takeLease, lease)) !== undefined;
  };
  return {
    mine() {
      const at = rt.monotonic();
      if (!asked || at >= asked.until) {
        const answer = ask();
        asked = { at, until: at + ms / 3, answer };
        answer.catch(() => {
          asked = undefined;
        });
      }
      return asked.answer;
    },
    async giveBack() {
      asked = undefined;
      await rt.db.lane.put(giveLeaseBack, { name, owner: rt.owner });
    },
  };
}
