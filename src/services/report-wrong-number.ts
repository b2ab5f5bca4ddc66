import { alertRow, raiseAlerts } from '../store/alerts.ts';
import { loadJourneysOfNumber } from '../store/journeys.ts';
import { noteNumbers } from '../store/numbers.ts';
import { listRelativesOfNumber } from '../store/relatives.ts';
import { recordLedger } from './record-ledger.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

/** Someone at this phone says it is not them ("Det er ikke mig"): nothing more goes there, and a person finds the right number. */
export async function reportWrongNumber(rt: Runtime, numberId: string, how: 'page' | 'staff'): Promise<void> {
  const at = rt.now();
  await rt.db.lane.put(noteNumbers, { id: numberId, wrongAt: at });
  for (const journey of await loadJourneysOfNumber(rt.db, numberId))
    await takeTurn(rt, journey.id, { kind: 'ended', at, reason: 'forkert nummer' });
  for (const { id: relativeId } of await listRelativesOfNumber(rt.db, numberId)) {
    const alert = { id: `notMe.${rt.newId()}`, kind: 'notMe', audience: 'advisor', relativeId, raisedAt: at };
    await rt.db.lane.put(raiseAlerts, alertRow(rt.db.keys, alert));
    await recordLedger(rt, { kind: 'number.wrong', actor: how, relativeId, body: { how } });
  }
}
