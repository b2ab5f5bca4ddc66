// Someone is ill: what one advisor has in hand moves to another, in one commit, only what is still theirs.
import { sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import type { Db } from '../open.ts';
import { insertIf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { inSight, type Sight } from './sight.ts';

/** What an advisor has in hand, of those both see. */
export type InHand = {
  relatives: { id: string; nameSealed: string }[];
  conversations: string[];
  appointments: string[];
};

const MOST = 5_000;
const TO_COME = "('agreed', 'moved', 'confirmed')";

/** What `from` has in hand, of one relative or of all, as far as each of `sights` reaches. `from` null: a relative nobody has. */
export async function listInHand(
  { orm }: Db,
  order: { from: string | null; relativeId?: string; now: number },
  sights: readonly Sight[],
): Promise<InHand> {
  const { from, relativeId, now } = order;
  const seen = (id: ReturnType<typeof sql>) =>
    sql.join(
      sights.map((sight) => inSight(sight, id)),
      sql` and `,
    );
  const only = (id: ReturnType<typeof sql>) => (relativeId ? sql`${id} = ${relativeId}` : sql`true`);
  const [relatives, conversations, appointments] = await Promise.all([
    orm.all<{ id: string; nameSealed: string }>(sql`select r.id, r.name_sealed as nameSealed from relatives r
      where r.advisor_id is ${from} and ${only(sql`r.id`)} and r.merged_into is null and ${seen(sql`r.id`)}
        and (${from !== null} or ${relativeId !== undefined}) order by r.created_at desc limit ${MOST}`),
    orm.all<{ id: string }>(sql`select c.id from conversations c
      where c.assigned_to = ${from} and ${only(sql`c.relative_id`)} and ${seen(sql`c.relative_id`)} limit ${MOST}`),
    orm.all<{ id: string }>(sql`select a.id from appointments a
      where a.advisor_id = ${from} and a.starts_at > ${now} and a.state in ${sql.raw(TO_COME)}
        and exists (select 1 from appointment_relatives p
          where p.appointment_id = a.id and ${only(sql`p.relative_id`)} and ${seen(sql`p.relative_id`)}) limit ${MOST}`),
  ]);
  return {
    relatives,
    conversations: conversations.map(({ id }) => id),
    appointments: appointments.map(({ id }) => id),
  };
}

/** The running journeys and open alerts of these relatives, which follow them. */
export async function countFollowing({ orm }: Db, relativeIds: readonly string[]) {
  const ids = sql`(select value from json_each(${JSON.stringify(relativeIds)}))`;
  const [row] = await orm.all<{ journeys: number; alerts: number }>(sql`select
    (select count(*) from journeys where status <> 'ended' and relative_id in ${ids}) as journeys,
    (select count(*) from alerts where status = 'open' and relative_id in ${ids}) as alerts`);
  return row ?? { journeys: 0, alerts: 0 };
}

/** How much moved. */
export type Moved = { relatives: number; conversations: number; appointments: number };

/** What is to move; `ofRelatives` has an entry for each relative, `entry` one for the whole with how much was shown. */
export type TakeOver = {
  id: string;
  from: string | null;
  to: string;
  at: number;
  relatives: readonly string[];
  conversations: readonly string[];
  appointments: readonly string[];
  ofRelatives: readonly LedgerRow[];
  entry: LedgerRow;
};

const listed = '(SELECT value FROM json_each(?))';

function takeOver(order: TakeOver): Statement[] {
  const { from, to, at } = order;
  const [relatives, conversations, appointments] = [
    order.relatives,
    order.conversations,
    order.appointments,
  ].map((ids) => JSON.stringify(ids)) as [string, string, string];
  const theirs = (table: string, column: string, ids: string) =>
    `EXISTS (SELECT 1 FROM ${table} x WHERE x.${column} IS ${'%from'} AND x.id IN (SELECT value FROM json_each(${ids})))`;
  const any = (who: string, r: string, c: string, a: string): string =>
    [
      theirs('relatives', 'advisor_id', r),
      theirs('conversations', 'assigned_to', c),
      theirs('appointments', 'advisor_id', a),
    ]
      .join(' OR ')
      .replaceAll('%from', who);
  return [
    ...insertIf(
      ledger,
      order.ofRelatives.map((row) => ({ row, keys: [row.relativeId ?? '', from] })),
      { join: (id, who) => `JOIN relatives r ON r.id = ${id} AND r.advisor_id IS ${who}` },
    ),
    ...insertIf(ledger, [{ row: order.entry, keys: [from, relatives, conversations, appointments] }], {
      join: (who, r, c, a) => `WHERE ${any(who ?? '', r ?? '', c ?? '', a ?? '')}`,
    }),
    {
      sql: `UPDATE relatives SET advisor_id = ?, changed_at = ? WHERE advisor_id IS ? AND id IN ${listed} RETURNING id`,
      args: [to, at, from, relatives],
    },
    {
      sql: `UPDATE conversations SET assigned_to = ?, changed_at = ? WHERE assigned_to = ? AND id IN ${listed} RETURNING id`,
      args: [to, at, from, conversations],
    },
    {
      sql: `UPDATE appointments SET advisor_id = ?, changed_at = ? WHERE advisor_id = ? AND id IN ${listed}
        AND state IN ${TO_COME} RETURNING id`,
      args: [to, at, from, appointments],
    },
  ];
}

/** Moves what is still theirs; of two who take over at once each gets what the other did not. */
export const takeOvers: Write<TakeOver, Moved> = {
  name: 'take-overs',
  statements: (orders) => orders.flatMap(takeOver),
  outcomes(orders, results) {
    let end = 0;
    return orders.map((order) => {
      end += takeOver(order).length;
      const moved = (back: number): number => results[end - back]?.rows.length ?? 0;
      return { relatives: moved(3), conversations: moved(2), appointments: moved(1) };
    });
  },
  lookUp: async (client, { entry, relatives, conversations, appointments }) => {
    const found = await client.execute({
      sql: 'SELECT 1 FROM ledger WHERE relative_id IS NULL AND kind = ? AND subject = ?',
      args: [entry.kind, entry.subject ?? null],
    });
    return found.rows.length > 0
      ? {
          relatives: relatives.length,
          conversations: conversations.length,
          appointments: appointments.length,
        }
      : undefined;
  },
};

/** Everyone who works or worked at the desk, for choosing whose work is taken over and by whom. */
export const listColleagues = ({ orm }: Db, most: number) =>
  orm.all<{ id: string; nameSealed: string; role: string; closedAt: number | null }>(sql`select id,
    name_sealed as nameSealed, role, closed_at as closedAt from staff order by closed_at is not null, created_at limit ${most}`);
