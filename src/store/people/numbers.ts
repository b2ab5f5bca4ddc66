import { eq } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import type { AlertRow } from '../messages/alerts.ts';
import { isOpen } from '../messages/open-messages.ts';
import type { Db } from '../open.ts';
import { type Condition, insertIf, insertRows } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { alerts } from '../schema/messages.ts';
import { numbers } from '../schema/people.ts';
import { blindIndex, type Keys, seal, unseal } from '../seal.ts';

export type NumberRow = typeof numbers.$inferSelect;

/** The id of a phone number (E.164): its blind index, so that the same number is always the same row. */
export const numberId = (keys: Keys, number: string): string => blindIndex(keys, number);

/** A row for a number (E.164) that is met for the first time. */
export const newNumber = (
  keys: Keys,
  number: string,
  at: number,
  landline: boolean,
): typeof numbers.$inferInsert => {
  const id = numberId(keys, number);
  return {
    id,
    numberHash: id,
    numberSealed: seal(keys, `numbers.number:${id}`, number),
    landline: landline ? 1 : 0,
    createdAt: at,
  };
};

/** Remembers numbers; one that is there already stays as it is. */
export const rememberNumbers: Write<typeof numbers.$inferInsert, true> = {
  name: 'remember-numbers',
  statements: (rows) => [insertRows(numbers, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => true as const),
};

/** The number in clear, E.164. */
export const openNumber = (keys: Keys, row: Pick<NumberRow, 'id' | 'numberSealed'>): string =>
  unseal(keys, `numbers.number:${row.id}`, row.numberSealed);

export const findNumber = async (db: Db, id: string): Promise<NumberRow | undefined> =>
  (await db.orm.select().from(numbers).where(eq(numbers.id, id)))[0];

/** What is noted on a number: instants, UTC ms; null clears. */
export type NumberNote = {
  id: string;
  stoppedAt?: number | null;
  startAskedAt?: number | null;
  wrongAt?: number | null;
};

const TAKE_BACK = `UPDATE messages SET status = 'cancelled', reason = ? WHERE number_id = ?
  AND ${isOpen('messages')} AND status IN ('due', 'held') AND purpose <> 'receipt'`;

const IF_NEW = "AND EXISTS (SELECT 1 FROM replies WHERE id = ? AND status = 'new')";

/**
 * Notes something on a number, if the reply that says so is still new; an opt-out or a wrong number takes back, in the
 * same commit, what was not yet sent. An opt-out is lifted only while the question whether START was meant is open: a
 * STOP that came meanwhile closed it.
 */
export function noteNumber(note: NumberNote, reply: string): Statement[] {
  const sets: [string, number | null][] = [];
  if (note.stoppedAt !== undefined) sets.push(['stopped_at', note.stoppedAt]);
  if (note.startAskedAt !== undefined) sets.push(['start_asked_at', note.startAskedAt]);
  if (note.wrongAt !== undefined) sets.push(['wrong_at', note.wrongAt]);
  const takeBack = (reason: string): Statement => ({
    sql: `${TAKE_BACK} ${IF_NEW}`,
    args: [reason, note.id, reply],
  });
  return [
    {
      sql: `UPDATE numbers SET ${sets.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?
        ${note.stoppedAt === null ? 'AND start_asked_at IS NOT NULL' : ''} ${IF_NEW}`,
      args: [...sets.map(([, value]) => value), note.id, reply],
    },
    ...(note.stoppedAt ? [takeBack('stopped')] : []),
    ...(note.wrongAt ? [takeBack('wrong-number')] : []),
  ];
}

/** The end of writing to a number that was not told by SMS, with whom it is told to. */
export type Closing = {
  id: string;
  as: 'stopped' | 'wrong';
  at: number;
  alerts: AlertRow[];
  ledger: LedgerRow[];
};

const COLUMN = { stopped: 'stopped_at', wrong: 'wrong_at' } as const;
const REASON = { stopped: 'stopped', wrong: 'wrong-number' } as const;

function closeNumber({ id, as, at, alerts: told, ledger: noted }: Closing): Statement[] {
  const isOpen: Condition = {
    join: (number) => `JOIN numbers n ON n.id = ${number} AND n.${COLUMN[as]} IS NULL`,
  };
  return [
    ...insertIf(
      alerts,
      told.map((row) => ({ row, keys: [id] })),
      isOpen,
    ),
    ...insertIf(
      ledger,
      noted.map((row) => ({ row, keys: [id] })),
      isOpen,
    ),
    { sql: TAKE_BACK, args: [REASON[as], id] },
    {
      sql: `UPDATE numbers SET ${COLUMN[as]} = ?, start_asked_at = NULL WHERE id = ? AND ${COLUMN[as]} IS NULL RETURNING id`,
      args: [at, id],
    },
  ];
}

/** Closes numbers to all SMS: opt-out or wrong number, what was unsent, alerts and ledger in one commit. False for one that was closed so before. */
export const closeNumbers: Write<Closing, boolean> = {
  name: 'close-numbers',
  statements: (closings) => closings.flatMap(closeNumber),
  outcomes(closings, results) {
    let last = -1;
    return closings.map((closing) => {
      last += closeNumber(closing).length;
      return (results[last]?.rows.length ?? 0) > 0;
    });
  },
  lookUp: async (client, { id, as, at }) => {
    const sql = `SELECT 1 FROM numbers WHERE id = ? AND ${COLUMN[as]} = ?`;
    return (await client.execute({ sql, args: [id, at] })).rows.length > 0 ? true : undefined;
  },
};

/**
 * Running journeys that would write to a number that is closed: nobody told them, since a fault came between, or since
 * they began, or were moved there, in the same moment. While an SMS of that number is unhandled, that will tell them; what could not be told was left to a person.
 */
export async function listUntold(
  db: Db,
  limit: number,
): Promise<{ journeyId: string; as: 'stopped' | 'wrong' }[]> {
  const found = await db.client.execute({
    sql: `SELECT j.id, n.stopped_at FROM numbers n INDEXED BY numbers_closed JOIN relatives r ON r.number_id = n.id
        JOIN journeys j ON j.relative_id = r.id AND j.status <> 'ended'
      WHERE (n.stopped_at IS NOT NULL OR n.wrong_at IS NOT NULL) AND r.channel = 'sms'
        AND NOT EXISTS (SELECT 1 FROM replies p WHERE p.number_id = n.id AND p.status = 'new')
        AND NOT EXISTS (SELECT 1 FROM alerts a WHERE a.status = 'open'
          AND a.id IN ('broken.' || j.id || '.consentChanged', 'broken.' || j.id || '.ended')) LIMIT ?`,
    args: [limit],
  });
  return found.rows.map((row) => ({
    journeyId: String(row.id),
    as: row.stopped_at === null ? 'wrong' : 'stopped',
  }));
}

/** What closing a number would end: running journeys of those reached there, and their messages, calls and letters that have not left. */
export async function countClosingEffect(
  db: Db,
  numberId: string,
): Promise<{ journeys: number; messages: number }> {
  const people = 'relative_id IN (SELECT id FROM relatives WHERE number_id = ?1)';
  const found = await db.client.execute({
    sql: `SELECT (SELECT count(*) FROM journeys WHERE status <> 'ended' AND ${people}) AS journeys,
      (SELECT count(*) FROM messages WHERE status IN ('due', 'held', 'todo') AND purpose <> 'receipt' AND ${people}) AS messages`,
    args: [numberId],
  });
  const row = found.rows[0];
  return { journeys: Number(row?.journeys), messages: Number(row?.messages) };
}
