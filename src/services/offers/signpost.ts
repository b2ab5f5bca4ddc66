import { anchorAt, isoDate } from '../../journey/time/format.ts';
import { findOffer } from '../../store/care/offers.ts';
import {
  addSignposts,
  findSignpost,
  listSignpostsOf,
  type NewSignpost,
  removeSignposts,
} from '../../store/care/signposted.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow, recordLedger } from '../record-ledger.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff } from '../staff/staff.ts';

/** Who was shown the way: a relative, those of a contact, both, or someone nobody noted. */
export type SignpostOrder = { offerId: string; relativeId?: string; contactId?: string };

/** A signposting as the store takes it: the same way is not shown to the same one twice in a day. */
export function newSignpost(
  rt: Runtime,
  staff: Staff,
  { offerId, relativeId, contactId }: SignpostOrder,
): NewSignpost {
  const at = rt.now();
  const about = relativeId ? { relativeId } : {};
  return {
    row: {
      id: rt.newId(),
      offerId,
      relativeId: relativeId ?? null,
      contactId: contactId ?? null,
      at,
      by: staff.id,
    },
    from: anchorAt(isoDate(at)) ?? at,
    ledger: [ledgerRow(rt, { kind: 'offer.signposted', actor: staff.id, subject: offerId, ...about })],
  };
}

/**
 * Counts that someone was shown the way to an offer. Throws `not-found`, and `already-done` when the same one was shown it
 * today already or the offer does not hold any more.
 */
export async function signpost(rt: Runtime, staff: Staff, order: SignpostOrder): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const { offerId, relativeId, contactId } = order;
  if (relativeId) await requireSight(rt, staff, 'care', 'relative', relativeId);
  if (contactId) await requireSight(rt, staff, 'care', 'contact', contactId);
  if (!(await findOffer(rt.db, offerId))) throw new AppError('not-found');
  const made = newSignpost(rt, staff, order);
  if (!(await rt.db.lane.put(addSignposts, made))) throw new AppError('already-done');
  return { id: made.row.id };
}

/** Takes a signposting back, which is not counted then. Throws `not-found`, also where its relative is out of sight. */
export async function undoSignpost(rt: Runtime, staff: Staff, id: string): Promise<void> {
  requireRight(staff, 'care');
  const row = await findSignpost(rt.db, id);
  if (!row) throw new AppError('not-found');
  if (row.relativeId) await requireSight(rt, staff, 'care', 'relative', row.relativeId);
  if (row.contactId) await requireSight(rt, staff, 'care', 'contact', row.contactId);
  const about = row.relativeId ? { relativeId: row.relativeId } : {};
  const entry = { kind: 'offer.signpost-undone', actor: staff.id, subject: row.offerId, ...about };
  const gone = await rt.db.lane.put(removeSignposts, { id, ledger: [ledgerRow(rt, entry)] });
  if (!gone) throw new AppError('not-found');
}

/** What a relative was shown the way to, the latest first. Throws `not-found`. */
export async function listSignposts(rt: Runtime, staff: Staff, relativeId: string) {
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  return listSignpostsOf(rt.db, relativeId, 50);
}

/** For whom the signpost is opened: the name, the area and what they were shown before; the look is in the ledger. Throws `not-found`. */
export async function openSignpostFor(rt: Runtime, staff: Staff, relativeId: string) {
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  const details = await findRelativeDetails(rt.db, relativeId);
  if (!details) throw new AppError('not-found');
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId, purpose: 'signpost' });
  return {
    id: relativeId,
    name: openName(rt, relativeId, details.relative.nameSealed) ?? '',
    area: details.relative.area,
    shown: await listSignpostsOf(rt.db, relativeId, 50),
  };
}
