import {
  findReferral,
  type ListedReferral,
  listSettledReferrals,
  listWaitingReferrals,
} from '../../store/care/referrals.ts';
import { listRelativesOfNumberInSight } from '../../store/people/number-owners.ts';
import { numberId } from '../../store/people/numbers.ts';
import { unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { formatNumber } from '../phone-number.ts';
import { recordLedger } from '../record-ledger.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { KEPT_MS } from './forget-referrals.ts';

const PAGE = 50;
const SETTLED = 20;

/** Why a referral was declined, and what else was offered (ids of offers). */
export type DeclineReason = { reason: string; offers: string[] };

const openField = (rt: Runtime, id: string, field: string, sealed: string | null): string | undefined =>
  sealed === null ? undefined : unseal(rt.db.keys, `referrals.${field}:${id}`, sealed);

/** One referral as a list shows it: whom, from where, how long it waits; no number, no note. */
const toReferralLine = (rt: Runtime, { referral, sourceTitle, unitName }: ListedReferral) => ({
  id: referral.id,
  name: openField(rt, referral.id, 'name', referral.nameSealed) ?? '',
  relation: referral.relation,
  area: referral.area,
  status: referral.status,
  isSelf: referral.bySealed === null,
  sourceId: referral.sourceId,
  sourceTitle: sourceTitle ?? '',
  unitId: referral.unitId,
  unitName: unitName ?? '',
  relativeId: referral.relativeId,
  receivedAt: referral.receivedAt,
  waitedMs: rt.now() - referral.receivedAt,
  settledAt: referral.settledAt,
  why: referral.why === null ? undefined : (JSON.parse(referral.why) as DeclineReason),
});

export type ReferralLine = ReturnType<typeof toReferralLine>;

/** A page of referrals that wait (50, or `most`), the oldest first, and on the first page those settled in the last thirty days. */
export async function listReferrals(
  rt: Runtime,
  staff: Staff,
  after?: { at: number; id: string },
  most: number = PAGE,
): Promise<{ lines: ReferralLine[]; settled: ReferralLine[]; next?: { at: number; id: string } }> {
  requireRight(staff, 'look');
  const sight = sightOf(staff);
  const [rows, settled] = await Promise.all([
    listWaitingReferrals(rt.db, { limit: most + 1, sight, ...(after ? { after } : {}) }),
    after ? [] : listSettledReferrals(rt.db, rt.now() - KEPT_MS, SETTLED, sight),
  ]);
  const lines = rows.slice(0, most).map((row) => toReferralLine(rt, row));
  const last = lines.at(-1);
  const found = { lines, settled: settled.map((row) => toReferralLine(rt, row)) };
  return rows.length > most && last ? { ...found, next: { at: last.receivedAt, id: last.id } } : found;
}

/** One referral with its number, note and who referred, and who in sight is known at the number; the look is in the ledger. Throws `not-found`. */
export async function showReferral(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'look', 'referral', id);
  const row = await findReferral(rt.db, id);
  if (!row) throw new AppError('not-found');
  if (row.referral.relativeId) await requireSight(rt, staff, 'look', 'relative', row.referral.relativeId);
  await recordLedger(rt, { kind: 'referral.viewed', actor: staff.id, subject: id });
  const { referral } = row;
  // What was forgotten answers as if it were not there.
  if (referral.relation === '') throw new AppError('not-found');
  const e164 = openField(rt, id, 'number', referral.numberSealed) ?? '';
  const [byName, byContact] = (openField(rt, id, 'by', referral.bySealed) ?? '').split('\n');
  const known = await listRelativesOfNumberInSight(rt.db, numberId(rt.db.keys, e164), sightOf(staff), 10);
  return {
    ...toReferralLine(rt, row),
    number: formatNumber(e164),
    note: openField(rt, id, 'note', referral.noteSealed),
    byName: byName || undefined,
    byContact: byContact || undefined,
    known: known.map((one) => ({
      id: one.id,
      relation: one.relation,
      name: openName(rt, one.id, one.nameSealed) ?? '',
    })),
  };
}

export type ReferralView = Awaited<ReturnType<typeof showReferral>>;
