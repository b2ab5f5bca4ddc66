// The send path as it would be without group commit: each worker claims one message, posts it, records it, each in a commit of its own.
import { postMessage, recordPost } from '../../src/services/sending/post-message.ts';
import { openLane } from '../../src/store/lane.ts';
import { takeLease } from '../../src/store/leases.ts';
import { claimMessages } from '../../src/store/messages/claims.ts';
import { CONCURRENCY, type House } from './house.ts';
import { inParallel } from './rounds.ts';

/** Sends `count` due messages of the sender by name that way. */
export async function messageByMessage(house: House, count: number): Promise<number> {
  const rt: House = { ...house, db: { ...house.db, lane: openLane(house.db.client, { maxItems: 1 }) } };
  const name = 'sender:name';
  const now = rt.clock();
  const endsAt = now + rt.config.leaseMs;
  const fence = await rt.db.lane.put(takeLease, { name, owner: rt.owner, now, endsAt });
  if (fence === undefined) throw new Error('the lease is held');
  const lease = { name, fence, until: Number.POSITIVE_INFINITY, endsAt };
  const order = {
    sender: 'name',
    lease: name,
    fence,
    now: rt.now(),
    minute: 600,
    weekday: 1,
    open: true,
    limit: 1,
  };
  return inParallel(CONCURRENCY, Array.from({ length: count }), async () => {
    const [message] = await rt.db.lane.put(claimMessages, { ...order, clock: rt.clock() });
    if (typeof message !== 'object') throw new Error('nothing to claim');
    await recordPost(rt, lease, message, await postMessage(rt, lease, message));
  });
}
