// What was said with one number: the SMS in and out, newest first, also for a number that belongs to nobody we know.
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { messages, replies } from '../schema/messages.ts';

/** The newest SMS from a number. */
export const listRepliesOfNumber = (db: Db, numberId: string, limit: number) =>
  db.orm
    .select({
      id: replies.id,
      textSealed: replies.textSealed,
      meaning: replies.meaning,
      masked: replies.masked,
      status: replies.status,
      receivedAt: replies.receivedAt,
      settledAt: replies.settledAt,
    })
    .from(replies)
    .where(eq(replies.numberId, numberId))
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(limit);

/** What is shown of a message wherever it is. */
export const shownColumns = {
  id: messages.id,
  journeyId: messages.journeyId,
  relativeId: messages.relativeId,
  turn: messages.turn,
  step: messages.step,
  textKey: messages.textKey,
  purpose: messages.purpose,
  channel: messages.channel,
  sender: messages.sender,
  textSealed: messages.textSealed,
  segments: messages.segments,
  status: messages.status,
  reason: messages.reason,
  dueAt: messages.dueAt,
  createdAt: messages.createdAt,
  createdBy: messages.createdBy,
  sentAt: messages.sentAt,
  deliveredAt: messages.deliveredAt,
};

const selectMessages = (db: Db, where: SQL | undefined, limit: number) =>
  db.orm
    .select(shownColumns)
    .from(messages)
    .where(where)
    .orderBy(
      desc(messages.createdAt),
      desc(messages.turn),
      sql`length(${messages.id}) desc`,
      desc(messages.id),
    )
    .limit(limit);

/** A message as timelines and conversations show it; `textSealed` opens at `messages.text:<id>`. */
export type ShownMessage = Awaited<ReturnType<typeof selectMessages>>[number];

/** The newest messages to a relative, whatever the channel. */
export const listMessagesOfRelative = (db: Db, relativeId: string, limit: number) =>
  selectMessages(db, eq(messages.relativeId, relativeId), limit);

/** A page of the messages to a relative, the newest first, after a place in that order. */
export const pageMessagesOfRelative = (
  db: Db,
  relativeId: string,
  { after, limit }: { after?: { at: number; id: string }; limit: number },
): Promise<ShownMessage[]> =>
  db.orm
    .select(shownColumns)
    .from(messages)
    .where(
      and(
        eq(messages.relativeId, relativeId),
        after && sql`(${messages.createdAt}, ${messages.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);

/** The messages of a journey, newest first. */
export const listMessagesOfJourney = (db: Db, journeyId: string, limit: number) =>
  selectMessages(db, eq(messages.journeyId, journeyId), limit);

/** One message. */
export const findShownMessage = async (db: Db, id: string): Promise<ShownMessage | undefined> =>
  (await selectMessages(db, eq(messages.id, id), 1))[0];

/** The newest SMS to a number that are about nobody we know. */
export const listLooseMessages = (db: Db, numberId: string, limit: number) =>
  selectMessages(db, and(sql`${messages.relativeId} is null`, eq(messages.numberId, numberId)), limit);
