import { listUntold } from '../../store/people/numbers.ts';
import type { Runtime } from '../runtime.ts';
import { tellJourneys } from './tell-journey.ts';

const PAGE = 100;

/** Tells the journeys that were not yet told that their number was closed to SMS, because a fault came between. */
export async function tellUntold(rt: Runtime): Promise<void> {
  const at = rt.now();
  const untold = await listUntold(rt.db, PAGE);
  await tellJourneys(
    rt,
    untold.map(({ journeyId, as }) => ({
      journeyId,
      input:
        as === 'stopped'
          ? { kind: 'consentChanged', at, purpose: 'sms', given: false }
          : { kind: 'ended', at, reason: 'forkert nummer' },
    })),
  );
}
