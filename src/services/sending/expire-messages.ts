import { failureOf } from '../../store/messages/failures.ts';
import { expireMessages, listTooLate } from '../../store/messages/messages.ts';
import type { Runtime } from '../runtime.ts';

const PAGE = 200;

/** Takes out of the way what makes no sense any more (a reminder after its day), and leaves each to a person. */
export async function expireLateMessages(rt: Runtime): Promise<void> {
  const at = rt.now();
  const late = await listTooLate(rt.db, at, PAGE);
  await Promise.all(
    late.map((id) => rt.db.lane.put(expireMessages, failureOf(rt.db.keys, id, 'too-late', at))),
  );
}
