import { isoDate } from '../../journey/time/format.ts';
import { DAY_MS } from '../../journey/time/zone.ts';
import { referRelative } from '../../services/referrals/refer-relative.ts';
import type { Runtime } from '../../services/runtime.ts';
import { addOffers } from '../../store/care/offers.ts';
import { findReferral } from '../../store/care/referrals.ts';
import { addSources } from '../../store/care/sources.ts';
import { demoOffers, demoReferrals, demoSources } from './demo-offers.ts';

async function referOnce(rt: Runtime, referral: (typeof demoReferrals)[number]): Promise<void> {
  const source = demoSources.find(({ id }) => id === referral.source);
  if (!source || (await findReferral(rt.db, referral.id))) return;
  const { id, form, by } = referral;
  await referRelative(rt, source, { id, form, by, address: `demo ${id}` });
}

/** Fills the demo's signpost, its sources and the inbox of referrals. A second call changes nothing. */
export async function seedOffers(rt: Runtime): Promise<void> {
  const at = rt.now();
  await Promise.all([
    ...demoOffers.map(({ id, content, checkedDaysAgo }) =>
      rt.db.lane.put(addOffers, { id, at, content, checkedOn: isoDate(at - checkedDaysAgo * DAY_MS) }),
    ),
    ...demoSources.map((row) => rt.db.lane.put(addSources, { row: { ...row, createdAt: at } })),
  ]);
  for (const referral of demoReferrals) await referOnce(rt, referral);
}
