import { type AnswerCursor, listAnswers } from '../../store/broadcasts/counts.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { requireBroadcast } from './find-broadcast.ts';

const PAGE = 50;

/** What somebody answered to a broadcast; `conversation` is where it stands in the inbox. */
export type BroadcastReply = {
  id: string;
  at: number;
  by: 'sms' | 'page';
  meaning: string;
  status: string;
  text: string;
  relativeId: string | undefined;
  name: string | undefined;
  conversation: string;
};

/** A page of the answers of those in sight (50), the newest first. Throws `forbidden`, `not-found`. */
export async function listReplies(
  rt: Runtime,
  staff: Staff,
  id: string,
  { after, most = PAGE }: { after?: AnswerCursor | undefined; most?: number } = {},
): Promise<{ replies: BroadcastReply[]; next?: AnswerCursor }> {
  await requireBroadcast(rt, staff, 'look', id);
  const rows = await listAnswers(rt.db, id, { sight: sightOf(staff), after, limit: most + 1 });
  const shown = rows.slice(0, most);
  const replies = shown.map((row): BroadcastReply => {
    const column = row.by === 'sms' ? 'replies.text' : 'page_messages.text';
    return {
      id: row.id,
      at: row.at,
      by: row.by,
      meaning: row.meaning,
      status: row.status,
      text: openText(rt, column, row.id, row.textSealed),
      relativeId: row.relativeId ?? undefined,
      name: openName(rt, row.relativeId, row.nameSealed),
      conversation: row.relativeId ?? row.numberId ?? '',
    };
  });
  const last = shown.at(-1);
  return rows.length > most && last ? { replies, next: { at: last.at, id: last.id } } : { replies };
}
