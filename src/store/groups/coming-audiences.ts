// Group messages that are still to be written, and whom they will be written to, page by page.
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
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

/** Who will get it: whoever is in the group now, or, once its members are being written, who still waits. */
export type ComingAudience = { group: Membership } | { broadcastId: string };

const within = (audience: ComingAudience): SQL | undefined =>
  'group' in audience
    ? memberOf(audience.group)
    : sql`exists (select 1 from ${broadcastMembers} w where w.broadcast_id = ${audience.broadcastId}
        and w.relative_id = ${relatives.id} and w.status = 'waiting')`;

/** A page of them in sight, by their ids after `after`: how they are reached, and whether an SMS can leave to their number. */
export const listComingAudience = (
  { orm }: Db,
  audience: ComingAudience,
  { sight, after, limit }: { sight: Sight; after: string; limit: number },
) =>
  orm
    .select({
      id: relatives.id,
      numberId: relatives.numberId,
      channel: sql<string>`iif(${relatives.onlyCall} = 1, 'ring', ${relatives.channel})`,
      takesSms: sql<number>`${numbers.id} is not null and ${numbers.stoppedAt} is null and ${numbers.wrongAt} is null
        and ${numbers.landline} = 0`,
    })
    .from(relatives)
    .innerJoin(circles, eq(circles.id, relatives.circleId))
    .leftJoin(numbers, eq(numbers.id, relatives.numberId))
    .where(
      and(
        within(audience),
        isNull(relatives.mergedInto),
        eq(circles.state, 'alive'),
        eq(relatives.minor, 0),
        inSight(sight, relatives.id),
        gt(relatives.id, after),
      ),
    )
    .orderBy(asc(relatives.id))
    .limit(limit);
