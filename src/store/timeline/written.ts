// What was written between the house and a relative: SMS, calls and letters, replies, messages on the page.
import { and, eq, sql } from 'drizzle-orm';
import { type ShownMessage, shownColumns } from '../messages/conversations.ts';
import type { Db } from '../open.ts';
import { messages } from '../schema/messages.ts';
import { inOrder, isOlder, type Slice } from './places.ts';

/** Messages, calls and letters by when they were written. */
export const sliceMessages = (
  { orm }: Db,
  { relativeId, before, limit }: Slice,
): Promise<(ShownMessage & { key: string })[]> => {
  const key = sql<string>`'message:' || ${messages.id}`;
  return orm
    .select({ key: key.as('key'), ...shownColumns })
    .from(messages)
    .where(and(eq(messages.relativeId, relativeId), isOlder(sql`${messages.createdAt}`, key, before)))
    .orderBy(sql`${messages.createdAt} desc, ${key} desc`)
    .limit(limit);
};

export type ReplySlice = {
  id: string;
  key: string;
  at: number;
  textSealed: string;
  meaning: string;
  masked: number;
  status: string;
  settledAt: number | null;
  settledBy: string | null;
};

/** What the relative wrote by SMS. */
export const sliceReplies = ({ orm }: Db, slice: Slice) =>
  orm.all<ReplySlice>(sql`select p.id, 'reply:' || p.id as key, p.received_at as at, p.text_sealed as textSealed,
      p.meaning, p.masked, p.status, p.settled_at as settledAt, p.settled_by as settledBy
    from replies p where p.relative_id = ${slice.relativeId}
    ${inOrder(sql`p.received_at`, sql`'reply:' || p.id`, slice)}`);

export type PageSlice = {
  id: string;
  key: string;
  at: number;
  fromStaff: number;
  textSealed: string;
  status: string;
  by: string | null;
  readAt: number | null;
  settledAt: number | null;
  settledBy: string | null;
};

/** Messages on the relative's own page, both ways. */
export const slicePageMessages = ({ orm }: Db, slice: Slice) =>
  orm.all<PageSlice>(sql`select p.id, 'page:' || p.id as key, p.at, p.from_staff as fromStaff, p.text_sealed as textSealed,
      p.status, p."by", p.read_at as readAt, p.settled_at as settledAt, p.settled_by as settledBy
    from page_messages p where p.relative_id = ${slice.relativeId}
    ${inOrder(sql`p.at`, sql`'page:' || p.id`, slice)}`);
