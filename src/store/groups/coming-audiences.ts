// Group messages that are still to be written, and whom they will be written to, page by page.
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { CHANNEL, type WhyNotValues, whyNotOf } from '../broadcasts/why-not.ts';
import type { Db } from '../open.ts';
import { circleInSight, inSight, type Sight } from '../people/sight.ts';
import { broadcastMembers, broadcasts } from '../schema/broadcasts.ts';
import { groups } from '../schema/groups.ts';
import { circles, numbers, relatives } from '../schema/people.ts';
import { type Membership, memberOf } from './members.ts';

/** The group messages that will go on by themselves, or when a person lets them, of groups in sight, the next first. */
export const listComing = ({ orm }: Db, sight: Sight, before: number, limit: number) =>
  orm
    .select({
      id: broadcasts.id,
      title: broadcasts.title,
      way: broadcasts.way,
      status: broadcasts.status,
      dueAt: broadcasts.dueAt,
      textsSealed: broadcasts.textsSealed,
      orderedIn: broadcasts.sight,
      filledTo: broadcasts.filledTo,
      groupId: broadcasts.groupId,
      rule: groups.rule,
    })
    .from(broadcasts)
    .innerJoin(groups, eq(groups.id, broadcasts.groupId))
    .where(
      and(
        inArray(broadcasts.status, ['scheduled', 'filling', 'running', 'paused', 'sampled']),
        or(isNull(broadcasts.dueAt), sql`${broadcasts.dueAt} < ${before}`),
        or(isNull(groups.unitId), circleInSight(sight, groups.unitId)),
      ),
    )
    .orderBy(asc(broadcasts.dueAt), asc(broadcasts.createdAt))
    .limit(limit);

export type Coming = Awaited<ReturnType<typeof listComing>>[number];

/** Who will get it: whoever is in the group now and in sight of whoever ordered it, or, once its members are written, who still waits. */
export type ComingAudience = { group: Membership; orderedIn: Sight } | { broadcastId: string };

const within = (audience: ComingAudience): SQL | undefined =>
  'group' in audience
    ? and(memberOf(audience.group), inSight(audience.orderedIn, relatives.id))
    : sql`exists (select 1 from ${broadcastMembers} w where w.broadcast_id = ${audience.broadcastId}
        and w.relative_id = ${relatives.id} and w.status = 'waiting')`;

/** A page of those of them in sight who will get it, by their ids after `after`: how they are reached. Who does not is told by what holds when it is written. */
export const listComingAudience = (
  { orm }: Db,
  audience: ComingAudience,
  values: WhyNotValues,
  { sight, after, limit }: { sight: Sight; after: string; limit: number },
) =>
  orm
    .select({
      id: relatives.id,
      numberId: relatives.numberId,
      channel: sql<string>`${sql.raw(CHANNEL)}`,
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(
      and(
        within(audience),
        isNull(relatives.mergedInto),
        sql`${sql.raw(whyNotOf(values))} is null`,
        inSight(sight, relatives.id),
        gt(relatives.id, after),
      ),
    )
    .orderBy(asc(relatives.id))
    .limit(limit);
