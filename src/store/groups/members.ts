// Who is in a group: those who were put in or whom its rule fits, but for whoever has left.
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { type RelativeCursor, selectRelatives } from '../people/relative-lists.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { at } from '../rows.ts';
import { groupMembers, groups } from '../schema/groups.ts';
import { circles, relatives } from '../schema/people.ts';
import { fitsRule, type GroupRule } from './group-rule.ts';

/** A group as its members are told by it; `id` is absent for a rule that is only tried. */
export type Membership = { id?: string | undefined; rule: GroupRule | null; now: number };

const isIn = (id: string): SQL => sql`${relatives.id} in (select m.relative_id from group_members m
  where m.group_id = ${id} and m.left_at is null)`;

const hasLeft = (id: string): SQL => sql`exists (select 1 from group_members m
  where m.group_id = ${id} and m.relative_id = ${relatives.id} and m.left_at is not null)`;

/** The condition of being in a group, on a row of relatives. */
export const memberOf = ({ id, rule, now }: Membership): SQL | undefined => {
  if (rule === null) return id === undefined ? sql`false` : isIn(id);
  return and(fitsRule(rule, now), id === undefined ? undefined : sql`not ${hasLeft(id)}`);
};

/** A page of the members in sight, the newest first. */
export const listMembers = (
  db: Db,
  group: Membership,
  { sight, after, limit }: { sight: Sight; after?: RelativeCursor | undefined; limit: number },
) =>
  selectRelatives(
    db,
    and(
      memberOf(group),
      inSight(sight, relatives.id),
      after && sql`(${relatives.createdAt}, ${relatives.id}) < (${after.createdAt}, ${after.id})`,
    ),
    limit,
  );

/** How many members are in sight. */
export async function countMembers({ orm }: Db, group: Membership, sight: Sight): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(memberOf(group), isNull(relatives.mergedInto), inSight(sight, relatives.id)));
  return row?.count ?? 0;
}

/** The groups a relative was put into or has left, by id: since when, and when they left. */
export const listPlacesOf = ({ orm }: Db, relativeId: string) =>
  orm
    .select({ groupId: groupMembers.groupId, since: groupMembers.since, leftAt: groupMembers.leftAt })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(and(eq(groupMembers.relativeId, relativeId), isNull(groups.closedAt)));

/** Whether a relative is a member of a group. */
export async function isMember({ orm }: Db, group: Membership, relativeId: string): Promise<boolean> {
  const [row] = await orm
    .select({ id: relatives.id })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(eq(relatives.id, relativeId), isNull(relatives.mergedInto), memberOf(group)))
    .limit(1);
  return row !== undefined;
}

/** Into a group (`leave` false) or out of it; `by` is staff or the relative. */
export type Step = { groupId: string; relativeId: string; leave: boolean; at: number; by: string } & Noted;

const open = 'g.closed_at is null';

/**
 * Puts relatives into groups, or lets them leave; false where it is so already. Who has left a group by its rule comes
 * back under it by being put in.
 */
export const stepInOrOut: Write<Step, boolean> = noting(
  {
    name: 'step-in-or-out',
    statements: (items) => [
      {
        sql: `insert into group_members (group_id, relative_id, since, by, left_at)
              select g.id, r.id, ${at(3)}, ${at(4)}, iif(${at(2)}, ${at(3)}, null)
              from json_each(?) e join groups g on g.id = ${at(0)} and ${open}
              join relatives r on r.id = ${at(1)} and r.merged_into is null
              where ${at(2)} is not null
              on conflict (group_id, relative_id) do update
                set left_at = excluded.left_at, by = excluded.by,
                    since = iif(excluded.left_at is null, excluded.since, since)
                where (group_members.left_at is null) <> (excluded.left_at is null)
              returning group_id, relative_id`,
        args: [
          JSON.stringify(
            items.map(({ groupId, relativeId, leave, at: when, by }) => [
              groupId,
              relativeId,
              leave ? 1 : 0,
              when,
              by,
            ]),
          ),
        ],
      },
    ],
    outcomes(items, [result]) {
      const done = new Set(result?.rows.map((row) => `${row.group_id} ${row.relative_id}`));
      return items.map(({ groupId, relativeId }) => done.has(`${groupId} ${relativeId}`));
    },
    lookUp: wasNoted,
  },
  {
    keys: ({ groupId, relativeId, leave }) => [groupId, relativeId, leave ? 1 : 0],
    join: (groupId, relativeId, leave) => `join groups g on g.id = ${groupId} and ${open}
      join relatives r on r.id = ${relativeId} and r.merged_into is null
      left join group_members m on m.group_id = g.id and m.relative_id = r.id
      where m.group_id is null or (m.left_at is null) = ${leave}`,
  },
);
