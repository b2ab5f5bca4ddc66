import { type ListedReply, listWaitingReplies } from '../../store/messages/desk-lists.ts';
import type { Sight } from '../../store/people/sight.ts';
import type { Runtime } from '../runtime.ts';

/** How many waiting replies are looked through for those that cannot wait. */
export const LOOKED_THROUGH = 500;

/** Whether a reply cannot wait: somebody in distress, or a death. */
export const isUrgentReply = ({ meaning }: Pick<ListedReply, 'meaning'>): boolean =>
  meaning === 'distress' || meaning === 'death';

/** The replies that cannot wait and the others, each the oldest first; `all` is how many were looked through. */
export async function splitReplies(
  rt: Runtime,
  sight: Sight,
): Promise<{ urgent: ListedReply[]; others: ListedReply[]; all: number }> {
  const rows = await listWaitingReplies(rt.db, { limit: LOOKED_THROUGH, sight });
  return {
    urgent: rows.filter(isUrgentReply),
    others: rows.filter((row) => !isUrgentReply(row)),
    all: rows.length,
  };
}
