import { findCircle, listCircleJourneys } from '../store/circles.ts';
import { releaseMessages } from '../store/holds.ts';
import { AppError } from './app-error.ts';
import { recordLedger } from './record-ledger.ts';
import type { Runtime } from './runtime.ts';
import { takeTurn } from './take-turn.ts';

/** Lets a circle go on, when an advisor says so: held messages become due, each journey plans again from now. Gives how many journeys go on. */
export async function releaseCircle(rt: Runtime, circleId: string, by: string): Promise<number> {
  if (!(await findCircle(rt.db, circleId))) throw new AppError('not-found');
  await rt.db.lane.put(releaseMessages, { circleId, at: rt.now() });
  const journeys = await listCircleJourneys(rt.db, circleId);
  for (const journeyId of journeys) await takeTurn(rt, journeyId, { kind: 'released', at: rt.now(), by });
  await recordLedger(rt, {
    kind: 'circle.released',
    actor: by,
    subject: circleId,
    body: { journeys: journeys.length },
  });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
  return journeys.length;
}
