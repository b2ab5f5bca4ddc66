// Whom a broadcast is for: who is in its group and in sight of whoever orders it. Read and written set by set, never held in memory.
import { and, asc, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { type Membership, memberOf } from '../groups/members.ts';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { inSight, type Sight } from '../people/sight.ts';
import { circles, numbers, relatives } from '../schema/people.ts';
import { CHANNEL, type WhyNotValues, whyNotOf } from './why-not.ts';

export type Audience = { group: Membership; sight: Sight };

const within = ({ group, sight }: Audience): SQL | undefined =>
  and(memberOf(group), isNull(relatives.mergedInto), inSight(sight, relatives.id));

const channel = sql<string>`${sql.raw(CHANNEL)}`;
const why = (values: WhyNotValues) => sql<string | null>`${sql.raw(whyNotOf(values))}`;

/** How many of the audience are reached how, in which language of their own, or left out and why. */
export const countAudience = ({ orm }: Db, audience: Audience, values: WhyNotValues) =>
  orm
    .select({
      why: sql<string | null>`${why(values)}`.as('why'),
      channel: sql<string>`${channel}`.as('channel'),
      language: relatives.language,
      count: sql<number>`count(*)`,
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(within(audience))
    .groupBy(sql`1`, sql`2`, relatives.language);

/** How many are in the group whom whoever orders does not see. */
export async function countUnseen({ orm }: Db, { group, sight }: Audience): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(memberOf(group), isNull(relatives.mergedInto), sql`not ${inSight(sight, relatives.id)}`));
  return row?.count ?? 0;
}

/** A page of those who get it, by their ids after `after`: what a text to them depends on. */
export const listGetting = (
  { orm }: Db,
  audience: Audience,
  values: WhyNotValues,
  page: { after: string; limit: number },
) =>
  orm
    .select({
      id: relatives.id,
      tiltaleSealed: relatives.tiltaleSealed,
      language: relatives.language,
      channel: sql<string>`${channel}`.as('channel'),
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(and(within(audience), gt(relatives.id, page.after), sql`${why(values)} is null`))
    .orderBy(asc(relatives.id))
    .limit(page.limit);

/** Those who are left out, at most `most` for each reason, by when they were registered. */
export async function listLeftOut({ orm }: Db, audience: Audience, values: WhyNotValues, most: number) {
  const ranked = orm
    .select({
      id: relatives.id,
      nameSealed: relatives.nameSealed,
      why: sql<string | null>`${why(values)}`.as('why'),
      place: sql<number>`row_number() over (partition by ${why(values)} order by ${relatives.createdAt})`.as(
        'place',
      ),
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(within(audience))
    .as('ranked');
  return orm
    .select({ id: ranked.id, nameSealed: ranked.nameSealed, why: ranked.why })
    .from(ranked)
    .where(sql`${ranked.why} is not null and ${ranked.place} <= ${most}`);
}

/** The codes of circles "hver for sig" of which more than one is in the audience. */
export async function listApart({ orm }: Db, audience: Audience, limit: number): Promise<string[]> {
  const rows = await orm
    .select({ code: circles.code })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(within(audience), eq(circles.apart, 1)))
    .groupBy(circles.id)
    .having(sql`count(*) > 1`)
    .orderBy(asc(circles.code))
    .limit(limit);
  return rows.map(({ code }) => code);
}

/** How many of the audience are in another broadcast. */
export async function countAlsoIn({ orm }: Db, audience: Audience, broadcastId: string): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(
      and(
        within(audience),
        sql`exists (select 1 from broadcast_members o where o.broadcast_id = ${broadcastId} and o.relative_id = ${relatives.id})`,
      ),
    );
  return row?.count ?? 0;
}

/** Further than any id: the members of a broadcast that is filled so far are written. */
export const FILLED = '~';

/** A part of the relatives, by their ids, that is looked at for one broadcast. */
export type Filling = {
  id: string;
  from: string;
  upTo: string;
  select: { sql: string; params: unknown[] };
};

/** The next part to look at: `size` relatives, or all that are left. */
export async function findFilling(
  { orm, client }: Db,
  broadcast: { id: string; filledTo: string },
  audience: Audience,
  size: number,
): Promise<Filling> {
  const { id, filledTo: from } = broadcast;
  const { rows } = await client.execute({
    sql: 'SELECT id FROM relatives WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
    args: [from, size - 1],
  });
  const upTo = rows[0] ? String(rows[0].id) : FILLED;
  const select = orm
    .select({ id: relatives.id })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(within(audience), sql`${relatives.id} > ${from} and ${relatives.id} <= ${upTo}`))
    .toSQL();
  return { id, from, upTo, select };
}

type Arg = string | number | null;

/** Writes the members of a part; with the last one the broadcast runs. A part that was looked at before changes nothing. */
export const fillMembers: Write<Filling, true> = {
  name: 'fill-members',
  statements: (parts) =>
    parts.flatMap(({ id, from, upTo, select }) => [
      {
        sql: `INSERT OR IGNORE INTO broadcast_members (broadcast_id, relative_id, status)
          SELECT b.id, q.id, 'waiting' FROM (${select.sql}) q JOIN broadcasts b
          WHERE b.id = ? AND b.status = 'filling' AND b.filled_to = ?`,
        args: [...(select.params as Arg[]), id, from],
      },
      {
        sql: `UPDATE broadcasts SET filled_to = ?2, status = iif(?2 = '${FILLED}', 'running', status)
          WHERE id = ?1 AND status = 'filling' AND filled_to = ?3`,
        args: [id, upTo, from],
      },
    ]),
  outcomes: (parts) => parts.map(() => true as const),
};
