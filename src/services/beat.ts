// The heartbeat: everything a lost bell could have meant is found in the database.
import { listNewReplies } from '../store/messages/replies.ts';
import { tellAppointments } from './appointments/tell-appointments.ts';
import { composeBroadcasts } from './broadcasts/compose-broadcasts.ts';
import { chainLedger } from './chain-ledger.ts';
import { carryOutInvitations } from './events/carry-out-invitations.ts';
import { tellEvents } from './events/tell-events.ts';
import { carryOutAll } from './journeys/fan-out.ts';
import { fireTimers } from './journeys/fire-timers.ts';
import { tellUntold } from './journeys/tell-untold.ts';
import { handleInbound } from './replies/handle-inbound.ts';
import { reconcileRestored } from './restored/reconcile-restored.ts';
import type { Runtime } from './runtime.ts';
import { dispatchSender } from './sending/dispatch-sender.ts';
import { expireLateMessages } from './sending/expire-messages.ts';
import { settleUnknown } from './sending/settle-unknown.ts';
import { inBeat } from './watching/in-job.ts';

const PAGE = 100;

/** One thing a heartbeat looks after; gives how much it found to do. */
export type BeatPart = { job: string; work: (rt: Runtime) => Promise<number> };

const none = async (work: Promise<void>): Promise<number> => {
  await work;
  return 0;
};

/** Received SMS that nobody was rung for, or whose bell was lost. */
async function handleNew(rt: Runtime): Promise<number> {
  const replies = await listNewReplies(rt.db, PAGE);
  for (const reply of replies) await quietly(rt, 'handle-inbound', () => handleInbound(rt, reply));
  return replies.length;
}

/** Nothing is done before a backup that was put back is reconciled. */
const unlessHeldBack = ({ job, work }: BeatPart): BeatPart => ({
  job,
  work: async (rt) => ((await rt.db.isHeldBack()) ? 0 : work(rt)),
});

/** Everything that can be due, in the order in which one leads to the other. */
const dailyParts = (fire: BeatPart['work']): readonly BeatPart[] => [
  { job: 'handle-inbound', work: handleNew },
  { job: 'tell-untold', work: (rt) => none(tellUntold(rt)) },
  { job: 'tell-appointments', work: (rt) => tellAppointments(rt) },
  { job: 'invite', work: (rt) => carryOutInvitations(rt) },
  { job: 'tell-events', work: (rt) => tellEvents(rt) },
  { job: 'fire-timers', work: fire },
  { job: 'carry-out', work: carryOutAll },
  { job: 'broadcast', work: (rt) => composeBroadcasts(rt) },
  { job: 'settle-unknown', work: settleUnknown },
  { job: 'expire-messages', work: (rt) => none(expireLateMessages(rt)) },
  { job: 'dispatch-number', work: (rt) => dispatchSender(rt, 'number') },
  { job: 'dispatch-name', work: (rt) => dispatchSender(rt, 'name') },
  { job: 'chain-ledger', work: (rt) => none(chainLedger(rt)) },
];

/** What a heartbeat looks after; `fire` is how it fires timers. */
export const beatParts = (fire: BeatPart['work']): readonly BeatPart[] => [
  { job: 'reconcile-restored', work: reconcileRestored },
  ...dailyParts(fire).map(unlessHeldBack),
];

/** Does everything that is due now, one part after the other. Gives how much was done. */
export async function beat(rt: Runtime): Promise<number> {
  let done = 0;
  for (const { job, work } of beatParts(fireTimers)) done += (await quietly(rt, job, work)) ?? 0;
  return done;
}

/** One part that fails does not keep the others from their work; it is tried again at the next beat. */
export async function quietly<T>(
  rt: Runtime,
  job: string,
  work: (rt: Runtime) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await inBeat(rt, job, work);
  } catch (error) {
    rt.log.error({ job, why: error instanceof Error ? error.name : 'Error' }, 'a job failed');
    return undefined;
  }
}
