import { alertRow } from '../store/alerts.ts';
import { loadJourneysOfNumber } from '../store/journeys.ts';
import { type Closing, closeNumbers } from '../store/numbers.ts';
import { listRelativesOfNumber } from '../store/relatives.ts';
import { ledgerRow } from './record-ledger.ts';
import type { Runtime } from './runtime.ts';
import { tellJourney } from './tell-journey.ts';

/** Someone at this phone says it is not them ("Det er ikke mig"): nothing more goes there, and a person finds the right number. */
export async function reportWrongNumber(rt: Runtime, numberId: string, how: 'page' | 'staff'): Promise<void> {
  const at = rt.now();
  const closing: Closing = { id: numberId, as: 'wrong', at, alerts: [], ledger: [] };
  for (const { id: relativeId } of await listRelativesOfNumber(rt.db, numberId)) {
    const alert = { id: `notMe.${rt.newId()}`, kind: 'notMe', audience: 'advisor' } as const;
    closing.alerts.push(alertRow(rt.db.keys, { ...alert, relativeId, raisedAt: at }));
    closing.ledger.push(ledgerRow(rt, { kind: 'number.wrong', actor: how, relativeId, body: { how } }));
  }
  await rt.db.lane.put(closeNumbers, closing);
  for (const { id } of await loadJourneysOfNumber(rt.db, numberId))
    await tellJourney(rt, id, { kind: 'ended', at, reason: 'forkert nummer' });
}
