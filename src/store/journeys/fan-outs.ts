// Many relatives to begin one flow, written down before the first of them begins.
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at, insertRows } from '../rows.ts';
import { fanOutMembers, fanOuts } from '../schema/journeys.ts';

export type FanOut = typeof fanOuts.$inferSelect;

/** Notes a fan-out, still without its members: nothing of it begins yet. */
export const noteFanOut: Write<FanOut, true> = {
  name: 'note-fan-out',
  statements: (all) => [insertRows(fanOuts, all)],
  outcomes: (all) => all.map(() => true as const),
};

/** Adds members; who is there already is not added twice. */
export const addMembers: Write<{ fanOutId: string; relativeIds: readonly string[] }, true> = {
  name: 'add-members',
  statements: (all) => [
    insertRows(
      fanOutMembers,
      all.flatMap(({ fanOutId, relativeIds }) =>
        relativeIds.map((relativeId) => ({ fanOutId, relativeId, status: 'waiting' })),
      ),
      'ignore',
    ),
  ],
  outcomes: (all) => all.map(() => true as const),
};

/** Moves a fan-out from one status to the next; false when it had left the first. */
export const moveFanOut: Write<{ id: string; from: string; to: string }, boolean> = {
  name: 'move-fan-out',
  statements: (moves) =>
    moves.map(({ id, from, to }) => ({
      sql: 'UPDATE fan_outs SET status = ? WHERE id = ? AND status = ? RETURNING id',
      args: [to, id, from],
    })),
  outcomes: (moves, results) => moves.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
};

/** Members that wait are left out while the fan-out goes on, and why. */
export const leaveOut: Write<{ fanOutId: string; relativeId: string; why: string }, true> = {
  name: 'leave-out',
  statements: (all) => [
    {
      sql: `UPDATE fan_out_members SET status = 'left-out', why = ${at(2)} FROM json_each(?) e
        WHERE fan_out_id = ${at(0)} AND relative_id = ${at(1)} AND status = 'waiting'
          AND EXISTS (SELECT 1 FROM fan_outs o WHERE o.id = fan_out_id AND o.status = 'running')`,
      args: [JSON.stringify(all.map((m) => [m.fanOutId, m.relativeId, m.why]))],
    },
  ],
  outcomes: (all) => all.map(() => true as const),
};

export const findFanOut = async (db: Db, id: string): Promise<FanOut | undefined> =>
  (await db.orm.select().from(fanOuts).where(eq(fanOuts.id, id)))[0];

/** The fan-outs that go on, oldest first. */
export const listRunning = async (db: Db, limit: number): Promise<string[]> =>
  (
    await db.orm
      .select({ id: fanOuts.id })
      .from(fanOuts)
      .where(eq(fanOuts.status, 'running'))
      .orderBy(asc(fanOuts.createdAt))
      .limit(limit)
  ).map(({ id }) => id);

/** The next members that wait, from the first or from the last that was added. */
export const listWaiting = async (
  db: Db,
  fanOutId: string,
  limit: number,
  from: 'first' | 'last' = 'first',
): Promise<string[]> =>
  (
    await db.orm
      .select({ id: fanOutMembers.relativeId })
      .from(fanOutMembers)
      .where(and(eq(fanOutMembers.fanOutId, fanOutId), sql`${fanOutMembers.status} = 'waiting'`))
      .orderBy(from === 'first' ? asc(sql`rowid`) : desc(sql`rowid`))
      .limit(limit)
  ).map(({ id }) => id);

/** How many of its members are where, and why those left out are. */
export async function countMembers(
  db: Db,
  fanOutId: string,
): Promise<{ status: string; why: string | null; count: number }[]> {
  const found = await db.client.execute({
    sql: 'SELECT status, why, count(*) AS count FROM fan_out_members WHERE fan_out_id = ? GROUP BY status, why',
    args: [fanOutId],
  });
  return found.rows.map((row) => ({
    status: String(row.status),
    why: row.why === null ? null : String(row.why),
    count: Number(row.count),
  }));
}
