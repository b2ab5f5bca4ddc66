// Who walks a flow now, whatever version.

import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { flows, journeys } from '../schema/journeys.ts';
import { relatives } from '../schema/people.ts';

/** How many journeys go on in each flow, by its name; from the index of those that have not ended, and may be a moment old. */
export async function countRunning({ reads: { client } }: Db): Promise<Map<string, number>> {
  const { rows } = await client.execute(`SELECT flow_name, count(*) AS running
    FROM journeys INDEXED BY journeys_one_of_a_flow WHERE status <> 'ended' GROUP BY flow_name`);
  return new Map(rows.map((row) => [String(row.flow_name), Number(row.running)]));
}

/** The journeys that go on in a flow, the latest begun first; may be a moment old. */
export const listRunningInFlow = ({ reads: { orm } }: Db, name: string, limit: number, sight: Sight) =>
  orm
    .select({
      id: journeys.id,
      relativeId: journeys.relativeId,
      nameSealed: relatives.nameSealed,
      step: journeys.step,
      hold: journeys.hold,
      startedAt: journeys.startedAt,
    })
    .from(journeys)
    .innerJoin(relatives, eq(relatives.id, journeys.relativeId))
    .where(
      and(
        inArray(journeys.flowId, orm.select({ id: flows.id }).from(flows).where(eq(flows.name, name))),
        sql`${journeys.status} <> 'ended'`,
        inSight(sight, journeys.relativeId),
      ),
    )
    .orderBy(desc(journeys.startedAt), desc(journeys.id))
    .limit(limit);
