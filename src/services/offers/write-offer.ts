import { isoDate } from '../../journey/time/format.ts';
import { addOffers, changeOffers, findOffer } from '../../store/care/offers.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { checkOffer, contentOf, type OfferForm } from './check-offer.ts';

async function refuseProblems(rt: Runtime, form: OfferForm, kept?: string): Promise<void> {
  const { people } = await getOrganisation(rt);
  const [problem] = checkOffer(form, people, kept);
  if (problem) throw new AppError(problem.code, problem.field);
}

/** Puts an offer into the signpost, as looked at today. Throws the first problem of `checkOffer`. */
export async function addOffer(rt: Runtime, staff: Staff, form: OfferForm): Promise<{ id: string }> {
  requireRight(staff, 'coordinate');
  await refuseProblems(rt, form);
  const id = rt.newId();
  const ledger = [ledgerRow(rt, { kind: 'offer.added', actor: staff.id, subject: id })];
  const at = rt.now();
  await rt.db.lane.put(addOffers, { id, at, checkedOn: isoDate(at), content: contentOf(form), ledger });
  return { id };
}

/**
 * Changes an offer as it was `seen` (`changedAt`), which counts as having looked at it. Throws `not-found`, `already-done` for
 * a retired one, `changed-meanwhile`, or the first problem.
 */
export async function changeOffer(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: OfferForm & { seen: number },
): Promise<void> {
  requireRight(staff, 'coordinate');
  const offer = await findOffer(rt.db, id);
  if (!offer) throw new AppError('not-found');
  await refuseProblems(rt, form, offer.area);
  const ledger = [ledgerRow(rt, { kind: 'offer.changed', actor: staff.id, subject: id })];
  const at = rt.now();
  const change = { id, seen, at, by: staff.id, checkedOn: isoDate(at), content: contentOf(form), ledger };
  if (await rt.db.lane.put(changeOffers, change)) return;
  throw new AppError(offer.retiredAt === null ? 'changed-meanwhile' : 'already-done');
}
