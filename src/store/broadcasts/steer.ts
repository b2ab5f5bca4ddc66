// What staff do to a broadcast that is ordered: let it rest and go on, take it back, try again what failed. Each holds in the commit it is in.
import type { Client } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { FILLED } from './audience.ts';
import { followClaims, takeFromPage, UNSENT } from './take-back.ts';
import { type WhyNotValues, whyNotOf } from './why-not.ts';

const asked = (items: readonly unknown[], results: readonly { rows: readonly unknown[] }[], each: number) =>
  items.map((_, i) => (results[i * each]?.rows.length ?? 0) > 0);

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

/** What has not left rests with a broadcast that stands so now. */
const rest = (id: string, status: string): Statement => ({
  sql: `UPDATE messages SET status = 'held', reason = 'broadcast-paused'
    WHERE ${OF_IT} IN ('due', 'todo') AND ${stands(status)}`,
  args: [id],
});

const GOES_ON_NOW =
  "EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = ?1 AND b.status IN ('scheduled', 'filling', 'running'))";

const GOES_ON = "status IN ('scheduled', 'filling', 'running', 'sampled')";
const RESTS = "status IN ('paused', 'sampled', 'broken')";

/** Lets broadcasts rest: nobody more is composed for, and what has not left waits with it. False for one that does not go on. */
export const pauseBroadcasts: Write<Steering, boolean> = noting(
  {
    name: 'pause-broadcasts',
    statements: (items) =>
      items.flatMap((item) => [moves(item, "status = 'paused'", GOES_ON), rest(item.id, 'paused')]),
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

const RESTED = "messages.status = 'held' AND messages.reason = 'broadcast-paused'";

const isLeftOut = `EXISTS (SELECT 1 FROM broadcast_members o WHERE o.broadcast_id = messages.broadcast_id
  AND o.relative_id = messages.relative_id AND o.status = 'left-out')`;

/** Of those whose message rested with a broadcast that goes on: who does not get it any more is left out, and why. */
const judgeAnew = ({ id, values }: Resuming): Statement[] => [
  {
    sql: `UPDATE broadcast_members SET status = 'left-out', why = w.why
      FROM (SELECT messages.relative_id AS id, ${whyNotOf(values)} AS why FROM messages INDEXED BY messages_broadcast
          JOIN relatives ON relatives.id = messages.relative_id JOIN circles ON circles.id = relatives.circle_id
          LEFT JOIN numbers ON numbers.id = relatives.number_id
        WHERE messages.broadcast_id = ?1 AND ${RESTED} AND ${GOES_ON_NOW}) w
      WHERE broadcast_members.broadcast_id = ?1 AND broadcast_members.relative_id = w.id AND w.why IS NOT NULL
        AND +broadcast_members.status = 'composed'`,
    args: [id],
  },
  takeFromPage(`messages.broadcast_id = ?1 AND ${RESTED} AND ${isLeftOut} AND ${GOES_ON_NOW}`, [id]),
  {
    sql: `UPDATE messages SET status = 'cancelled', link_sealed = NULL,
        reason = (SELECT o.why FROM broadcast_members o
          WHERE o.broadcast_id = messages.broadcast_id AND o.relative_id = messages.relative_id)
      WHERE messages.broadcast_id = ?1 AND ${RESTED} AND ${isLeftOut} AND ${GOES_ON_NOW}`,
    args: [id],
  },
];

/** `values` tell who gets it now. */
export type Resuming = Steering & { values: WhyNotValues };

/**
 * Lets broadcasts go on, with what waited with them, but for those who do not get it any more: they are asked for anew, since
 * a pause may be long. False for one that does not rest.
 */
export const resumeBroadcasts: Write<Resuming, boolean> = noting(
  {
    name: 'resume-broadcasts',
    statements: (items) =>
      items.flatMap((item) => [
        moves(item, RESUMED, RESTS),
        ...judgeAnew(item),
        {
          sql: `UPDATE messages SET status = iif(channel = 'sms', 'due', 'todo'), reason = NULL
            WHERE messages.broadcast_id = ?1 AND ${RESTED} AND ${GOES_ON_NOW}`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => asked(items, results, 5),
    lookUp: wasNoted,
  },
  while_(RESTS),
);

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
        ...followClaims(item.id),
        takeFromPage(`messages.broadcast_id = ?1 AND ${stands('cancelled')}`, [item.id]),
        {
          sql: `UPDATE messages SET status = 'cancelled', reason = 'broadcast-cancelled', link_sealed = NULL
            WHERE ${OF_IT} IN ${UNSENT} AND ${stands('cancelled')}`,
          args: [item.id],
        },
      ]),
    outcomes: (items, results) => asked(items, results, 5),
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
    INDEXED BY messages_relative WHERE x.relative_id = f.relative_id AND x.broadcast_id = f.broadcast_id AND x.status NOT IN ${FAILED})`;

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

/** Sets broadcasts aside that cannot be carried out: what has not left of them rests. */
export const breakBroadcasts: Write<{ id: string; at: number }, true> = {
  name: 'break-broadcasts',
  statements: (items) =>
    items.flatMap(({ id, at }) => [
      {
        sql: `UPDATE broadcasts SET status = 'broken', changed_at = max(changed_at + 1, ?2)
          WHERE id = ?1 AND status IN ('filling', 'running')`,
        args: [id, at],
      },
      rest(id, 'broken'),
    ]),
  outcomes: (items) => items.map(() => true as const),
};
