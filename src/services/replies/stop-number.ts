import { findHeldSeats } from '../../store/events/event-facts.ts';
import { listRunningJourneys } from '../../store/journeys/journeys.ts';
import { alertRow } from '../../store/messages/alerts.ts';
import { type Closing, closeNumbers } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relatives.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { stoppedText } from './stopped-text.ts';

/**
 * An opt-out that did not come by SMS: stored with everything unsent taken back and a call task for each relative, then
 * the journeys are told. No receipt leaves; false for a number that was stopped already, which stays as it is. `by` is the relative or the member of staff.
 */
export async function stopNumber(
  rt: Runtime,
  numberId: string,
  how: 'page' | 'staff',
  by: string,
): Promise<boolean> {
  const at = rt.now();
  const closing: Closing = { id: numberId, as: 'stopped', at, alerts: [], ledger: [] };
  const people = (await listRelativesOfNumber(rt.db, numberId)).map(({ id }) => id);
  const seats = await findHeldSeats(rt.db, people, at);
  for (const relativeId of people) {
    const text = stoppedText(seats.get(relativeId));
    const id = `stopped.${rt.newId()}`;
    const alert = { id, kind: 'stopped', audience: 'advisor', ...(text ? { text } : {}) } as const;
    const consent = { kind: 'consent.withdrawn', actor: by, relativeId, purpose: 'sms', body: { how } };
    closing.alerts.push(alertRow(rt.db.keys, { ...alert, relativeId, raisedAt: at }));
    closing.ledger.push(ledgerRow(rt, consent));
  }
  const closed = await rt.db.lane.put(closeNumbers, closing);
  const input = { kind: 'consentChanged', at, purpose: 'sms', given: false } as const;
  const journeys = await listRunningJourneys(rt.db, people);
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
  return closed;
}
