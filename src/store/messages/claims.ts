// The intent: the one statement that decides which messages leave now. Consent, hold, window and order are checked in it,
// and nothing is posted before it is committed.
import type { Row } from '@libsql/client';
import { whyNot } from '../broadcasts/why-not.ts';
import { NOTHING_HELD_BACK } from '../copies/restorations.ts';
import type { Statement, Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { type DayLimitOrder, NO_DAY_LIMIT, PUT_OFF_UNTIL } from './day-limit.ts';
import { isOpen } from './open-messages.ts';
import { SENDER_GOES_ON } from './senders.ts';

/**
 * How long a message of unknown outcome keeps the next one to its phone waiting, ms of journey time: intents and the
 * search for them go by the clock of the network they went to, and the demo's network is moved forward with its journeys.
 */
const UNKNOWN_BLOCKS_MS = 10 * 60_000;

/** How long after a relative's own SMS an answer to it leaves at any hour. */
export const ANSWER_WITHIN_MS = 10 * 60_000;

/** The longest a refused message is put off, ms of the real clock. */
export const LONGEST_BACK_OFF_MS = 15 * 60_000;

export type ClaimOrder = {
  sender: string;
  lease: string;
  fence: number;
  /** Real time, ms, for the lease and for what was put off. */
  clock: number;
  /** Journey time, UTC ms. */
  now: number;
  /** Minute of the wall-clock day and ISO weekday at `now`. */
  minute: number;
  weekday: number;
  /** Whether the organisation's send window is open; if not, only answers leave. */
  open: boolean;
  /** The organisation's send window as minutes of the wall-clock day; all of it when left out. */
  opens?: number;
  closes?: number;
  limit: number;
  /** When the wall-clock day began, UTC ms, and whether group messages ask for a consent (1): who gets one by now. */
  dayBegan?: number;
  asksConsent?: number;
} & DayLimitOrder;

export type Claimed = {
  id: string;
  numberId: string;
  numberSealed: string;
  textSealed: string;
  linkSealed: string | undefined;
  segments: number;
  attempts: number;
  /** With id and fence the token of this one claim: no other claim of the message has it. Journey time, UTC ms. */
  intentAt: number;
  /** 0: an answer, 2: a broadcast. */
  lane: number;
  /** What it leaves under in the place of the gateway's own. */
  from?: string;
};

/** Claims of a message within the same moment follow each other by a millisecond, so that each can be told from the one before. */
const INTENT_AT = 'iif(intent_at BETWEEN :now AND :now + 999, intent_at + 1, :now)';

const RETURNING = `RETURNING id, status, number_id, text_sealed, link_sealed, segments, attempts, intent_at, lane,
  (SELECT number_sealed FROM numbers WHERE numbers.id = messages.number_id) AS number_sealed`;

/**
 * The same phone gets no second SMS while an earlier one is due, under way, put off for another try, or of unknown
 * outcome for less than ten minutes.
 */
const IN_ORDER = `NOT EXISTS (SELECT 1 FROM messages e INDEXED BY messages_open WHERE e.number_id = m.number_id
  AND ${isOpen('e')} AND e.id <> m.id AND (
    e.status = 'sending' OR (e.status = 'unknown' AND e.intent_at > :now - ${UNKNOWN_BLOCKS_MS})
    OR (e.status = 'due' AND e.attempts > 0 AND m.attempts = 0 AND e.due_at <= :now)
    OR (e.status = 'due' AND e.due_at <= :now AND (e.lane = 0 OR e.attempts > 0 OR m.attempts = 0)
      AND (e.lane < m.lane OR (e.lane = m.lane
        AND (e.due_at < m.due_at OR (e.due_at = m.due_at AND e.rowid < m.rowid)))))))`;

/** What is about nobody, as an answer of the house, does not go to a phone of someone who is only called. */
const ONLY_CALLED = 'EXISTS (SELECT 1 FROM relatives o WHERE o.number_id = m.number_id AND o.only_call = 1)';

/** What stands still with its circle or journey was put aside in that commit; what the house or a person wrote since may leave. */
const MAY_LEAVE = `(m.not_after IS NULL OR m.not_after > :now)
  AND (m.purpose = 'receipt' OR (n.stopped_at IS NULL AND n.wrong_at IS NULL))
  AND (m.journey_id IS NULL OR c.state IS NULL OR c.state = 'alive') AND COALESCE(r.only_call, ${ONLY_CALLED}) = 0`;

const IN_WINDOW = `(m.window_from IS NULL OR (:minute >= m.window_from AND :minute < m.window_to))
  AND (m.window_days IS NULL OR instr(m.window_days, :weekday) > 0)`;

/** The relative's hours, as long as they meet the windows and are not too late for the message. */
const IN_HOURS = `(m.hours_from IS NULL OR m.hours_until <= :now
  OR max(m.hours_from, COALESCE(m.window_from, 0), :opens) >= min(m.hours_to, COALESCE(m.window_to, 1440), :closes)
  OR (:minute >= m.hours_from AND :minute < m.hours_to))`;

const JUST_WROTE = `EXISTS (SELECT 1 FROM replies p WHERE p.number_id = m.number_id AND p.received_at > :now - ${ANSWER_WITHIN_MS})`;

/** Answers leave at once and in any order, later they keep to the window and the relative's hours like the rest. */
const MAY_LEAVE_NOW = `CASE m.lane WHEN 0 THEN ${JUST_WROTE} OR (:open AND ${IN_WINDOW} AND ${IN_HOURS}) ELSE ${IN_WINDOW} AND ${IN_HOURS} AND ${IN_ORDER} END`;

/** A group message that waited so long since it was written is asked about anew, ms: what changes meanwhile takes it back itself, but for what only time changes. */
const ASKED_ANEW_AFTER_MS = 60_000;

/** Why the relative of a group message does not get it any more. */
const WHY_NOT = `CASE WHEN m.lane = 2 AND m.created_at < :now - ${ASKED_ANEW_AFTER_MS} AND m.broadcast_id IS NOT NULL
  THEN (SELECT ${whyNot({
    broadcast: 'm.broadcast_id',
    now: ':now',
    dayBegan: ':dayBegan',
    languages: 'json_array(relatives.language)',
    asksConsent: ':asksConsent',
  })} FROM relatives JOIN circles ON circles.id = relatives.circle_id LEFT JOIN numbers ON numbers.id = relatives.number_id
    WHERE relatives.id = m.relative_id) END`;

/** What its phone's day has no room for stays due, at the opening of a later day; what is not to get there any more is taken back. */
const CLAIMED = `SET status = CASE WHEN pick.why IS NOT NULL THEN 'cancelled' WHEN pick.until IS NULL THEN 'sending' ELSE 'due' END,
  due_at = COALESCE(pick.until, due_at),
  reason = CASE WHEN pick.why IS NOT NULL THEN pick.why WHEN pick.until IS NULL THEN reason ELSE 'day-limit' END,
  intent_at = iif(pick.goes, ${INTENT_AT}, intent_at), fence = iif(pick.goes, :fence, fence),
  attempts = attempts + pick.goes, link_sealed = iif(pick.why IS NULL, link_sealed, NULL)`;

/**
 * Answers first. Ordered as the index is, with the row id (the order of arrival) last: ten thousand due at one instant
 * are not sorted for each claim. While the window is closed only the lane of answers is looked at.
 */
const CLAIM = `UPDATE messages ${CLAIMED} FROM (SELECT line, until, why, until IS NULL AND why IS NULL AS goes FROM (
    SELECT m.rowid AS line, ${PUT_OFF_UNTIL} AS until, ${WHY_NOT} AS why FROM messages m INDEXED BY messages_due
      JOIN numbers n ON n.id = m.number_id
      LEFT JOIN relatives r ON r.id = m.relative_id LEFT JOIN circles c ON c.id = r.circle_id
    WHERE m.status = 'due' AND m.retry_at IS NULL AND m.sender = :sender AND m.lane IN (0, :open, 2 * :open) AND m.due_at <= :now AND ${MAY_LEAVE}
      AND ${MAY_LEAVE_NOW}
    ORDER BY m.lane, m.due_at, m.rowid LIMIT :limit)) pick
  WHERE messages.rowid = pick.line AND EXISTS (SELECT 1 FROM leases WHERE name = :lease AND fence = :fence AND ends_at > :clock)
  AND ${NOTHING_HELD_BACK} AND ${SENDER_GOES_ON} ${RETURNING}`;

const MOST_WOKEN = 1000;

const PUT_OFF = `SELECT rowid FROM messages INDEXED BY messages_retry
  WHERE status = 'due' AND retry_at IS NOT NULL AND sender = :sender AND`;

/**
 * What was put off long enough is due like the rest, so that no claim walks through what is put off. A moment further
 * away than anything is put off was set by a clock that has been set back since.
 */
const WAKE = `UPDATE messages SET retry_at = NULL WHERE rowid IN (
  ${PUT_OFF} retry_at <= :clock UNION ALL ${PUT_OFF} retry_at > :clock + ${LONGEST_BACK_OFF_MS} LIMIT ${MOST_WOKEN})`;

const toClaimed = (row: Row): Claimed => ({
  id: String(row.id),
  numberId: String(row.number_id),
  numberSealed: String(row.number_sealed),
  textSealed: String(row.text_sealed),
  linkSealed: row.link_sealed === null ? undefined : String(row.link_sealed),
  segments: Number(row.segments),
  attempts: Number(row.attempts),
  intentAt: Number(row.intent_at),
  lane: Number(row.lane),
});

const HAS_WORK = `SELECT 1 AS found WHERE
  (${SENDER_GOES_ON} AND (EXISTS (SELECT 1 FROM messages INDEXED BY messages_due WHERE status = 'due' AND retry_at IS NULL
    AND sender = :sender AND lane IN (0, :open, 2 * :open) AND due_at <= :now)
  OR EXISTS (${PUT_OFF} retry_at <= :clock) OR EXISTS (${PUT_OFF} retry_at > :clock + ${LONGEST_BACK_OFF_MS})))
  OR EXISTS (SELECT 1 FROM messages INDEXED BY messages_unsettled
    WHERE status IN ('sending', 'unknown') AND status = 'sending' AND sender = :sender)`;

export type WorkQuery = { sender: string; now: number; clock: number; open: boolean };

/** What tells whether a dispatcher of this sender would find anything to do, by index. */
export const workStatement = (query: WorkQuery): Statement => ({
  sql: HAS_WORK,
  args: { ...query, open: query.open ? 1 : 0 },
});

/** Whether a dispatcher of this sender would find anything to do: an idle house writes nothing. */
export const hasWork = async (db: Db, query: WorkQuery): Promise<boolean> =>
  (await db.client.execute(workStatement(query))).rows.length > 0;

/** An update gives its rows in any order. */
const answersFirst = (claimed: Claimed[]): Claimed[] => claimed.sort((a, b) => a.lane - b.lane);

/**
 * What a claim took; *put-off* when it took nothing and only moved messages to a later day or took them back: the next one
 * finds what comes after them. *unanswered* when nobody knows whether it was done, or still will be: it is not made a second time.
 */
export type Claim = Claimed[] | 'put-off' | 'unanswered';

function takenOf(rows: readonly Row[]): Claim {
  const taken = rows.filter((row) => row.status === 'sending').map(toClaimed);
  return taken.length === 0 && rows.length > 0 ? 'put-off' : answersFirst(taken);
}

/** Claims what may leave now: answers first and at any hour, the rest in order while the window is open. */
export const claimMessages: Write<ClaimOrder, Claim> = {
  name: 'claim-messages',
  statements: (orders) =>
    orders.flatMap((order) => [
      { sql: WAKE, args: { sender: order.sender, clock: order.clock } },
      {
        sql: CLAIM,
        args: {
          ...NO_DAY_LIMIT,
          opens: 0,
          closes: 1440,
          dayBegan: order.now,
          asksConsent: 0,
          ...order,
          open: order.open ? 1 : 0,
          weekday: String(order.weekday),
        },
      },
    ]),
  outcomes: (orders, results) => orders.map((_, i) => takenOf(results[2 * i + 1]?.rows ?? [])),
  lookUp: async () => 'unanswered',
};

/**
 * Before a dispatcher begins nothing of its sender is under way: what a killed, frozen or failed one left so becomes
 * unknown. Newer fences are another's.
 */
export const doubtOldIntents: Write<{ sender: string; fence: number }, true> = {
  name: 'doubt-old-intents',
  statements: (senders) =>
    senders.map(({ sender, fence }) => ({
      sql: `UPDATE messages INDEXED BY messages_unsettled SET status = 'unknown', reason = 'interrupted'
        WHERE status IN ('sending', 'unknown') AND status = 'sending' AND sender = ? AND fence <= ?`,
      args: [sender, fence],
    })),
  outcomes: (senders) => senders.map(() => true as const),
};
