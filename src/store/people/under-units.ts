import { type SQL, sql } from 'drizzle-orm';
import { circles } from '../schema/people.ts';

/** The condition on a row of circles that it belongs to one of these units, or to one under them. */
export const underUnits = (
  ids: readonly string[],
): SQL => sql`${circles.unitId} in (with recursive under(id) as (
  select value from json_each(${JSON.stringify(ids)})
  union select u.id from units u join under on u.parent_id = under.id) select id from under)`;
