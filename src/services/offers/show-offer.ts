import { findOffer } from '../../store/care/offers.ts';
import { countSignposted } from '../../store/care/signposted.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { type OfferLine, yearStart } from './list-offers.ts';
import { offerState } from './offer-days.ts';

/** One offer, also one that was retired. Throws `not-found`. */
export async function showOffer(rt: Runtime, staff: Staff, id: string): Promise<OfferLine> {
  requireRight(staff, 'look');
  const row = await findOffer(rt.db, id);
  if (!row) throw new AppError('not-found');
  const counts = await countSignposted(rt.db, yearStart(rt.now()));
  return { ...row, ...offerState(row, rt.now()), shownThisYear: counts.get(id) ?? 0 };
}
