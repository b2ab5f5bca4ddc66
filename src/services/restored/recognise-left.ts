import { openText } from '../../store/messages.ts';
import { listOpenTo, type OpenMessage, recordLeft } from '../../store/relived.ts';
import { recordStatus } from '../record-status.ts';
import type { Runtime } from '../runtime.ts';
import { CLOCKS_DIFFER_MS, type Left, markOf } from './read-gap.ts';

/** A row that cannot be read is nothing that left. */
function mark(rt: Runtime, message: OpenMessage): string | undefined {
  try {
    return markOf(openText(rt.db.keys, message));
  } catch {
    return undefined;
  }
}

/**
 * Finds the message of this database that an SMS on the provider's list is, by number, time and text, and records that
 * it left and how it ended; false when there is none. Without its text it is the first to that number.
 */
export async function recogniseLeft(rt: Runtime, left: Left): Promise<boolean> {
  const { providerId, at, link, status } = left;
  const open = (await listOpenTo(rt.db, left.numberId)).filter(({ dueAt }) => dueAt <= at + CLOCKS_DIFFER_MS);
  const found = open.find((message) => left.text === '' || mark(rt, message) === left.text);
  if (!found) return false;
  const recorded = await rt.db.lane.put(recordLeft, {
    id: found.id,
    at,
    providerId,
    ...(link ? { tokenHash: link } : {}),
  });
  if (recorded && status) await recordStatus(rt, { reference: found.id, providerId, status });
  return recorded;
}
