import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { at, insertRows } from '../rows.ts';
import { replies } from '../schema/messages.ts';
import { numbers } from '../schema/people.ts';
import { type Keys, unseal } from '../seal.ts';
import { isOpen } from './open-messages.ts';

export type ReplyRow = typeof replies.$inferSelect;

/** A received SMS: its row, its number, and whether it is an opt-out; all stored in one commit. */
export type Received = {
  reply: typeof replies.$inferInsert;
  number: typeof numbers.$inferInsert;
  stop: boolean;
};

/** The opt-out that stands in an SMS; one that was stored before (a doubled webhook) changes nothing. */
const stopNumbers = (received: readonly Received[]): Statement[] => {
  const stops = received.filter((r) => r.stop);
  if (stops.length === 0) return [];
  const args = [JSON.stringify(stops.map((r) => [r.number.id, r.reply.id, r.reply.receivedAt]))];
  const fresh = `FROM json_each(?) e JOIN replies r ON r.id = ${at(1)}`;
  return [
    {
      sql: `UPDATE numbers SET stopped_at = COALESCE(stopped_at, ${at(2)}), start_asked_at = NULL ${fresh} WHERE numbers.id = ${at(0)}`,
      args,
    },
    {
      sql: `UPDATE messages SET status = 'cancelled', reason = 'stopped' ${fresh} WHERE messages.number_id = ${at(0)}
        AND ${isOpen('messages')} AND messages.status IN ('due', 'held') AND messages.purpose <> 'receipt'`,
      args,
    },
  ];
};

/** Stores received SMS once by the provider's id, with the opt-out in the same commit: true when it was new. */
export const storeReplies: Write<Received, boolean> = {
  name: 'store-replies',
  statements: (received) => [
    insertRows(
      numbers,
      received.map((r) => r.number),
      'ignore',
    ),
    insertRows(
      replies,
      received.map((r) => r.reply),
      'ignore',
    ),
    ...stopNumbers(received),
    {
      sql: 'SELECT id FROM replies WHERE id IN (SELECT value FROM json_each(?))',
      args: [JSON.stringify(received.map((r) => r.reply.id))],
    },
  ],
  outcomes(received, results) {
    const stored = new Set(results.at(-1)?.rows.map((row) => row.id));
    return received.map((r) => stored.has(r.reply.id));
  },
};

/** The text in clear. */
export const openReply = (keys: Keys, row: Pick<ReplyRow, 'id' | 'textSealed'>): string =>
  unseal(keys, `replies.text:${row.id}`, row.textSealed);

export const findReply = async (db: Db, id: string): Promise<ReplyRow | undefined> =>
  (await db.orm.select().from(replies).where(eq(replies.id, id)))[0];

/** The SMS from a number that nobody has handled yet, up to and with this one, in the order they came. */
export const listNewUpTo = (db: Db, { id, numberId, receivedAt }: ReplyRow): Promise<ReplyRow[]> =>
  db.orm
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.numberId, numberId),
        eq(replies.status, 'new'),
        or(eq(replies.id, id), lt(replies.receivedAt, receivedAt)),
      ),
    )
    .orderBy(asc(replies.receivedAt), sql`rowid`);

/** Ids of received SMS that nobody has handled yet, oldest first. */
export const listNewReplies = async (db: Db, limit: number): Promise<string[]> =>
  (
    await db.orm
      .select({ id: replies.id })
      .from(replies)
      .where(and(eq(replies.status, 'new')))
      .orderBy(asc(replies.receivedAt), sql`rowid`)
      .limit(limit)
  ).map((row) => row.id);

export type SettledReply = {
  id: string;
  from: 'new' | 'waiting';
  status: 'handled' | 'waiting' | 'answered' | 'closed';
  relativeId?: string;
  at?: number;
  by?: string;
} & Noted;

/** Moves replies on; true for each that was still where the caller saw it. */
export const settleReplies: Write<SettledReply, boolean> = noting(
  {
    name: 'settle-replies',
    statements: (settled) => [
      {
        sql: `UPDATE replies SET status = ${at(2)}, relative_id = COALESCE(${at(3)}, relative_id),
            settled_at = COALESCE(${at(4)}, settled_at), settled_by = COALESCE(${at(5)}, settled_by)
          FROM json_each(?) e WHERE replies.id = ${at(0)} AND replies.status = ${at(1)} RETURNING replies.id`,
        args: [
          JSON.stringify(
            settled.map((s) => [s.id, s.from, s.status, s.relativeId ?? null, s.at ?? null, s.by ?? null]),
          ),
        ],
      },
    ],
    outcomes(settled, results) {
      const moved = new Set(results[0]?.rows.map((row) => row.id));
      return settled.map((s) => moved.has(s.id));
    },
    lookUp: (client, item) => wasNoted(client, item),
  },
  {
    keys: ({ id, from }) => [id, from],
    join: (id, from) => `JOIN replies p ON p.id = ${id} AND p.status = ${from}`,
  },
);
