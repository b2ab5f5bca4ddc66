// The heartbeat: everything a lost bell could have meant is found in the database.
import { listNewReplies } from '../store/replies.ts';
import { chainLedger } from './chain-ledger.ts';
import { dispatchSender } from './dispatch-sender.ts';
import { expireLateMessages } from './expire-messages.ts';
import { fireTimers } from './fire-timers.ts';
import { handleInbound } from './handle-inbound.ts';
import type { Runtime } from './runtime.ts';
import { settleUnknown } from './settle-unknown.ts';
import { tellUntold } from './tell-untold.ts';

const PAGE = 100;

/** Does everything that is due now: received SMS, timers, unsent and unknown messages, the chain. Gives how much was done. */
export async function beat(rt: Runtime): Promise<number> {
  const replies = (await guard(rt, 'handle-inbound', () => listNewReplies(rt.db, PAGE))) ?? [];
  for (const reply of replies) await guard(rt, 'handle-inbound', () => handleInbound(rt, reply));
  await guard(rt, 'tell-untold', () => tellUntold(rt));
  const fired = await guard(rt, 'fire-timers', () => fireTimers(rt));
  const settled = await guard(rt, 'settle-unknown', () => settleUnknown(rt));
  await guard(rt, 'expire-messages', () => expireLateMessages(rt));
  const sent =
    ((await guard(rt, 'dispatch-sender', () => dispatchSender(rt, 'number'))) ?? 0) +
    ((await guard(rt, 'dispatch-sender', () => dispatchSender(rt, 'name'))) ?? 0);
  await guard(rt, 'chain-ledger', () => chainLedger(rt));
  return replies.length + (fired ?? 0) + (settled ?? 0) + sent;
}

/** One part that fails does not keep the others from their work; it is tried again at the next beat. */
async function guard<T>(rt: Runtime, job: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    rt.log.error({ job, why: error instanceof Error ? error.name : 'Error' }, 'a job failed');
    return undefined;
  }
}
