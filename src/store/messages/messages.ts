import { and, eq, gte, ne, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { messages, replies } from '../schema/messages.ts';
import { type Keys, unseal } from '../seal.ts';
import { alertFailures, type Failure } from './failures.ts';
import { isOpen } from './open-messages.ts';

export type StoredMessage = typeof messages.$inferSelect;

/** The text in clear, with `{link}` where an address goes. */
export const openText = (keys: Keys, row: { id: string; textSealed: string }): string =>
  unseal(keys, `messages.text:${row.id}`, row.textSealed);

/** The token of the link in clear. */
export const openToken = (keys: Keys, row: { id: string; linkSealed: string }): string =>
  unseal(keys, `messages.link:${row.id}`, row.linkSealed);

export const findMessage = async (db: Db, id: string): Promise<StoredMessage | undefined> =>
  (await db.orm.select().from(messages).where(eq(messages.id, id)))[0];

/** Adds messages that no journey composed (a person's answer, a receipt); one that is there already stays as it is. */
export const addMessages: Write<typeof messages.$inferInsert, true> = {
  name: 'add-messages',
  statements: (rows) => [insertRows(messages, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

/** How many of the house's own answers went to a number since an instant: the loop guard. */
export async function countReceipts(db: Db, numberId: string, since: number): Promise<number> {
  const [row] = await db.orm
    .select({ count: sql<number>`count(*)` })
    .from(replies)
    .innerJoin(messages, eq(messages.id, sql`'r.' || ${replies.id}`))
    .where(and(eq(replies.numberId, numberId), gte(replies.receivedAt, since)));
  return row?.count ?? 0;
}

export type UnknownMessage = StoredMessage & { numberSealed: string };

/** Searches that find nothing before a message is sent once more; after as many again a person decides. */
export const SEARCHES_A_TRY = 2;

/** Messages of unknown outcome whose next search is due: the first after `graceMs`, the second after twice that. */
export async function listUnknown(
  db: Db,
  now: number,
  graceMs: number,
  limit: number,
): Promise<UnknownMessage[]> {
  const found = await db.client.execute({
    sql: `SELECT m.id FROM messages m INDEXED BY messages_unsettled
      WHERE m.status IN ('sending', 'unknown') AND m.status = 'unknown' AND m.intent_at <= ?1 - ?2 * (m.searches % ${SEARCHES_A_TRY} + 1)
      ORDER BY m.intent_at LIMIT ?3`,
    args: [now, graceMs, limit],
  });
  const rows: UnknownMessage[] = [];
  for (const { id } of found.rows) {
    const message = await findMessage(db, String(id));
    if (!message?.numberId) continue;
    const number = await db.client.execute({
      sql: 'SELECT number_sealed FROM numbers WHERE id = ?',
      args: [message.numberId],
    });
    rows.push({ ...message, numberSealed: String(number.rows[0]?.number_sealed) });
  }
  return rows;
}

/** Whether another message already carries the id the provider gave one. */
export async function isCarried(db: Db, providerId: string, by: string): Promise<boolean> {
  const [row] = await db.orm
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.providerId, providerId), ne(messages.id, by)))
    .limit(1);
  return row !== undefined;
}

/** Whether another message with these words is just being posted to the same phone: what is found may be that one. */
export async function isLikeUnderWay(
  db: Db,
  message: Pick<StoredMessage, 'id' | 'numberId' | 'textKey'>,
): Promise<boolean> {
  const found = await db.client.execute({
    sql: `SELECT 1 FROM messages INDEXED BY messages_open WHERE number_id = ? AND ${isOpen('messages')}
      AND status = 'sending' AND text_key = ? AND id <> ? LIMIT 1`,
    args: [message.numberId, message.textKey, message.id],
  });
  return found.rows.length > 0;
}

/** Due messages that make no sense any more. */
export const listTooLate = async (db: Db, now: number, limit: number): Promise<string[]> => {
  const found = await db.client.execute({
    sql: `SELECT id FROM messages INDEXED BY messages_due WHERE status = 'due' AND retry_at IS NULL AND sender IN ('name', 'number')
      AND lane IN (0, 1, 2) AND due_at <= ?1 AND not_after <= ?1 LIMIT ?2`,
    args: [now, limit],
  });
  return found.rows.map((row) => String(row.id));
};

/** Takes messages that make no sense any more out of the way and tells a person of each; those that left meanwhile stay. */
export const expireMessages: Write<Failure, true> = {
  name: 'expire-messages',
  statements: (failures) => [
    {
      sql: `UPDATE messages SET status = 'expired', reason = 'too-late', link_sealed = NULL
        WHERE id IN (SELECT value FROM json_each(?)) AND status = 'due'`,
      args: [JSON.stringify(failures.map(({ message }) => message))],
    },
    ...alertFailures(failures),
  ],
  outcomes: (failures) => failures.map(() => true as const),
};
