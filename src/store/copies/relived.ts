// What reconciling a restored backup asks the database, and writes of what it found to have left.
import type { Row } from '@libsql/client';
import type { TimerName } from '../../journey/engine/state.ts';
import type { DueTimer } from '../journeys/timers.ts';
import type { Write } from '../lane.ts';
import { isOpen } from '../messages/open-messages.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** A message that carries an id of the provider. */
export type Carrier = { id: string; status: string };

/** The messages that carry these ids of the provider. */
export async function listCarriers(db: Db, providerIds: readonly string[]): Promise<Map<string, Carrier>> {
  const found = await db.client.execute({
    sql: `SELECT provider_id, id, status FROM messages INDEXED BY messages_provider
      WHERE provider_id IS NOT NULL AND provider_id IN (SELECT value FROM json_each(?))`,
    args: [JSON.stringify(providerIds)],
  });
  return new Map(
    found.rows.map((row) => [String(row.provider_id), { id: String(row.id), status: String(row.status) }]),
  );
}

/** Ids of the SMS received up to an instant that nobody has handled, oldest first. */
export async function listNewBefore(db: Db, instant: number): Promise<string[]> {
  const found = await db.client.execute({
    sql: "SELECT id FROM replies WHERE status = 'new' AND received_at <= ? ORDER BY received_at, rowid",
    args: [instant],
  });
  return found.rows.map((row) => String(row.id));
}

/** The id under which an SMS stands in the inbox. */
export async function findReplyId(db: Db, providerId: string): Promise<string | undefined> {
  const found = await db.client.execute({
    sql: 'SELECT id FROM replies WHERE provider_id = ?',
    args: [providerId],
  });
  const id = found.rows[0]?.id;
  return id === undefined ? undefined : String(id);
}

const toTimer = (row: Row): DueTimer => ({
  journeyId: String(row.journey_id),
  name: String(row.name) as TimerName,
  dueAt: Number(row.due_at),
});

/** Timers due after another one in the order of instants and names, up to `until`; those of the first instant alone, at most `limit`. */
export async function listTimersAfter(
  db: Db,
  after: DueTimer | undefined,
  until: number,
  limit: number,
): Promise<DueTimer[]> {
  const found = await db.client.execute({
    sql: `SELECT journey_id, name, due_at FROM timers INDEXED BY timers_due
      WHERE held = 0 AND due_at >= :due AND due_at <= :until
        AND (due_at > :due OR (journey_id, name) > (:journey, :name))
      ORDER BY due_at, journey_id, name LIMIT :limit`,
    args: {
      due: after?.dueAt ?? 0,
      journey: after?.journeyId ?? '',
      name: after?.name ?? '',
      until,
      limit,
    },
  });
  const timers = found.rows.map(toTimer);
  return timers.filter(({ dueAt }) => dueAt === timers[0]?.dueAt);
}

/** A message that this database does not know to have left. */
export type OpenMessage = { id: string; dueAt: number; textSealed: string };

/** The messages to a number that may have left, in the order they are due. */
export async function listOpenTo(db: Db, numberId: string): Promise<OpenMessage[]> {
  const found = await db.client.execute({
    sql: `SELECT id, due_at, text_sealed FROM messages INDEXED BY messages_open
      WHERE number_id = ? AND ${isOpen('messages')} AND channel = 'sms' ORDER BY due_at, rowid`,
    args: [numberId],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    dueAt: Number(row.due_at),
    textSealed: String(row.text_sealed),
  }));
}

/** A message that was found to have left, with the hash of the token in its link. */
export type FoundLeft = { id: string; at: number; providerId: string; tokenHash?: string };

/**
 * Records messages that left before this database was put back; the link each carried opens. True for each that was still
 * open, unless what left is another message by now.
 */
export const recordLeft: Write<FoundLeft, boolean> = {
  name: 'record-left',
  statements: (found) => [
    {
      sql: `UPDATE messages SET status = 'sent', rank = MAX(rank, 1), sent_at = ${at(1)}, provider_id = ${at(2)},
          intent_at = COALESCE(intent_at, ${at(1)}), attempts = MAX(attempts, 1), retry_at = NULL, reason = NULL,
          link_sealed = NULL
        FROM json_each(?) e WHERE messages.id = ${at(0)} AND ${isOpen('messages')}
          AND NOT EXISTS (SELECT 1 FROM messages x INDEXED BY messages_provider WHERE x.provider_id = ${at(2)})
        RETURNING messages.id`,
      args: [JSON.stringify(found.map((f) => [f.id, f.at, f.providerId]))],
    },
    {
      sql: `UPDATE OR IGNORE links SET token_hash = ${at(1)} FROM json_each(?) e WHERE links.message_id = ${at(0)}
        AND EXISTS (SELECT 1 FROM messages m WHERE m.id = ${at(0)} AND m.provider_id = ${at(2)})`,
      args: [JSON.stringify(found.flatMap((f) => (f.tokenHash ? [[f.id, f.tokenHash, f.providerId]] : [])))],
    },
  ],
  outcomes(found, [first]) {
    const ids = new Set(first?.rows.map((row) => row.id));
    return found.map(({ id }) => ids.has(id));
  },
};

/** Up to which due moment each sender had come after an instant: what was due well before it and did not leave was kept back by something. */
export async function listReached(db: Db, since: number): Promise<Map<string, number>> {
  const found = await db.client.execute({
    sql: `SELECT sender, MAX(due_at) AS due FROM messages
      WHERE lane = 1 AND channel = 'sms' AND status IN ('sent', 'delivered', 'undelivered') AND sent_at >= ? GROUP BY sender`,
    args: [since],
  });
  return new Map(found.rows.map((row) => [String(row.sender), Number(row.due)]));
}

/** Relatives with a message of a sender that was due before an instant and still is, without a narrower window or a refusal to explain it. */
export async function listPassedBy(db: Db, sender: string, before: number): Promise<string[]> {
  const found = await db.client.execute({
    sql: `SELECT DISTINCT relative_id FROM messages INDEXED BY messages_due
      WHERE status = 'due' AND retry_at IS NULL AND sender = ? AND lane = 1 AND due_at < ? AND attempts = 0
        AND window_from IS NULL AND window_days IS NULL AND hours_from IS NULL AND relative_id IS NOT NULL`,
    args: [sender, before],
  });
  return found.rows.map((row) => String(row.relative_id));
}

/** Relatives with an SMS to one of these numbers that was due by an instant and is unsent. */
export async function listUnsentTo(db: Db, numberIds: readonly string[], until: number): Promise<string[]> {
  const found = await db.client.execute({
    sql: `SELECT DISTINCT relative_id FROM messages INDEXED BY messages_open
      WHERE number_id IN (SELECT value FROM json_each(?)) AND ${isOpen('messages')} AND due_at <= ?
        AND channel = 'sms' AND relative_id IS NOT NULL`,
    args: [JSON.stringify(numberIds), until],
  });
  return found.rows.map((row) => String(row.relative_id));
}

/** The circles of these relatives that are not held yet. */
export async function listLivingCircles(db: Db, relativeIds: readonly string[]): Promise<string[]> {
  const found = await db.client.execute({
    sql: `SELECT DISTINCT c.id FROM relatives r JOIN circles c ON c.id = r.circle_id
      WHERE c.state = 'alive' AND r.id IN (SELECT value FROM json_each(?))`,
    args: [JSON.stringify(relativeIds)],
  });
  return found.rows.map((row) => String(row.id));
}

/** The relatives at these numbers, with their names sealed. */
export async function listPeopleAt(
  db: Db,
  numberIds: readonly string[],
): Promise<{ id: string; nameSealed: string; numberId: string }[]> {
  const found = await db.client.execute({
    sql: `SELECT id, name_sealed, number_id FROM relatives INDEXED BY relatives_number
      WHERE number_id IN (SELECT value FROM json_each(?)) ORDER BY created_at`,
    args: [JSON.stringify(numberIds)],
  });
  return found.rows.map((row) => ({
    id: String(row.id),
    nameSealed: String(row.name_sealed),
    numberId: String(row.number_id),
  }));
}
