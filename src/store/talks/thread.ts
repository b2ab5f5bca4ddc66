// Everything said in one conversation, the newest of each kind: SMS in and out, and messages on the relative's page.
import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { listLooseMessages, listMessagesOfRelative, type ShownMessage } from '../messages/conversations.ts';
import type { Db } from '../open.ts';
import { replies } from '../schema/messages.ts';
import { conversations, pageMessages } from '../schema/talks.ts';
import { type Party, SAID } from './parties.ts';

const replyColumns = {
  id: replies.id,
  textSealed: replies.textSealed,
  meaning: replies.meaning,
  masked: replies.masked,
  status: replies.status,
  at: replies.receivedAt,
};

const listReplies = (db: Db, where: SQL | undefined, limit: number) =>
  db.orm
    .select(replyColumns)
    .from(replies)
    .where(where)
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(limit);

/** An SMS of a relative or number. */
export type ThreadReply = Awaited<ReturnType<typeof listReplies>>[number];

/** A message on a relative's page. */
export type ThreadPage = typeof pageMessages.$inferSelect;

const isLoose = (numberId: string): SQL | undefined =>
  and(eq(replies.numberId, numberId), isNull(replies.relativeId));

/** The messages on a relative's page, the newest first. */
export const listPageMessages = (db: Db, relativeId: string, limit: number): Promise<ThreadPage[]> =>
  db.orm
    .select()
    .from(pageMessages)
    .where(eq(pageMessages.relativeId, relativeId))
    .orderBy(desc(pageMessages.at), sql`${pageMessages}.rowid desc`)
    .limit(limit);

export type Thread = { replies: ThreadReply[]; messages: ShownMessage[]; pages: ThreadPage[] };

/** At most `limit` of each kind. */
export async function readThread(db: Db, { relativeId, loose }: Party, limit: number): Promise<Thread> {
  const none = Promise.resolve([]);
  const [own, strays, messages, strayMessages, pages] = await Promise.all([
    relativeId ? listReplies(db, eq(replies.relativeId, relativeId), limit) : none,
    loose ? listReplies(db, isLoose(loose), limit) : none,
    relativeId ? listMessagesOfRelative(db, relativeId, limit) : none,
    loose ? listLooseMessages(db, loose, limit) : none,
    relativeId ? listPageMessages(db, relativeId, limit) : none,
  ]);
  return { replies: [...own, ...strays], messages: [...messages, ...strayMessages], pages };
}

/** What waits in a conversation for a person, with when it came. */
export async function listWaitingIn(
  db: Db,
  { relativeId, loose }: Party,
): Promise<{ id: string; kind: 'sms' | 'page'; at: number }[]> {
  const ofRelative = relativeId ? eq(replies.relativeId, relativeId) : undefined;
  const whose = or(ofRelative, loose ? isLoose(loose) : undefined);
  const [sms, pages] = await Promise.all([
    db.orm
      .select({ id: replies.id, at: replies.receivedAt })
      .from(replies)
      .where(and(eq(replies.status, 'waiting'), whose))
      .limit(500),
    relativeId
      ? db.orm
          .select({ id: pageMessages.id, at: pageMessages.at })
          .from(pageMessages)
          .where(and(eq(pageMessages.relativeId, relativeId), sql`${pageMessages.status} = 'waiting'`))
          .limit(500)
      : [],
  ]);
  return [
    ...sms.map((row) => ({ ...row, kind: 'sms' as const })),
    ...pages.map((row) => ({ ...row, kind: 'page' as const })),
  ].sort((a, b) => a.at - b.at);
}

/** How much people have said in a conversation until now. */
export async function countSaid(db: Db, { relativeId, loose }: Party): Promise<number> {
  const found = await db.client.execute({
    sql: `SELECT ${SAID('?1', '?2')} AS said`,
    args: [relativeId ?? '', loose],
  });
  return Number(found.rows[0]?.said);
}

/** Whether an SMS came from a number after an instant. */
export async function hasWrittenSince(db: Db, numberId: string, since: number): Promise<boolean> {
  const found = await db.client.execute({
    sql: 'SELECT 1 FROM replies WHERE number_id = ? AND received_at > ? LIMIT 1',
    args: [numberId, since],
  });
  return found.rows.length > 0;
}

export type ConversationRow = typeof conversations.$inferSelect;

/** What staff noted of a conversation; undefined when they noted nothing yet. */
export const findConversationRow = async (db: Db, id: string): Promise<ConversationRow | undefined> =>
  (await db.orm.select().from(conversations).where(eq(conversations.id, id)).limit(1))[0];
