// Choosing many relatives at once: only their ids, bounded, those in sight.
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { circles, relatives } from '../schema/people.ts';
import { inSight, type Sight } from './sight.ts';
import { underUnits } from './under-units.ts';

/** What they have in common; what is absent does not count. `words` are hashes of beginnings of words of the name. */
export type Common = {
  ids?: readonly string[];
  circleId?: string;
  unitId?: string;
  area?: string;
  relation?: string;
  words?: readonly string[];
};

/** The newest first, at most `most`. */
export async function listIdsOf({ orm }: Db, common: Common, sight: Sight, most: number): Promise<string[]> {
  const { ids, circleId, unitId, area, relation, words = [] } = common;
  const rows = await orm
    .select({ id: relatives.id })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(
      and(
        ids ? inArray(relatives.id, [...ids]) : undefined,
        circleId ? eq(relatives.circleId, circleId) : undefined,
        unitId ? underUnits([unitId]) : undefined,
        area ? eq(relatives.area, area) : undefined,
        relation ? eq(relatives.relation, relation) : undefined,
        ...words.map(
          (hash) =>
            sql`exists (select 1 from relative_words w where w.word_hash = ${hash} and w.relative_id = ${relatives.id})`,
        ),
        isNull(relatives.mergedInto),
        inSight(sight, relatives.id),
      ),
    )
    .orderBy(desc(relatives.createdAt), desc(relatives.id))
    .limit(most);
  return rows.map(({ id }) => id);
}
