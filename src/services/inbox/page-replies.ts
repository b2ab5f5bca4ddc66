import { listWaitingReplies, type TimeCursor } from '../../store/messages/desk-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { type ReplyLine, toReplyLine } from './reply-line.ts';

/** The replies that wait for a person, the oldest first and each on one page alone; urgent ones are marked and stand in their place. */
export async function pageReplies(
  rt: Runtime,
  staff: Staff,
  page: { after?: TimeCursor; most: number },
): Promise<{ lines: ReplyLine[]; next?: TimeCursor }> {
  requireRight(staff, 'look');
  const { most, ...from } = page;
  const rows = await listWaitingReplies(rt.db, { ...from, limit: most + 1, sight: sightOf(staff) });
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const lines = shown.map((row) => toReplyLine(rt, row));
  return rows.length > most && last ? { lines, next: { at: last.receivedAt, id: last.id } } : { lines };
}
