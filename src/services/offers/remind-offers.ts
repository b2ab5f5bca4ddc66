import { isoDate } from '../../journey/time/format.ts';
import {
  listOverOffers,
  listStaleOffers,
  type OfferRow,
  overAlert,
  staleAlert,
} from '../../store/care/offers.ts';
import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import type { Runtime } from '../runtime.ts';
import { yearBefore } from './offer-days.ts';

/** At most so many are told in one sweep, so that a signpost nobody kept does not flood the desk. */
const AT_ONCE = 20;

/**
 * Asks coordinators to look at offers that nobody looked at for a year or whose last day has passed, each once; `step` of
 * the alert is the offer. Gives how many were asked for.
 */
export async function remindOffers(rt: Runtime): Promise<number> {
  const [at, today] = [rt.now(), isoDate(rt.now())];
  const [stale, over] = await Promise.all([
    listStaleOffers(rt.db, yearBefore(today), AT_ONCE),
    listOverOffers(rt.db, today, AT_ONCE),
  ]);
  const tell = (id: string, { id: step, title }: OfferRow): Promise<true> =>
    rt.db.lane.put(
      raiseAlerts,
      alertRow(rt.db.keys, {
        id,
        kind: 'offer',
        audience: 'coordinator',
        urgent: 0,
        step,
        raisedAt: at,
        text: title,
      }),
    );
  await Promise.all([
    ...stale.map((offer) => tell(staleAlert(offer.id, offer.checkedOn), offer)),
    ...over.map((offer) => tell(overAlert(offer.id, offer.validUntil ?? ''), offer)),
  ]);
  return stale.length + over.length;
}
