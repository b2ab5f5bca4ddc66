import { composeBroadcasts } from '../services/broadcasts/compose-broadcasts.ts';
import { carryOutInvitations } from '../services/events/carry-out-invitations.ts';
import { tellEvents } from '../services/events/tell-events.ts';
import { carryOut } from '../services/journeys/fan-out.ts';
import { fireTimers } from '../services/journeys/fire-timers.ts';
import { handleInbound } from '../services/replies/handle-inbound.ts';
import type { Ring, Runtime } from '../services/runtime.ts';
import { dispatchSender } from '../services/sending/dispatch-sender.ts';
import { inJob } from '../services/watching/in-job.ts';

/** Does what a bell was rung for. */
export const work = (rt: Runtime, ring: Ring): Promise<void> => inJob(rt, ring, (own) => done(own, ring));

async function done(rt: Runtime, ring: Ring): Promise<void> {
  if (await rt.db.isHeldBack()) return;
  if (ring.job === 'fire-timers') await fireTimers(rt, ring.shard);
  else if (ring.job === 'handle-inbound') await handleInbound(rt, ring.reply);
  else if (ring.job === 'carry-out') await carryOut(rt, ring.fanOut);
  else if (ring.job === 'broadcast') await composeBroadcasts(rt, ring.broadcast);
  else if (ring.job === 'invite') await carryOutInvitations(rt, ring.invitation);
  else if (ring.job === 'tell-events') await tellEvents(rt, ring.event);
  else await dispatchSender(rt, ring.sender);
}
