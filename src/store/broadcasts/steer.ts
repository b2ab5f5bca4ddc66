// What staff do to a broadcast: order it, let it rest and go on, take it back, try again what failed. Each holds in the commit it is in.
import type { Client } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Sight } from '../people/sight.ts';
import { FILLED } from './audience.ts';

/** An order of a draft as it was seen. */
export type Order = {
  id: string;
  seen: number;
  at: number;
  by: string;
  /** When the first of it may leave, UTC ms; null at once. */
  dueAt: number | null;
  sample: number | null;
  sight: Sight;
  /** The same may be said twice within a day to one group. */
  twice: boolean;
} & Noted;

/** Within so long the same text to the same group is asked about first, ms. */
export const SAME_WITHIN_MS = 24 * 3_600_000;

/** The draft as it was seen, of a group that is open, and nobody ordered the same meanwhile. */
const mayOrder = (id: string, seen: string, at: string, twice: string): string =>
  `${id} IN (SELECT d.id FROM broadcasts d JOIN groups g ON g.id = d.group_id AND g.closed_at IS NULL
    WHERE d.id = ${id} AND d.status = 'draft' AND d.changed_at = ${seen}
      AND (${twice} = 1 OR NOT EXISTS (SELECT 1 FROM broadcasts o INDEXED BY broadcasts_same
        WHERE o.ordered_at IS NOT NULL AND o.texts_hash = d.texts_hash AND o.ordered_at > ${at} - ${SAME_WITHIN_MS}
          AND o.group_id = d.group_id AND o.status <> 'cancelled')))`;

const asked = (items: readonly unknown[], results: readonly { rows: readonly unknown[] }[], each: number) =>
  items.map((_, i) => (results[i * each]?.rows.length ?? 0) > 0);

/** Orders drafts; false for one that was changed or ordered meanwhile, or whose like was. */
export const orderBroadcasts: Write<Order, boolean> = noting(
  {
    name: 'order-broadcasts',
    statements: (orders) =>
      orders.map(({ id, seen, at, by, dueAt, sample, sight, twice }) => ({
        sql: `UPDATE broadcasts SET status = iif(?5 > ?3, 'scheduled', 'filling'), due_at = ?5, sample = ?6, sight = ?7,
            ordered_at = ?3, ordered_by = ?8, changed_at = max(changed_at + 1, ?3)
          WHERE id = ?1 AND ${mayOrder('?1', '?2', '?3', '?4')} RETURNING id`,
        args: [id, seen, at, twice ? 1 : 0, dueAt, sample, JSON.stringify(sight), by],
      })),
    outcomes: (orders, results) => asked(orders, results, 1),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, seen, at, twice }) => [id, seen, at, twice ? 1 : 0],
    join: (id = '', seen = '', at = '', twice = '') => `WHERE ${mayOrder(id, seen, at, twice)}`,
  },
);

export type Steering = { id: string; at: number } & Noted;

const moves = (
  { id, at }: Steering,
  set: string,
  from: string,
  args: (string | number)[] = [],
): Statement => ({
  sql: `UPDATE broadcasts SET ${set}, changed_at = max(changed_at + 1, ?2) WHERE id = ?1 AND ${from} RETURNING id`,
  args: [id, at, ...args],
});

const while_ = (from: string) => ({
  keys: ({ id }: Steering) => [id],
  join: (id = '') => `JOIN broadcasts b ON b.id = ${id} AND ${from}`,
});

const OF_IT = 'broadcast_id = ?1 AND status';
const stands = (status: string): string =>
  `EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = ?1 AND b.status = '${status}')`;

const GOES_ON = "status IN ('scheduled', 'filling', 'running', 'sampled')";
const RESTS = "status IN ('paused', 'sampled')";

/** Lets broadcasts rest: nobody more is composed for, and what has not left waits with it. False for one that does not go on. */
export const pauseBroadcasts: Write<Steering, boolean> = noting(
  {
    name: 'pause-broadcasts',
    statements: (items) =>
      items.flatMap((item) => [
        moves(item, "status = 'paused'", GOES_ON),
        {
          sql: `UPDATE messages SET status = 'held', reason = 'broadcast-paused'
            WHERE ${OF_IT} IN ('due', 'todo') AND ${stands('paused')}`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => asked(items, results, 2),
    lookUp: wasNoted,
  },
  while_(GOES_ON),
);

/** A sample that is complete is over; the rest follows. */
const RESUMED = `status = CASE WHEN filled_to = '${FILLED}' THEN 'running'
    WHEN filled_to = '' AND due_at > ?2 THEN 'scheduled' ELSE 'filling' END,
  sample = iif(status = 'sampled' OR (SELECT count(*) FROM broadcast_members m INDEXED BY broadcast_members_status
    WHERE m.broadcast_id = ?1 AND m.status = 'composed') >= sample, NULL, sample)`;

/** Lets broadcasts go on, with what waited with them. False for one that does not rest. */
export const resumeBroadcasts: Write<Steering, boolean> = noting(
  {
    name: 'resume-broadcasts',
    statements: (items) =>
      items.flatMap((item) => [
        moves(item, RESUMED, RESTS),
        {
          sql: `UPDATE messages SET status = iif(channel = 'sms', 'due', 'todo'), reason = NULL
            WHERE ${OF_IT} = 'held' AND reason = 'broadcast-paused' AND NOT ${stands('paused')} AND NOT ${stands('cancelled')}`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => asked(items, results, 2),
    lookUp: wasNoted,
  },
  while_(RESTS),
);

const UNSENT = "('due', 'held', 'todo')";

/** Not over yet, stuck with some of it on its way, or over but for what waits: a call, a phone that stands still. */
const canBeTakenBack = (id: string): string =>
  `(status IN ('scheduled', 'filling', 'running', 'sampled', 'paused', 'broken') OR (status = 'done'
    AND EXISTS (SELECT 1 FROM messages m WHERE m.broadcast_id = ${id} AND m.status IN ${UNSENT})))`;

/** Takes broadcasts back: nothing of them leaves but what is under way already. False for one that is over. */
export const cancelBroadcasts: Write<Steering, boolean> = noting(
  {
    name: 'cancel-broadcasts',
    statements: (items) =>
      items.flatMap((item) => [
        moves(item, "status = 'cancelled', ended_at = ?2", canBeTakenBack('?1')),
        {
          sql: `DELETE FROM page_messages WHERE id IN (SELECT 'p.' || m.id FROM messages m
            WHERE m.broadcast_id = ?1 AND m.status IN ${UNSENT} AND m.attempts = 0) AND ${stands('cancelled')}`,
          args: [item.id],
        },
        {
          sql: `UPDATE messages SET status = 'cancelled', reason = 'broadcast-cancelled', link_sealed = NULL
            WHERE ${OF_IT} IN ${UNSENT} AND ${stands('cancelled')}`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => asked(items, results, 3),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id = '') => `JOIN broadcasts b ON b.id = ${id} AND ${canBeTakenBack(id)}`,
  },
);

const FAILED = "('failed', 'undelivered', 'expired')";

/** Those of whose messages none left or may have left. */
const failedMembers = (
  id: string,
): string => `SELECT f.relative_id FROM messages f INDEXED BY messages_broadcast
  WHERE f.broadcast_id = ${id} AND f.status IN ${FAILED} AND NOT EXISTS (SELECT 1 FROM messages x
    WHERE x.relative_id = f.relative_id AND x.broadcast_id = f.broadcast_id AND x.status NOT IN ${FAILED})`;

const ONGOING = "status IN ('running', 'sampled', 'paused', 'done')";

const mayRetry = (
  id: string,
): string => `${id} IN (SELECT o.id FROM broadcasts o WHERE o.id = ${id} AND o.${ONGOING})
  AND EXISTS (SELECT 1 FROM broadcast_members m WHERE m.broadcast_id = ${id} AND +m.status = 'composed'
    AND m.relative_id IN (${failedMembers(id)}))`;

/** Lets those whose message failed wait for a new one; gives how many, 0 where nothing failed or the broadcast was taken back. */
export const retryFailures: Write<Steering, number> = noting(
  {
    name: 'retry-failures',
    statements: (items) =>
      items.flatMap((item) => [
        moves(item, "status = iif(status = 'done', 'running', status), ended_at = NULL", mayRetry('?1')),
        {
          sql: `UPDATE broadcast_members SET status = 'waiting', tries = tries + 1
            WHERE broadcast_id = ?1 AND +status = 'composed' AND relative_id IN (${failedMembers('?1')})
              AND EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = ?1 AND b.${ONGOING}) RETURNING relative_id`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => results[2 * i + 1]?.rows.length ?? 0),
    lookUp: async (client: Client, item) => ((await wasNoted(client, item)) ? 1 : undefined),
  },
  { keys: ({ id }) => [id], join: (id = '') => `WHERE ${mayRetry(id)}` },
);

/** Lets a broadcast begin whose moment has come; any other stays as it is. */
export const beginBroadcasts: Write<{ id: string; at: number }, true> = {
  name: 'begin-broadcasts',
  statements: (items) =>
    items.map(({ id, at }) => ({
      sql: `UPDATE broadcasts SET status = 'filling', changed_at = max(changed_at + 1, ?2)
        WHERE id = ?1 AND status = 'scheduled' AND due_at <= ?2`,
      args: [id, at],
    })),
  outcomes: (items) => items.map(() => true as const),
};

/** Sets broadcasts aside that cannot be carried out. */
export const breakBroadcasts: Write<{ id: string; at: number }, true> = {
  name: 'break-broadcasts',
  statements: (items) =>
    items.map(({ id, at }) => ({
      sql: `UPDATE broadcasts SET status = 'broken', changed_at = max(changed_at + 1, ?2)
        WHERE id = ?1 AND status IN ('filling', 'running')`,
      args: [id, at],
    })),
  outcomes: (items) => items.map(() => true as const),
};
