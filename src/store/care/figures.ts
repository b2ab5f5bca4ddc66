// The figures of a period, each by the index of its instants.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { circleInSight, inSight, type Sight } from '../people/sight.ts';

/** From an instant up to another, UTC ms. */
export type Period = { from: number; to: number };

/** Counselling of units in sight, and contacts with relatives in sight. */
export async function countContactFigures(
  { orm }: Db,
  sight: Sight,
  { from, to }: Period,
  minutes: number,
): Promise<{ staffConversations: number; conversations: number; relatives: number }> {
  const [row] = await orm.all<{ staffConversations: number; conversations: number; relatives: number }>(sql`
    select
      (select count(*) from counsellings s where s.at >= ${from} and s.at < ${to}
        and s.taken_back_at is null and ${circleInSight(sight, sql`s.unit_id`)}) as staffConversations,
      count(distinct case when c.minutes >= ${minutes} then c.id end) as conversations,
      count(distinct part.relative_id) as relatives
    from contacts c join contact_relatives part on part.contact_id = c.id
    where c.at >= ${from} and c.at < ${to} and ${inSight(sight, sql`part.relative_id`)}`);
  return row ?? { staffConversations: 0, conversations: 0, relatives: 0 };
}
