// Where a choice of a relative stands already, and which flows ask for one.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';

/** The tables and columns a list's values stand in. */
const PLACES = {
  relations: [
    ['relatives', 'relation'],
    ['referrals', 'relation'],
  ],
  areas: [
    ['relatives', 'area'],
    ['referrals', 'area'],
    ['offers', 'area'],
  ],
  ageBands: [['relatives', 'age_band']],
  foundBy: [['relatives', 'found_by']],
} as const;

/** How often each value of a list is used, in records, referrals and offers together. */
export async function countChoiceUses({ orm }: Db, list: keyof typeof PLACES): Promise<Map<string, number>> {
  const each = PLACES[list].map(
    ([table, column]) =>
      `select ${column} as value, count(*) as n from ${table} where ${column} is not null group by 1`,
  );
  const rows = await orm.all<{ value: string; n: number }>(
    sql.raw(`select value, sum(n) as n from (${each.join(' union all ')}) group by value`),
  );
  return new Map(rows.map(({ value, n }) => [value, n]));
}

/** The flow versions that are published or still walked, as JSON. */
export const listFlowsInForce = ({ orm }: Db): Promise<{ title: string; body: string }[]> =>
  orm.all(sql`select title, body from flows f where retired_at is null
    or exists (select 1 from journeys j where j.flow_id = f.id and j.ended_at is null)`);
