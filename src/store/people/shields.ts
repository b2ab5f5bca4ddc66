// Who sees a shielded record, and which staff can be named.
import { asc, eq, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { sources } from '../schema/care.ts';
import { relativeShields } from '../schema/people.ts';

/** The staff named on a shielded record. */
export const listShieldStaff = async ({ orm }: Db, relativeId: string): Promise<string[]> =>
  (
    await orm
      .select({ staffId: relativeShields.staffId })
      .from(relativeShields)
      .where(eq(relativeShields.relativeId, relativeId))
  ).map(({ staffId }) => staffId);

/** A member of staff who can be named; `nameSealed` opens at `staff.name:<id>`. */
export type StaffChoice = { id: string; nameSealed: string; role: string; demo: number };

/** The staff who work with relatives of a unit: in it, in one above it, or in all. */
export const listStaffOfUnit = ({ orm }: Db, unitId: string): Promise<StaffChoice[]> =>
  orm.all<StaffChoice>(sql`with recursive above(id) as (
      select ${unitId} union select u.parent_id from units u join above a on u.id = a.id where u.parent_id is not null)
    select id, name_sealed as nameSealed, role, demo from staff
    where closed_at is null and (all_units = 1
      or exists (select 1 from staff_units w where w.staff_id = staff.id and w.unit_id in (select id from above)))
    order by created_at, id limit 500`);

/** The sources of referrals that are open, as choices of how someone found us. */
export const listSourceChoices = ({ orm }: Db): Promise<{ id: string; title: string }[]> =>
  orm
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(sql`${sources.closedAt} is null`)
    .orderBy(asc(sources.title))
    .limit(200);

/** Who is to see a record from now on; null lifts the shield. `seen` is what stood there when the writer looked, as `shieldSeen` tells it; whatever stands there when absent. */
export type Shielding = { relativeId: string; staffIds: readonly string[] | null; seen?: string } & Noted;

/** Who sees a record, as a writer carries it on. */
export const shieldSeen = (shielded: number, staffIds: readonly string[]): string =>
  `${shielded}.${[...staffIds].sort().join()}`;

const AS_SEEN = (
  relative: string,
  seen: string,
): string => `(${seen} is null or ${seen} = ${relative}.shielded || '.' ||
  coalesce((select group_concat(staff_id) from
    (select staff_id from relative_shields where relative_id = ${relative}.id order by staff_id)), ''))`;

/** A record whose shield is being changed: never to be seen outside the commit. */
const UNDER_WAY = 2;

/** Shields records or lifts the shield; false where there is no such record, or others were named meanwhile. */
export const shieldRelatives: Write<Shielding, boolean> = noting(
  {
    name: 'shield-relatives',
    statements: (shieldings) =>
      shieldings.flatMap(({ relativeId, staffIds, seen }) => [
        {
          sql: `update relatives set shielded = ${UNDER_WAY}
                where id = ?1 and merged_into is null and ${AS_SEEN('relatives', '?2')}`,
          args: [relativeId, seen ?? null],
        },
        {
          sql: `delete from relative_shields where relative_id in
                (select id from relatives where id = ? and shielded = ${UNDER_WAY})`,
          args: [relativeId],
        },
        {
          sql: `insert or ignore into relative_shields (relative_id, staff_id)
                select r.id, e.value from json_each(?) e join relatives r on r.id = ? and r.shielded = ${UNDER_WAY}`,
          args: [JSON.stringify(staffIds ?? []), relativeId],
        },
        {
          sql: `update relatives set shielded = ? where id = ? and shielded = ${UNDER_WAY} returning id`,
          args: [staffIds ? 1 : 0, relativeId],
        },
      ]),
    outcomes: (shieldings, results) => shieldings.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ relativeId, seen }) => [relativeId, seen ?? ''],
    join: (id, seen) => `join relatives r on r.id = ${id} and r.merged_into is null
      and ${AS_SEEN('r', `nullif(${seen}, '')`)}`,
  },
);
