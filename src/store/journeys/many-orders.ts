// Enrolling many, from the choice (a draft) to the order: a fan-out that someone has looked at before it runs.
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { insertRows } from '../rows.ts';
import { fanOuts, flows } from '../schema/journeys.ts';

/** A choice of relatives that is not an order yet. */
export type Draft = { id: string; at: number; by: string; forgetBefore: number };

const OLD = "SELECT id FROM fan_outs WHERE status = 'draft' AND created_at < ?";

/** Notes a draft, still without its members, and forgets those nobody ordered since `forgetBefore`. */
export const noteDraft: Write<Draft, true> = {
  name: 'note-draft',
  statements: (drafts) => {
    const old = [Math.max(...drafts.map(({ forgetBefore }) => forgetBefore))];
    return [
      { sql: `DELETE FROM fan_out_members WHERE fan_out_id IN (${OLD})`, args: old },
      { sql: `DELETE FROM fan_outs WHERE id IN (${OLD})`, args: old },
      insertRows(
        fanOuts,
        drafts.map(({ id, at, by }) => ({
          id,
          flowId: '',
          anchors: '{}',
          status: 'draft',
          createdAt: at,
          createdBy: by,
        })),
        'ignore',
      ),
    ];
  },
  outcomes: (drafts) => drafts.map(() => true as const),
};

/** A draft that becomes an order; `unseen` are members who went out of sight meanwhile. */
export type ManyOrder = {
  id: string;
  flowId: string;
  anchors: string;
  at: number;
  by: string;
  unseen: readonly string[];
} & Noted;

/** Lets drafts run; false for one that was ordered before, or is another's. */
export const orderDrafts: Write<ManyOrder, boolean> = noting(
  {
    name: 'order-drafts',
    statements: (orders) =>
      orders.flatMap(({ id, flowId, anchors, at, by, unseen }) => [
        {
          sql: `UPDATE fan_out_members SET status = 'left-out', why = 'not-found' WHERE fan_out_id = ?
            AND relative_id IN (SELECT value FROM json_each(?)) AND status = 'waiting'
            AND EXISTS (SELECT 1 FROM fan_outs o WHERE o.id = fan_out_id AND o.status = 'draft')`,
          args: [id, JSON.stringify(unseen)],
        },
        {
          sql: `UPDATE fan_outs SET flow_id = ?, anchors = ?, created_at = ?, status = 'running'
            WHERE id = ? AND created_by = ? AND status = 'draft' RETURNING id`,
          args: [flowId, anchors, at, id, by],
        },
      ]),
    outcomes: (orders, results) => orders.map((_, i) => (results[i * 2 + 1]?.rows.length ?? 0) > 0),
    lookUp: async (client, { id, flowId, at, by }) => {
      const found = await client.execute({
        sql: `SELECT 1 FROM fan_outs WHERE id = ? AND flow_id = ? AND created_at = ? AND created_by = ?
          AND status <> 'draft'`,
        args: [id, flowId, at, by],
      });
      return found.rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: ({ id, by }) => [id, by],
    join: (id, by) => `JOIN fan_outs o ON o.id = ${id} AND o.created_by = ${by} AND o.status = 'draft'`,
  },
);

/** Stops orders that run; false for one that was over. */
export const cancelOrders: Write<{ id: string } & Noted, boolean> = noting(
  {
    name: 'cancel-orders',
    statements: (orders) =>
      orders.map(({ id }) => ({
        sql: "UPDATE fan_outs SET status = 'cancelled' WHERE id = ? AND status = 'running' RETURNING id",
        args: [id],
      })),
    outcomes: (orders, results) => orders.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: async (client, { id }) => {
      const sql = "SELECT 1 FROM fan_outs WHERE id = ? AND status = 'cancelled'";
      return (await client.execute({ sql, args: [id] })).rows.length > 0 ? true : undefined;
    },
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `JOIN fan_outs o ON o.id = ${id} AND o.status = 'running'`,
  },
);

/** A member of an order as its preview looks at it. */
export type OrderMember = {
  id: string;
  nameSealed: string;
  circleId: string;
  circleCode: string;
  apart: number;
  hasPin: number;
  /** Walks the flow already. */
  enrolled: number;
  /** Another of the circle walks the flow. */
  beside: number;
};

/** The members in sight, as they were chosen; `flowName` is the flow they are to walk. */
export const listOrderMembers = ({ orm }: Db, id: string, flowName: string, sight: Sight) =>
  orm.all<OrderMember>(sql`select r.id, r.name_sealed as nameSealed, r.circle_id as circleId,
      c.code as circleCode, c.apart, (p.pin_hash is not null or p.code_hash is not null) as hasPin,
      exists (select 1 from journeys j where j.relative_id = r.id and j.flow_name = ${flowName}
        and j.status <> 'ended') as enrolled,
      (c.apart = 1 and exists (select 1 from relatives o join journeys j on j.relative_id = o.id
        where o.circle_id = r.circle_id and o.id <> r.id and j.flow_name = ${flowName} and j.status <> 'ended')) as beside
    from fan_out_members m join relatives r on r.id = m.relative_id join circles c on c.id = r.circle_id
      left join pins p on p.relative_id = r.id
    where m.fan_out_id = ${id} and ${inSight(sight, sql`r.id`)} order by m.rowid`);

/** The members who are out of sight. */
export async function listUnseen({ orm }: Db, id: string, sight: Sight): Promise<string[]> {
  const rows = await orm.all<{ id: string }>(sql`select m.relative_id as id from fan_out_members m
    where m.fan_out_id = ${id} and not ${inSight(sight, sql`m.relative_id`)}`);
  return rows.map((row) => row.id);
}

/** Who was left out of an order and why, and who never began, those in sight. */
export const listLeftOut = ({ orm }: Db, id: string, sight: Sight, limit: number) =>
  orm.all<{
    id: string;
    nameSealed: string;
    why: string | null;
  }>(sql`select r.id, r.name_sealed as nameSealed, m.why
    from fan_out_members m join relatives r on r.id = m.relative_id
    where m.fan_out_id = ${id} and m.status = 'left-out' and ${inSight(sight, sql`r.id`)}
    order by m.why, m.rowid limit ${limit}`);

/** The newest orders, of one member of staff or of all. */
export const listOrders = (db: Db, by: string | undefined, limit: number) =>
  db.orm
    .select({
      id: fanOuts.id,
      status: fanOuts.status,
      createdAt: fanOuts.createdAt,
      createdBy: fanOuts.createdBy,
      title: flows.title,
    })
    .from(fanOuts)
    .innerJoin(flows, eq(flows.id, fanOuts.flowId))
    .where(and(ne(fanOuts.status, 'draft'), by ? eq(fanOuts.createdBy, by) : undefined))
    .orderBy(desc(fanOuts.createdAt))
    .limit(limit);
