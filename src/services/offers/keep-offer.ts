import { isoDate } from '../../journey/time/format.ts';
import { checkOffers, findOffer, retireOffers } from '../../store/care/offers.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

/** "Tjekket i dag": the offer holds as it stands; what asked for the look is closed. Throws `not-found`, and `already-done` for a retired one. */
export async function confirmOffer(rt: Runtime, staff: Staff, id: string): Promise<void> {
  requireRight(staff, 'coordinate');
  if (!(await findOffer(rt.db, id))) throw new AppError('not-found');
  const at = rt.now();
  const ledger = [ledgerRow(rt, { kind: 'offer.checked', actor: staff.id, subject: id })];
  const done = await rt.db.lane.put(checkOffers, { id, on: isoDate(at), at, by: staff.id, ledger });
  if (!done) throw new AppError('already-done');
}

/** Takes an offer out of the signpost, or puts it back. Throws `not-found`, and `already-done`. */
export async function retireOffer(rt: Runtime, staff: Staff, id: string, retire: boolean): Promise<void> {
  requireRight(staff, 'coordinate');
  if (!(await findOffer(rt.db, id))) throw new AppError('not-found');
  const kind = retire ? 'offer.retired' : 'offer.restored';
  const ledger = [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  const done = await rt.db.lane.put(retireOffers, { id, retire, at: rt.now(), by: staff.id, ledger });
  if (!done) throw new AppError('already-done');
}
