import { listOpenTo, type OpenMessage, recordLeft } from '../../store/copies/relived.ts';
import { openText } from '../../store/messages/messages.ts';
import type { Runtime } from '../runtime.ts';
import { recordStatus } from '../sending/record-status.ts';
import { CLOCKS_DIFFER_MS, type Left, markOf } from './read-gap.ts';

/** A row that cannot be read is nothing that left. */
function mark(rt: Runtime, message: OpenMessage): string | undefined {
  try {
    return markOf(openText(rt.db.keys, message));
  } catch {
    return undefined;
  }
}

/** With its text it is the first such message to that number; without, the one whose due moment it followed most closely. */
function pick(rt: Runtime, left: Left, open: readonly OpenMessage[]): OpenMessage | undefined {
  const due = open.filter(({ dueAt }) => dueAt <= left.at + CLOCKS_DIFFER_MS);
  if (left.text !== '') return due.find((message) => mark(rt, message) === left.text);
  const last = due.at(-1);
  return due.find(({ dueAt }) => dueAt === last?.dueAt);
}

/**
 * Finds the message of this database that an SMS on the provider's list is, by number, time and text, and records that
 * it left and how it ended; false when there is none.
 */
export async function recogniseLeft(rt: Runtime, left: Left): Promise<boolean> {
  const { providerId, at, link, status } = left;
  const found = pick(rt, left, await listOpenTo(rt.db, left.numberId));
  if (!found) return false;
  const recorded = await rt.db.lane.put(recordLeft, {
    id: found.id,
    at,
    providerId,
    ...(link ? { tokenHash: link } : {}),
  });
  if (recorded && status) await recordStatus(rt, { reference: found.id, providerId, status }, 'found');
  return recorded;
}
