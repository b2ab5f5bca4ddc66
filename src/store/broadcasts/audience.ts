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

/** Further than any id: the members of a broadcast that is filled so far are written. */
export const FILLED = '~';

/** The relatives after one id up to another: a large audience is looked at part by part. */
export type Part = { from: string; upTo: string };

/** The part of so many relatives after an id; up to `FILLED` with the last of them. */
export async function findPart({ client }: Db, from: string, size: number): Promise<Part> {
  const { rows } = await client.execute({
    sql: 'SELECT id FROM relatives WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?',
    args: [from, size - 1],
  });
  return { from, upTo: rows[0] ? String(rows[0].id) : FILLED };
}

/** On a row of relatives: it is of that part. */
export const inPart = ({ from, upTo }: Part): SQL =>
  sql`${relatives.id} > ${from} and ${relatives.id} <= ${upTo}`;

const channel = sql<string>`${sql.raw(CHANNEL)}`;
const why = (values: WhyNotValues) => sql<string | null>`${sql.raw(whyNotOf(values))}`;

/** How many of a part of the audience are reached how, in which language of their own, or left out and why. */
export const countAudience = ({ orm }: Db, audience: Audience, values: WhyNotValues, part: Part) =>
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
    .where(and(within(audience), inPart(part)))
    .groupBy(sql`1`, sql`2`, relatives.language);

/** How many of a part are in the group whom whoever orders does not see. */
export async function countUnseen({ orm }: Db, { group, sight }: Audience, part: Part): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(
      and(
        memberOf(group),
        isNull(relatives.mergedInto),
        inPart(part),
        sql`not ${inSight(sight, relatives.id)}`,
      ),
    );
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

/** Those of a part of the audience who are left out for one reason, at most `most`. */
export const listLeftOut = (
  { orm }: Db,
  audience: Audience,
  values: WhyNotValues,
  part: Part,
  { why: reason, most }: { why: string; most: number },
) =>
  orm
    .select({ id: relatives.id, nameSealed: relatives.nameSealed })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(and(within(audience), inPart(part), sql`${why(values)} = ${reason}`))
    .limit(most);

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

/** A part that is looked at for one broadcast. */
export type Filling = Part & { id: string; select: { sql: string; params: unknown[] } };

/** The next part to look at: `size` relatives, or all that are left. */
export async function findFilling(
  db: Db,
  broadcast: { id: string; filledTo: string },
  audience: Audience,
  size: number,
): Promise<Filling> {
  const { id, filledTo } = broadcast;
  const part = await findPart(db, filledTo, size);
  const select = db.orm
    .select({ id: relatives.id })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .where(and(within(audience), inPart(part)))
    .toSQL();
  return { id, ...part, select };
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
