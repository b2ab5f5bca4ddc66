import { dispatchSender } from '../services/dispatch-sender.ts';
import { carryOut } from '../services/fan-out.ts';
import { fireTimers } from '../services/fire-timers.ts';
import { handleInbound } from '../services/handle-inbound.ts';
import { inJob } from '../services/in-job.ts';
import type { Ring, Runtime } from '../services/runtime.ts';

/** Does what a bell was rung for. */
export const work = (rt: Runtime, ring: Ring): Promise<void> => inJob(rt, ring, (own) => done(own, ring));

async function done(rt: Runtime, ring: Ring): Promise<void> {
  if (await rt.db.isHeldBack()) return;
  if (ring.job === 'fire-timers') await fireTimers(rt, ring.shard);
  else if (ring.job === 'handle-inbound') await handleInbound(rt, ring.reply);
  else if (ring.job === 'carry-out') await carryOut(rt, ring.fanOut);
  else await dispatchSender(rt, ring.sender);
}
