import { orderBroadcasts } from '../../store/broadcasts/order.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { requireBroadcast } from './find-broadcast.ts';
import { previewBroadcast } from './preview-broadcast.ts';

/**
 * Of which state of the draft (`seen`), when the first may leave (UTC ms; null at once), how many get it first (null: no
 * sample), and what was asked and said yes to: the same within a day or before a backup was put back, several of a circle "hver for sig".
 */
export type BroadcastOrder = {
  seen: number;
  dueAt: number | null;
  sample: number | null;
  twiceConfirmed: boolean;
  apartConfirmed: boolean;
};

const MOST_AHEAD_MS = 366 * 24 * 3_600_000;

function checkOrder(rt: Runtime, { dueAt, sample }: BroadcastOrder): void {
  if (dueAt !== null && dueAt < rt.now() - 60_000) throw new AppError('date-past', 'dueAt');
  if (dueAt !== null && dueAt > rt.now() + MOST_AHEAD_MS) throw new AppError('date-unreadable', 'dueAt');
  if (sample !== null && (!Number.isInteger(sample) || sample < 1))
    throw new AppError('field-unreadable', 'sample');
}

/**
 * Gives the order: who is in the group when it begins gets it, soon after or from `dueAt` on. Two who press at once send
 * one; the same order again changes nothing. Throws `not-found`, `forbidden`, `changed-meanwhile` when the draft is no
 * longer what was seen, `field-missing` (`twice`, `apart`) until that was confirmed, `field-missing` (`groupId`) when
 * nobody would get it, `date-past`, `field-unreadable`, `already-done` when it was ordered by somebody else.
 */
export async function orderBroadcast(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: BroadcastOrder,
): Promise<void> {
  const { broadcast, group } = await requireBroadcast(rt, staff, 'coordinate', id);
  if (broadcast.status !== 'draft') {
    if (
      broadcast.orderedBy === staff.id &&
      broadcast.sample === order.sample &&
      broadcast.dueAt === order.dueAt
    )
      return;
    throw new AppError('already-done');
  }
  if (broadcast.changedAt !== order.seen) throw new AppError('changed-meanwhile');
  if (group.closedAt !== null) throw new AppError('field-unreadable', 'groupId');
  checkOrder(rt, order);
  const seen = await previewBroadcast(rt, staff, id, order);
  if (seen.sms + seen.calls + seen.letters === 0) throw new AppError('field-missing', 'groupId');
  if ((seen.same.length > 0 || seen.doubted) && !order.twiceConfirmed)
    throw new AppError('field-missing', 'twice');
  if (seen.apart.length > 0 && !order.apartConfirmed) throw new AppError('field-missing', 'apart');
  const body = {
    group: broadcast.groupId,
    audience: seen.audience,
    sms: seen.sms,
    calls: seen.calls,
    letters: seen.letters,
    segments: seen.segments.total,
    ...(order.dueAt === null ? {} : { dueAt: order.dueAt }),
    ...(order.sample === null ? {} : { sample: order.sample }),
  };
  const entry = ledgerRow(rt, { kind: 'broadcast.ordered', actor: staff.id, subject: id, body });
  const ordered = await rt.db.lane.put(orderBroadcasts, {
    id,
    seen: order.seen,
    at: rt.now(),
    by: staff.id,
    dueAt: order.dueAt,
    sample: order.sample,
    sight: sightOf(staff),
    twice: order.twiceConfirmed,
    ledger: [entry],
  });
  if (ordered) rt.bell.ring({ job: 'broadcast', broadcast: id });
  else await whyNotOrdered(rt, staff, id, order);
}

/** Somebody was quicker: with this very draft, or with another that says the same. */
async function whyNotOrdered(rt: Runtime, staff: Staff, id: string, order: BroadcastOrder): Promise<void> {
  const { broadcast, group } = await requireBroadcast(rt, staff, 'coordinate', id);
  if (broadcast.status === 'draft' && broadcast.changedAt === order.seen && group.closedAt === null)
    throw new AppError('field-missing', 'twice');
  if (broadcast.status === 'draft') throw new AppError('changed-meanwhile');
  if (broadcast.orderedBy !== staff.id) throw new AppError('already-done');
}
