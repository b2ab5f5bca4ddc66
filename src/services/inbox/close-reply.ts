import { findReply, settleReplies } from '../../store/messages/replies.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** Puts a waiting reply away: no answer is needed. Throws `not-found`, and `already-done` when it no longer waits. */
export async function closeReply(rt: Runtime, staff: Staff, replyId: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'reply', replyId);
  const reply = await findReply(rt.db, replyId);
  if (!reply) throw new AppError('not-found');
  const at = rt.now();
  const entry = ledgerRow(rt, {
    kind: 'reply.closed',
    actor: staff.id,
    ...(reply.relativeId ? { relativeId: reply.relativeId } : {}),
    subject: replyId,
    body: { waitedMs: at - reply.receivedAt },
  });
  const closed = await rt.db.lane.put(settleReplies, {
    id: replyId,
    from: 'waiting',
    status: 'closed',
    at,
    by: staff.id,
    ledger: [entry],
  });
  if (!closed) throw new AppError('already-done');
}
