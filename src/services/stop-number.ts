import { alertRow, raiseAlerts } from '../store/alerts.ts';
import { loadJourneysOfNumber } from '../store/journeys.ts';
import { noteNumbers } from '../store/numbers.ts';
import { listRelativesOfNumber } from '../store/relatives.ts';
import { recordLedger } from './record-ledger.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

/**
 * An opt-out that did not come by SMS: stored first, with everything unsent taken back, then the journeys are told
 * and a person gets a call task for each relative. No receipt leaves. `by` is the relative or the member of staff.
 */
export async function stopNumber(
  rt: Runtime,
  numberId: string,
  how: 'page' | 'staff',
  by: string,
): Promise<void> {
  const at = rt.now();
  await rt.db.lane.put(noteNumbers, { id: numberId, stoppedAt: at, startAskedAt: null });
  for (const journey of await loadJourneysOfNumber(rt.db, numberId))
    await takeTurn(rt, journey.id, { kind: 'consentChanged', at, purpose: 'sms', given: false });
  for (const { id: relativeId } of await listRelativesOfNumber(rt.db, numberId)) {
    const alert = {
      id: `stopped.${rt.newId()}`,
      kind: 'stopped',
      audience: 'advisor',
      relativeId,
      raisedAt: at,
    };
    await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
    await recordLedger(rt, {
      kind: 'consent.withdrawn',
      actor: by,
      relativeId,
      purpose: 'sms',
      body: { how },
    });
  }
}
