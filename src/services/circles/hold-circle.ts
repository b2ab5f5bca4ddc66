import type { Hold } from '../../journey/engine/state.ts';
import { findCircle } from '../../store/people/circles.ts';
import { type Held, holdCircles } from '../../store/people/holds.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/** Stops everything around one cared-for person in one commit: journeys, reminders, unsent messages. Gives what was stopped. */
export async function holdCircle(rt: Runtime, circleId: string, hold: Hold, by: string): Promise<Held> {
  if (!(await findCircle(rt.db, circleId))) throw new AppError('not-found');
  const entry = ledgerRow(rt, { kind: `circle.${hold}`, actor: by, subject: circleId });
  const order = { circleId, hold, at: rt.now(), by, turn: rt.newId(), ledger: [entry] };
  return rt.db.lane.put(holdCircles, order);
}
