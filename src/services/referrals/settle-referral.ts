import { findOffer } from '../../store/care/offers.ts';
import { findReferral, type Settlement, settleReferrals } from '../../store/care/referrals.ts';
import { takeReferrals } from '../../store/care/take-referrals.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { RelativeForm } from '../relatives/check-relative.ts';
import { newRelative } from '../relatives/create-relative.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { KEPT_MS } from './forget-referrals.ts';

/** Why a referral is declined. */
export const DECLINE_REASONS = ['outside', 'unreached', 'unwanted', 'double', 'other'] as const;

const MOST_OFFERED = 10;

async function findWaiting(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'care', 'referral', id);
  const row = await findReferral(rt.db, id);
  if (!row) throw new AppError('not-found');
  if (row.referral.status !== 'waiting') throw new AppError('already-done');
  return row.referral;
}

type Outcome = Pick<Settlement, 'id' | 'status' | 'relativeId' | 'why' | 'offers'>;

function orderOf(rt: Runtime, staff: Staff, outcome: Outcome, body: Record<string, unknown>): Settlement {
  const kind = { taken: 'referral.taken', declined: 'referral.declined', waiting: 'referral.reopened' }[
    outcome.status
  ];
  const about = outcome.relativeId ? { relativeId: outcome.relativeId } : {};
  const entry = { kind, actor: staff.id, subject: outcome.id, ...about, body };
  return { ...outcome, at: rt.now(), by: staff.id, ledger: [ledgerRow(rt, entry)] };
}

async function settle(rt: Runtime, staff: Staff, outcome: Outcome, body: Record<string, unknown>) {
  const order = orderOf(rt, staff, outcome, body);
  if (!(await rt.db.lane.put(settleReferrals, order))) throw new AppError('already-done');
}

/**
 * Takes a referral by registering the relative, who keeps its source: both or neither. Throws `not-found`, `already-done`
 * when somebody was first, and what `createRelative` throws.
 */
export async function takeReferral(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: RelativeForm,
): Promise<{ id: string }> {
  const { sourceId } = await findWaiting(rt, staff, id);
  const relative = await newRelative(rt, staff, form);
  const { id: relativeId } = relative.relative;
  const outcome = { id, status: 'taken', relativeId, why: null, offers: [] } as const;
  const settlement = orderOf(rt, staff, outcome, { source: sourceId });
  const became = await rt.db.lane.put(takeReferrals, { relative, settlement });
  if (became === 'taken') throw new AppError('number-taken', 'number');
  if (became === 'settled') throw new AppError('already-done');
  return { id: relativeId };
}

/** Takes a referral for someone who is registered already. Throws `not-found`, and `already-done`. */
export async function takeReferralFor(
  rt: Runtime,
  staff: Staff,
  id: string,
  relativeId: string,
): Promise<void> {
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  const { sourceId } = await findWaiting(rt, staff, id);
  await settle(
    rt,
    staff,
    { id, status: 'taken', relativeId, why: null, offers: [] },
    { source: sourceId, known: true },
  );
}

/** Declines a referral with a reason and what else was offered, which is counted. Throws `not-found`, `already-done`, and by the field `reason`. */
export async function declineReferral(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: { reason: string; offers: readonly string[] },
): Promise<void> {
  await findWaiting(rt, staff, id);
  if (!DECLINE_REASONS.some((known) => known === form.reason)) throw new AppError('field-missing', 'reason');
  const wanted = [...new Set(form.offers)].slice(0, MOST_OFFERED);
  const found = await Promise.all(wanted.map((offer) => findOffer(rt.db, offer)));
  const offers = found.flatMap((offer) => (offer && offer.retiredAt === null ? [offer.id] : []));
  const why = JSON.stringify({ reason: form.reason, offers });
  await settle(
    rt,
    staff,
    { id, status: 'declined', relativeId: null, why, offers },
    { reason: form.reason, offers },
  );
}

/** Lets a referral that was declined in the last thirty days wait again; what it was shown the way to is not counted any more. Throws `not-found`, and `already-done`. */
export async function reopenReferral(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'referral', id);
  const row = await findReferral(rt.db, id);
  if (!row) throw new AppError('not-found');
  const { status, settledAt } = row.referral;
  if (status !== 'declined' || (settledAt ?? 0) < rt.now() - KEPT_MS) throw new AppError('already-done');
  const { offers = [] } = JSON.parse(row.referral.why ?? '{}') as { offers?: string[] };
  await settle(rt, staff, { id, status: 'waiting', relativeId: null, why: null, offers }, {});
}
