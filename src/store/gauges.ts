// What waits, counted by index: the cost grows with what is due or open, never with what sleeps or is done, and is bounded.
import type { Row } from '@libsql/client';
import type { Statement } from './lane.ts';
import type { Db } from './open.ts';

/** More than so many of a kind are counted as so many. */
export const MOST_COUNTED = 50_000;

/** `now` is the journeys' time, `clock` the real one, UTC ms. */
export type Instants = { now: number; clock: number };

/** How many, and since when the oldest waits (UTC ms of the clock its rows go by; undefined when there is none). */
export type Crowd = { count: number; oldestAt: number | undefined };

export type Gauges = {
  timers: Crowd & { late: number };
  /** Due and not put off, by sender and lane: answers may leave at any hour, the rest while the window is open. */
  due: (Crowd & { sender: string; lane: 'answers' | 'rest' | 'broadcasts' })[];
  /** Refused for now and waiting for another try. */
  putOff: { sender: string; count: number }[];
  sending: Crowd;
  unknown: Crowd;
  /** Received and not handled yet. */
  newReplies: Crowd;
  /** Left to a person. */
  waitingReplies: Crowd;
  alerts: { open: number; urgent: number; broken: number };
  unchained: number;
  /** Backups that were put back and are not reconciled: nothing leaves. */
  restoring: number;
  /** When each lease ends, UTC ms of the real clock; 0 when nobody holds it. */
  leases: { name: string; endsAt: number }[];
};

/** A timer that is still due after so long is late, ms. */
export const LATE_MS = 60_000;

const SENDERS = ['name', 'number'] as const;
const LANE_NAMES = ['answers', 'rest', 'broadcasts'] as const;
const LANES = [0, 1, 2] as const;
const LEASES = ['heartbeat', 'sender:name', 'sender:number', 'reconcile'];

const TIMERS: (at: Instants) => Statement = ({ now }) => ({
  sql: `SELECT count(*) AS count, min(due_at) AS oldest_at, count(*) FILTER (WHERE due_at <= ?2) AS late
    FROM (SELECT due_at FROM timers INDEXED BY timers_due WHERE held = 0 AND due_at <= ?1 ORDER BY due_at LIMIT ${MOST_COUNTED})`,
  args: [now, now - LATE_MS],
});

const DUE: (at: Instants) => Statement = ({ now }) => ({
  sql: SENDERS.flatMap((sender) =>
    LANES.map(
      (lane) => `SELECT '${sender}' AS sender, ${lane} AS lane, count(*) AS count, min(due_at) AS oldest_at
        FROM (SELECT due_at FROM messages INDEXED BY messages_due WHERE status = 'due' AND retry_at IS NULL
          AND sender = '${sender}' AND lane = ${lane} AND due_at <= ?1 ORDER BY due_at LIMIT ${MOST_COUNTED})`,
    ),
  ).join(' UNION ALL '),
  args: [now],
});

const PUT_OFF: Statement = {
  sql: SENDERS.map(
    (
      sender,
    ) => `SELECT '${sender}' AS sender, count(*) AS count FROM (SELECT 1 FROM messages INDEXED BY messages_retry
      WHERE status = 'due' AND retry_at IS NOT NULL AND sender = '${sender}' LIMIT ${MOST_COUNTED})`,
  ).join(' UNION ALL '),
  args: [],
};

const UNSETTLED: Statement = {
  sql: `SELECT count(*) FILTER (WHERE status = 'sending') AS sending, min(intent_at) FILTER (WHERE status = 'sending') AS sending_at,
      count(*) FILTER (WHERE status = 'unknown') AS unknown, min(intent_at) FILTER (WHERE status = 'unknown') AS unknown_at
    FROM (SELECT status, intent_at FROM messages INDEXED BY messages_unsettled WHERE status IN ('sending', 'unknown')
      ORDER BY intent_at LIMIT ${MOST_COUNTED})`,
  args: [],
};

const REPLIES: Statement = {
  sql: ['new', 'waiting']
    .map(
      (status) => `SELECT '${status}' AS status, count(*) AS count, min(received_at) AS oldest_at
        FROM (SELECT received_at FROM replies INDEXED BY replies_status WHERE status = '${status}'
          ORDER BY received_at LIMIT ${MOST_COUNTED})`,
    )
    .join(' UNION ALL '),
  args: [],
};

const ALERTS: Statement = {
  sql: `SELECT count(*) AS open, count(*) FILTER (WHERE urgent = 1) AS urgent, count(*) FILTER (WHERE kind IN ('broken', 'broadcast-broken')) AS broken
    FROM (SELECT urgent, kind FROM alerts INDEXED BY alerts_open WHERE status = 'open' ORDER BY urgent DESC LIMIT ${MOST_COUNTED})`,
  args: [],
};

const UNCHAINED: Statement = {
  sql: `SELECT count(*) AS count FROM (SELECT 1 FROM ledger INDEXED BY ledger_unchained WHERE hash IS NULL LIMIT ${MOST_COUNTED})`,
  args: [],
};

const RESTORING: Statement = {
  sql: 'SELECT count(*) AS count FROM restorations INDEXED BY restorations_open WHERE reconciled_at IS NULL',
  args: [],
};

const HELD: Statement = {
  sql: `SELECT name, ends_at FROM leases WHERE name IN (${LEASES.map(() => '?').join(', ')})`,
  args: LEASES,
};

/** The statements that count, in one round trip. */
export const gaugeStatements = (at: Instants): Statement[] => [
  TIMERS(at),
  DUE(at),
  PUT_OFF,
  UNSETTLED,
  REPLIES,
  ALERTS,
  UNCHAINED,
  RESTORING,
  HELD,
];

const instantOf = (value: Row[string] | undefined): number | undefined =>
  value === null || value === undefined ? undefined : Number(value);

const crowdOf = (row: Row | undefined, count = 'count', oldest = 'oldest_at'): Crowd => ({
  count: Number(row?.[count] ?? 0),
  oldestAt: instantOf(row?.[oldest]),
});

/** Counts everything that waits. */
export async function readGauges(db: Db, at: Instants): Promise<Gauges> {
  const results = await db.client.batch(gaugeStatements(at), 'read');
  const [
    timers = [],
    due = [],
    putOff = [],
    [unsettled] = [],
    replies = [],
    [alerts] = [],
    [chain] = [],
    [restoring] = [],
    held = [],
  ] = results.map(({ rows }) => rows);
  const repliesOf = (status: string) => crowdOf(replies.find((row) => row.status === status));
  return {
    timers: { ...crowdOf(timers[0]), late: Number(timers[0]?.late ?? 0) },
    due: due.map((row) => ({
      ...crowdOf(row),
      sender: String(row.sender),
      lane: LANE_NAMES[Number(row.lane)] ?? 'rest',
    })),
    putOff: putOff.map((row) => ({ sender: String(row.sender), count: Number(row.count) })),
    sending: crowdOf(unsettled, 'sending', 'sending_at'),
    unknown: crowdOf(unsettled, 'unknown', 'unknown_at'),
    newReplies: repliesOf('new'),
    waitingReplies: repliesOf('waiting'),
    alerts: {
      open: Number(alerts?.open ?? 0),
      urgent: Number(alerts?.urgent ?? 0),
      broken: Number(alerts?.broken ?? 0),
    },
    unchained: Number(chain?.count ?? 0),
    restoring: Number(restoring?.count ?? 0),
    leases: held.map((row) => ({ name: String(row.name), endsAt: Number(row.ends_at) })),
  };
}
