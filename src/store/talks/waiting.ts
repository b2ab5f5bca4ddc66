// What waits for a person, by conversation: SMS and page messages together, the oldest first.
import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { inSight, numberInSight, type Sight } from '../people/sight.ts';
import { conversationOf } from './parties.ts';

/** One thing that waits, without its words. `talk` is its conversation. */
export type WaitingItem = {
  id: string;
  kind: 'sms' | 'page';
  talk: string;
  relativeId: string | null;
  at: number;
  meaning: string;
  assignedTo: string | null;
  snoozedUntil: number | null;
  snoozedAt: number | null;
};

const smsThatWait = (sight: Sight, most: number): SQL => sql`select p.id, 'sms' as kind,
    ${conversationOf(sql`p.relative_id`, sql`p.number_id`)} as talk, p.received_at as at, p.meaning
  from replies p where p.status = 'waiting' and ${numberInSight(sight, sql`p.relative_id`, sql`p.number_id`)}
  order by p.received_at limit ${most}`;

const pagesThatWait = (sight: Sight, most: number): SQL => sql`select g.id, 'page' as kind,
    g.relative_id as talk, g.at, g.meaning
  from page_messages g where g.status = 'waiting' and ${inSight(sight, sql`g.relative_id`)}
  order by g.at limit ${most}`;

/** At most so many SMS and so many page messages that wait, those that have waited longest, in no order. */
export const listWaitingItems = (
  { orm }: Pick<Db, 'orm'>,
  most: number,
  sight: Sight,
): Promise<WaitingItem[]> =>
  orm.all<WaitingItem>(sql`select waiting.id, waiting.kind, waiting.talk, r.id as "relativeId", waiting.at, waiting.meaning,
      c.assigned_to as "assignedTo", c.snoozed_until as "snoozedUntil", c.snoozed_at as "snoozedAt"
    from (select * from (${smsThatWait(sight, most)}) union all select * from (${pagesThatWait(sight, most)})) waiting
    left join conversations c on c.id = waiting.talk left join relatives r on r.id = waiting.talk`);

/** A sealed text with the row and column it opens at. */
export type SealedText = { id: string; kind: 'sms' | 'page'; textSealed: string };

/** The words of things that wait, by their ids. */
export const listWaitingTexts = ({ orm }: Db, ids: readonly string[]): Promise<SealedText[]> =>
  orm.all<SealedText>(sql`with wanted(id) as (select value from json_each(${JSON.stringify(ids)}))
    select p.id, 'sms' as kind, p.text_sealed as "textSealed" from wanted join replies p on p.id = wanted.id
    union all
    select g.id, 'page', g.text_sealed from wanted join page_messages g on g.id = wanted.id`);

/** The sealed names of relatives, by their ids. */
export const listSealedNames = ({ orm }: Db, ids: readonly string[]) =>
  orm.all<{ id: string; nameSealed: string }>(sql`select r.id, r.name_sealed as "nameSealed"
    from json_each(${JSON.stringify(ids)}) e join relatives r on r.id = e.value`);
