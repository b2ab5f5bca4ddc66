// Who would be told of what happens to several arrangements.
import { sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { TOLD_BY } from './attendance-lists.ts';

/** How many would be told in each of these arrangements, by how they are reached; `channel` null is who is told by staff. */
export const countToTellOf = ({ orm }: Db, eventIds: readonly string[]) =>
  orm.all<{ eventId: string; state: string; channel: string | null; count: number }>(sql`
    select a.event_id as eventId, a.state, ${TOLD_BY} as channel, count(*) as count
    from attendances a left join relatives r on r.id = a.relative_id
    where a.event_id in (select value from json_each(${JSON.stringify(eventIds)}))
      and a.state in ('invited', 'yes', 'waiting')
    group by 1, 2, 3`);
