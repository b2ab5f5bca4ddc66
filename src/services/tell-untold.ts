import { listUntold } from '../store/numbers.ts';
import type { Runtime } from './runtime.ts';
import { tellJourney } from './tell-journey.ts';

const PAGE = 100;

/** Tells the journeys that were not yet told that their number was closed to SMS, because a fault came between. */
export async function tellUntold(rt: Runtime): Promise<void> {
  const at = rt.now();
  for (const { journeyId, as } of await listUntold(rt.db, PAGE))
    await tellJourney(
      rt,
      journeyId,
      as === 'stopped'
        ? { kind: 'consentChanged', at, purpose: 'sms', given: false }
        : { kind: 'ended', at, reason: 'forkert nummer' },
    );
}
