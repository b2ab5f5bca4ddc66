// What should have left in the gap, did not, and was passed by what was due long after it, was kept back by something this
// database does not know of: a pause, a death, an answer on a page. Its circle stands still until a person has looked.
import { alertRow, raiseAlerts } from '../../store/alerts.ts';
import { listLivingCircles, listPassedBy, listReached } from '../../store/relived.ts';
import { holdCircle } from '../hold-circle.ts';
import type { Runtime } from '../runtime.ts';
import type { SetAside } from './relive-gap.ts';

/** Retries and the order on one phone put a message off by less. */
const PASSED_BY_MS = 60 * 60_000;

async function listDoubtful(rt: Runtime, takenAt: number, aside: readonly SetAside[]): Promise<string[]> {
  const reached = await listReached(rt.db, takenAt);
  const before = (sender: string): number => (reached.get(sender) ?? 0) - PASSED_BY_MS;
  const unfired = aside
    .filter(({ timer, senders }) => senders.some((sender) => timer.dueAt < before(sender)))
    .map(({ relativeId }) => relativeId);
  const unsent = await Promise.all(
    [...reached.keys()].map((sender) => listPassedBy(rt.db, sender, before(sender))),
  );
  return [...new Set([...unfired, ...unsent.flat()])];
}

/** Pauses the circles of those in doubt and tells an advisor of each relative; gives how many circles stand still now. */
export async function pauseDoubtful(
  rt: Runtime,
  takenAt: number,
  aside: readonly SetAside[],
): Promise<number> {
  const relatives = await listDoubtful(rt, takenAt, aside);
  const circles = await listLivingCircles(rt.db, relatives);
  for (const circle of circles) await holdCircle(rt, circle, 'paused', 'house');
  const alerts = relatives.map((relativeId) =>
    alertRow(rt.db.keys, {
      id: `doubt.${takenAt}.${relativeId}`,
      kind: 'doubt',
      audience: 'advisor',
      urgent: 1,
      relativeId,
      raisedAt: rt.now(),
    }),
  );
  await Promise.all(alerts.map((alert) => rt.db.lane.put(raiseAlerts, alert)));
  return circles.length;
}
