import { listRunningJourneys } from '../../store/journeys/journeys.ts';
import { alertRow } from '../../store/messages/alerts.ts';
import { type Closing, closeNumbers } from '../../store/people/numbers.ts';
import { listRelativesOfNumber } from '../../store/people/relatives.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Someone at this phone says it is not them ("Det er ikke mig"): nothing more goes there, and a person finds the right
 * number. False for one that was known as wrong already. `by` is the member of staff who was told.
 */
export async function reportWrongNumber(
  rt: Runtime,
  numberId: string,
  how: 'page' | 'staff',
  by: string = how,
): Promise<boolean> {
  const at = rt.now();
  const closing: Closing = { id: numberId, as: 'wrong', at, alerts: [], ledger: [] };
  const people = (await listRelativesOfNumber(rt.db, numberId)).map(({ id }) => id);
  for (const relativeId of people) {
    const alert = { id: `notMe.${rt.newId()}`, kind: 'notMe', audience: 'advisor' } as const;
    closing.alerts.push(alertRow(rt.db.keys, { ...alert, relativeId, raisedAt: at }));
    closing.ledger.push(ledgerRow(rt, { kind: 'number.wrong', actor: by, relativeId, body: { how } }));
  }
  const closed = await rt.db.lane.put(closeNumbers, closing);
  const input = { kind: 'ended', at, reason: 'forkert nummer' } as const;
  const journeys = await listRunningJourneys(rt.db, people);
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
  return closed;
}
