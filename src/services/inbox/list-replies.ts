import { type ListedReply, listWaitingReplies, type TimeCursor } from '../../store/messages/desk-lists.ts';
import type { Sight } from '../../store/people/sight.ts';
import { openName, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { isUrgentReply, LOOKED_THROUGH, splitReplies } from './urgent-replies.ts';

/** A reply that waits for a person; `waitedMs` is how long. */
export type ReplyLine = Omit<ListedReply, 'nameSealed' | 'textSealed'> & {
  name: string | undefined;
  text: string;
  waitedMs: number;
  urgent: boolean;
};

export const toReplyLine = (rt: Runtime, row: ListedReply): ReplyLine => {
  const { nameSealed, textSealed, ...rest } = row;
  return {
    ...rest,
    name: openName(rt, row.relativeId, nameSealed),
    text: openText(rt, 'replies.text', row.id, textSealed),
    waitedMs: Math.max(0, rt.now() - row.receivedAt),
    urgent: isUrgentReply(row),
  };
};

const PAGE = 50;

type Page = { lines: ReplyLine[]; next?: TimeCursor };

const placeOf = (row: ListedReply | undefined): { next?: TimeCursor } =>
  row ? { next: { at: row.receivedAt, id: row.id } } : {};

async function listFirst(rt: Runtime, sight: Sight): Promise<Page> {
  const { urgent, others, all } = await splitReplies(rt, sight);
  const shown = others.slice(0, PAGE);
  const goesOn = others.length > PAGE || all === LOOKED_THROUGH;
  const lines = [...urgent, ...shown].map((row) => toReplyLine(rt, row));
  return { lines, ...placeOf(goesOn ? (shown.at(-1) ?? urgent.at(-1)) : undefined) };
}

/** A page of the replies that wait for a person: on the first page those that cannot wait, then the oldest first. */
export async function listReplies(rt: Runtime, staff: Staff, after?: TimeCursor): Promise<Page> {
  requireRight(staff, 'look');
  if (!after) return listFirst(rt, sightOf(staff));
  const rows = await listWaitingReplies(rt.db, { limit: PAGE + 1, after, sight: sightOf(staff) });
  const shown = rows.slice(0, PAGE);
  const lines = shown.map((row) => toReplyLine(rt, row));
  return { lines, ...placeOf(rows.length > PAGE ? shown.at(-1) : undefined) };
}
