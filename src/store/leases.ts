import type { Write } from './lane.ts';
import type { Db } from './open.ts';

/** A lease that ends so many times its length from now was given by a clock that has been set back since. */
const SKEW = 10;

export type LeaseRequest = {
  name: string;
  owner: string;
  now: number;
  endsAt: number;
  /** The fence rises even when the owner still holds it: what was asked under the one before and is done late does nothing. */
  anew?: boolean;
};

/**
 * Takes or renews a lease (real time, ms): its fence, which rises at each change of hands, or undefined while another
 * holds it. Clocks of machines may differ by minutes; the fence decides in the end.
 */
export const takeLease: Write<LeaseRequest, number | undefined> = {
  name: 'take-lease',
  statements: (requests) =>
    requests.map(({ name, owner, now, endsAt, anew }) => ({
      sql: `INSERT INTO leases (name, owner, fence, ends_at) VALUES (?, ?, 1, ?)
        ON CONFLICT (name) DO UPDATE SET
          fence = fence + CASE WHEN owner = excluded.owner THEN ? ELSE 1 END,
          owner = excluded.owner, ends_at = excluded.ends_at
        WHERE owner = excluded.owner OR ends_at <= ? OR ends_at > ?
        RETURNING fence`,
      args: [name, owner, endsAt, anew ? 1 : 0, now, now + SKEW * (endsAt - now)],
    })),
  outcomes: (requests, results) =>
    requests.map((_, i) => {
      const fence = results[i]?.rows[0]?.fence;
      return fence === undefined || fence === null ? undefined : Number(fence);
    }),
};

/** Gives a lease back early; an owner that no longer holds it changes nothing. */
export const giveLeaseBack: Write<{ name: string; owner: string }, true> = {
  name: 'give-lease-back',
  statements: (leases) =>
    leases.map(({ name, owner }) => ({
      sql: "UPDATE leases SET ends_at = 0, owner = '' WHERE name = ? AND owner = ?",
      args: [name, owner],
    })),
  outcomes: (leases) => leases.map(() => true as const),
};

/** Ends all leases: for the one process that owns a database file, whose earlier self was killed. */
export const endAllLeases: Write<null, true> = {
  name: 'end-all-leases',
  statements: () => [{ sql: 'UPDATE leases SET ends_at = 0', args: [] }],
  outcomes: (all) => all.map(() => true as const),
};

/** Whether any process holds a lease at an instant (real time, ms): one that runs always does. */
export const isInUse = async ({ client }: Pick<Db, 'client'>, now = Date.now()): Promise<boolean> =>
  (await client.execute({ sql: 'SELECT 1 FROM leases WHERE ends_at > ? LIMIT 1', args: [now] })).rows.length >
  0;
