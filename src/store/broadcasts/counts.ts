// How far a broadcast has come, what became of it and what was answered. Counted by index wherever it is looked at often.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { broadcastMembers } from '../schema/broadcasts.ts';
import { messages, replies } from '../schema/messages.ts';
import { relatives } from '../schema/people.ts';
import { pageMessages } from '../schema/talks.ts';
import { OVER } from './take-back.ts';

export type MemberCount = { status: string; why: string | null; count: number };
export type MessageCount = { status: string; count: number };

/** On a message f that is over: its member counts by it, as composed and with none that goes on (tried anew, or the other record of the same person got it) or came after it. */
const STANDS = `EXISTS (SELECT 1 FROM broadcast_members m
    WHERE m.broadcast_id = f.broadcast_id AND m.relative_id = f.relative_id AND +m.status = 'composed')
  AND NOT EXISTS (SELECT 1 FROM messages x INDEXED BY messages_relative
    WHERE x.relative_id = f.relative_id AND x.broadcast_id = f.broadcast_id AND x.id <> f.id
      AND (x.rowid > f.rowid OR x.status NOT IN ${OVER}))`;

/** How many members are where, why those left out are, and how the message of each who is composed stands, at one instant. */
export async function countBroadcast(
  { client }: Db,
  id: string,
): Promise<{ members: MemberCount[]; messages: MessageCount[] }> {
  const [members, written] = await client.batch(
    [
      {
        sql: `SELECT status, why, count(*) AS count FROM broadcast_members INDEXED BY broadcast_members_status
          WHERE broadcast_id = ? GROUP BY status, why`,
        args: [id],
      },
      {
        sql: `SELECT status, count(*) AS count FROM messages INDEXED BY messages_broadcast
            WHERE broadcast_id = ?1 AND status NOT IN ${OVER} GROUP BY status
          UNION ALL SELECT f.status, count(*) FROM messages f INDEXED BY messages_broadcast
            WHERE f.broadcast_id = ?1 AND f.status IN ${OVER} AND ${STANDS} GROUP BY f.status`,
        args: [id],
      },
    ],
    'read',
  );
  return {
    members: (members?.rows ?? []).map((row) => ({
      status: String(row.status),
      why: row.why === null ? null : String(row.why),
      count: Number(row.count),
    })),
    messages: (written?.rows ?? []).map((row) => ({ status: String(row.status), count: Number(row.count) })),
  };
}

/** How the message of each who is composed stands, by how it goes; segments of all that left. Reads every message of it. */
export async function countWritten({ client }: Db, id: string) {
  const found = await client.execute({
    sql: `SELECT channel, status, sum(status NOT IN ${OVER} OR (${STANDS})) AS count,
        sum(iif(sent_at IS NULL, 0, segments)) AS segments, min(sent_at) AS first, max(sent_at) AS last
      FROM messages f INDEXED BY messages_broadcast WHERE broadcast_id = ? GROUP BY channel, status`,
    args: [id],
  });
  return found.rows.map((row) => ({
    channel: String(row.channel),
    status: String(row.status),
    count: Number(row.count),
    segments: Number(row.segments),
    first: row.first === null ? undefined : Number(row.first),
    last: row.last === null ? undefined : Number(row.last),
  }));
}

/** What was answered, by how it reads: SMS, and what was written on the page. */
export async function countReplies({ client }: Db, id: string) {
  const found = await client.execute({
    sql: `SELECT meaning, sum(count) AS count FROM (
        SELECT meaning, count(*) AS count FROM replies WHERE broadcast_id = ?1 GROUP BY meaning
        UNION ALL SELECT meaning, count(*) FROM page_messages WHERE broadcast_id = ?1 GROUP BY meaning)
      GROUP BY meaning ORDER BY count DESC, meaning`,
    args: [id],
  });
  return found.rows.map((row) => ({ meaning: String(row.meaning), count: Number(row.count) }));
}

const DAY_MS = 24 * 3_600_000;

/** How many said STOP within a day after it left to them. */
export async function countStops({ client }: Db, id: string): Promise<number> {
  const found = await client.execute({
    sql: `SELECT count(*) AS count FROM replies p WHERE p.broadcast_id = ?1 AND p.meaning = 'stop'
      AND EXISTS (SELECT 1 FROM relatives r JOIN messages m ON m.relative_id = r.id
        WHERE r.number_id = p.number_id AND m.broadcast_id = ?1 AND m.sent_at BETWEEN p.received_at - ${DAY_MS} AND p.received_at)`,
    args: [id],
  });
  return Number(found.rows[0]?.count ?? 0);
}

/** The last one of a page: the next page begins after it. */
export type AnswerCursor = { at: number; id: string };

/** A page of what was answered by those in sight, the newest first; from a number of more than one the relative is unknown. */
export async function listAnswers(
  { orm }: Db,
  id: string,
  { sight, after, limit }: { sight: Sight; after?: AnswerCursor | undefined; limit: number },
) {
  const bySms = orm
    .select({
      id: replies.id,
      at: sql<number>`${replies.receivedAt}`.as('said_at'),
      by: sql<'sms' | 'page'>`'sms'`.as('said_by'),
      relativeId: replies.relativeId,
      numberId: sql<string | null>`${replies.numberId}`.as('phone_id'),
      meaning: replies.meaning,
      status: replies.status,
      textSealed: replies.textSealed,
    })
    .from(replies)
    .where(and(eq(replies.broadcastId, id), inSight(sight, replies.relativeId)));
  const onPage = orm
    .select({
      id: pageMessages.id,
      at: sql<number>`${pageMessages.at}`.as('said_at'),
      by: sql<'sms' | 'page'>`'page'`.as('said_by'),
      relativeId: pageMessages.relativeId,
      numberId: sql<string | null>`null`.as('phone_id'),
      meaning: pageMessages.meaning,
      status: pageMessages.status,
      textSealed: pageMessages.textSealed,
    })
    .from(pageMessages)
    .where(and(eq(pageMessages.broadcastId, id), inSight(sight, pageMessages.relativeId)));
  const all = bySms.unionAll(onPage).as('answers');
  return orm
    .select({
      id: all.id,
      at: all.at,
      by: all.by,
      relativeId: all.relativeId,
      numberId: all.numberId,
      meaning: all.meaning,
      status: all.status,
      textSealed: all.textSealed,
      nameSealed: relatives.nameSealed,
    })
    .from(all)
    .leftJoin(relatives, eq(relatives.id, all.relativeId))
    .where(after && sql`(${all.at}, ${all.id}) < (${after.at}, ${after.id})`)
    .orderBy(desc(all.at), desc(all.id))
    .limit(limit);
}

/** Members in sight who were left out, or whose message failed, at most `limit`: who and why. */
export const listLeftOutMembers = ({ orm }: Db, id: string, sight: Sight, limit: number) =>
  orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed, why: broadcastMembers.why })
    .from(broadcastMembers)
    .innerJoin(relatives, eq(relatives.id, broadcastMembers.relativeId))
    .where(
      and(
        eq(broadcastMembers.broadcastId, id),
        eq(broadcastMembers.status, 'left-out'),
        inSight(sight, relatives.id),
      ),
    )
    .orderBy(broadcastMembers.why)
    .limit(limit);

/** Those in sight whose message failed and was not tried anew, at most `limit`: who and why. */
export const listFailedMembers = ({ orm }: Db, id: string, sight: Sight, limit: number) =>
  orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed, why: messages.reason })
    .from(messages)
    .innerJoin(relatives, eq(relatives.id, messages.relativeId))
    .innerJoin(
      broadcastMembers,
      and(
        eq(broadcastMembers.broadcastId, messages.broadcastId),
        eq(broadcastMembers.relativeId, messages.relativeId),
        eq(broadcastMembers.status, 'composed'),
      ),
    )
    .where(
      and(
        eq(messages.broadcastId, id),
        inArray(messages.status, ['failed', 'undelivered', 'expired']),
        sql`not exists (select 1 from messages x indexed by messages_relative where x.relative_id = ${messages.relativeId}
          and x.broadcast_id = ${messages.broadcastId} and x.rowid > "messages".rowid)`,
        inSight(sight, relatives.id),
      ),
    )
    .limit(limit);

/** Broadcasts that would say the same and were ordered since an instant, and not taken back; all but this one. */
export async function listSame(
  { client }: Db,
  { id, textsHash }: { id: string; textsHash: string },
  since: number,
): Promise<{ id: string; title: string; groupId: string; orderedAt: number }[]> {
  const found = await client.execute({
    sql: `SELECT id, title, group_id, ordered_at FROM broadcasts INDEXED BY broadcasts_same
      WHERE ordered_at IS NOT NULL AND texts_hash = ? AND ordered_at > ? AND id <> ? AND status <> 'cancelled'
      ORDER BY ordered_at DESC LIMIT 20`,
    args: [textsHash, since, id],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    title: String(row.title),
    groupId: String(row.group_id),
    orderedAt: Number(row.ordered_at),
  }));
}
