import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import type { Party } from './parties.ts';

/** The units above a relative's own, itself included. */
const UNITS_ABOVE = (relativeId: string | null) => sql`with recursive above(id) as (
    select c.unit_id from relatives r join circles c on c.id = r.circle_id where r.id = ${relativeId}
    union select u.parent_id from units u join above a on u.id = a.id where u.parent_id is not null)`;

/** Who may have a conversation: open staff with one of these roles, in sight of the relative; `nameSealed` opens at `staff.name:<id>`. */
export const listColleagues = (
  { orm }: Db,
  { relativeId }: Party,
  roles: readonly string[],
): Promise<{ id: string; nameSealed: string }[]> =>
  orm.all(sql`${UNITS_ABOVE(relativeId)} select s.id, s.name_sealed as "nameSealed" from staff s
    where s.closed_at is null and s.role in (select value from json_each(${JSON.stringify(roles)}))
      and (s.all_units = 1 or ${relativeId} is null
        or exists (select 1 from staff_units su join above a on a.id = su.unit_id where su.staff_id = s.id))
      and (${relativeId} is null
        or (select shielded from relatives where id = ${relativeId}) = 0
        or exists (select 1 from relative_shields rs where rs.relative_id = ${relativeId} and rs.staff_id = s.id))
    limit 300`);
