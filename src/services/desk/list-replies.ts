import { type ListedReply, listWaitingReplies, type TimeCursor } from '../../store/desk-lists.ts';
import type { Runtime } from '../runtime.ts';
import { openName, openText } from './open-names.ts';
import { requireRight, type Staff } from './staff.ts';

/** A reply that waits for a person; `waitedMs` is how long. */
export type ReplyLine = Omit<ListedReply, 'nameSealed' | 'textSealed'> & {
  name: string | undefined;
  text: string;
  waitedMs: number;
};

export const toReplyLine = (rt: Runtime, row: ListedReply): ReplyLine => {
  const { nameSealed, textSealed, ...rest } = row;
  return {
    ...rest,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'replies.text', row.id, textSealed),
    waitedMs: Math.max(0, rt.now() - row.receivedAt),
  };
};

const PAGE = 50;

/** A page of the replies that wait for a person, the oldest first. */
export async function listReplies(
  rt: Runtime,
  staff: Staff,
  after?: TimeCursor,
): Promise<{ lines: ReplyLine[]; next?: TimeCursor }> {
  requireRight(staff, 'look');
  const rows = await listWaitingReplies(rt.db, { limit: PAGE + 1, ...(after ? { after } : {}) });
  const lines = rows.slice(0, PAGE).map((row) => toReplyLine(rt, row));
  const last = lines.at(-1);
  return rows.length > PAGE && last ? { lines, next: { at: last.receivedAt, id: last.id } } : { lines };
}
