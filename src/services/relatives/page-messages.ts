import { pageMessagesOfRelative } from '../../store/messages/conversations.ts';
import type { TimeCursor } from '../../store/messages/desk-lists.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type MessageLine, type Purpose, toMessageLine } from './show-relative.ts';

/** A page of the messages to a relative, whatever the channel, the newest first; the look is in the ledger. Throws `not-found`. */
export async function pageMessages(
  rt: Runtime,
  staff: Staff,
  id: string,
  { purpose, most, ...from }: { purpose: Purpose; after?: TimeCursor; most: number },
): Promise<{ lines: MessageLine[]; next?: TimeCursor }> {
  await requireSight(rt, staff, 'look', 'relative', id);
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId: id, purpose });
  const rows = await pageMessagesOfRelative(rt.db, id, { ...from, limit: most + 1 });
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const lines = shown.map((row) => toMessageLine(rt, row));
  return rows.length > most && last ? { lines, next: { at: last.createdAt, id: last.id } } : { lines };
}
