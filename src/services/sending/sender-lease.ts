import { takeLease } from '../../store/leases.ts';
import type { Runtime } from '../runtime.ts';

/** The lease of a sender as its dispatcher holds it: `until` on the monotonic clock, `endsAt` on the real one, ms. */
export type Lease = { name: string; fence: number; until: number; endsAt: number };

type Sender = 'name' | 'number';

/** Takes the lease of a sender with a fence of its own, also when an earlier run of this process could not give it back; undefined while another holds it. */
export const beginLease = (rt: Runtime, sender: Sender): Promise<Lease | undefined> => take(rt, sender, true);

/** Takes or renews the lease of a sender; undefined while another process holds it. */
export const renewLease = (rt: Runtime, sender: Sender): Promise<Lease | undefined> =>
  take(rt, sender, false);

async function take(rt: Runtime, sender: Sender, anew: boolean): Promise<Lease | undefined> {
  const name = `sender:${sender}`;
  const now = rt.clock();
  const until = rt.monotonic() + rt.config.leaseMs;
  const endsAt = now + rt.config.leaseMs;
  const fence = await rt.db.lane.put(takeLease, { name, owner: rt.owner, now, endsAt, anew });
  return fence === undefined ? undefined : { name, fence, until, endsAt };
}

/** A post may begin only while it would end within the lease, by both clocks: the monotonic one stands still in a sleeping machine. */
export const mayPost = (rt: Runtime, lease: Lease): boolean =>
  rt.monotonic() < lease.until - rt.gateway.requestTimeoutMs &&
  rt.clock() < lease.endsAt - rt.gateway.requestTimeoutMs;
