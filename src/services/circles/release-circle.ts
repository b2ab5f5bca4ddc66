import { findCircle, listCircleJourneys } from '../../store/people/circles.ts';
import { releaseCircles } from '../../store/people/holds.ts';
import { AppError } from '../app-error.ts';
import { tellJourneys } from '../journeys/tell-journey.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/**
 * Lets a circle go on, when an advisor says so: its journeys plan again from now, then held messages become due. Gives
 * how many journeys go on. The circle itself comes last, so that a release a fault cut short is seen and pressed again;
 * throws `circle-held` when somebody holds it anew meanwhile.
 */
export async function releaseCircle(rt: Runtime, circleId: string, by: string): Promise<number> {
  const circle = await findCircle(rt.db, circleId);
  if (!circle) throw new AppError('not-found');
  const journeys = await listCircleJourneys(rt.db, circleId);
  const input = { kind: 'released', at: rt.now(), by } as const;
  await tellJourneys(
    rt,
    journeys.map((journeyId) => ({ journeyId, input })),
  );
  const entry = ledgerRow(rt, {
    kind: 'circle.released',
    actor: by,
    subject: circleId,
    body: { journeys: journeys.length },
  });
  const order = { circleId, at: rt.now(), stateAt: circle.stateAt, ledger: [entry] };
  if (!(await rt.db.lane.put(releaseCircles, order))) throw new AppError('circle-held');
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
  return journeys.length;
}
