import { isOpen } from '../../journey/time/window.ts';
import { type Gauges, readGauges } from '../../store/gauges.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';

export type Waiting = Gauges & {
  /** Whether the organisation's send window is open; false where no organisation is set up. */
  open: boolean;
};

/** What waits in the database at this moment. */
export async function countWaiting(rt: Runtime): Promise<Waiting> {
  const [gauges, open] = await Promise.all([
    readGauges(rt.db, { now: rt.now(), clock: rt.clock() }),
    getOrganisation(rt).then(
      ({ window }) => isOpen(window, rt.now()),
      () => false,
    ),
  ]);
  return { ...gauges, open };
}
