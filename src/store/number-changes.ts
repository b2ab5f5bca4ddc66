import type { Write } from './lane.ts';
import { insertNumbers, markShared, type NumberInsert, type Registered } from './new-relatives.ts';
import { type Noted, noting } from './noting.ts';

/** A relative's new number; `shared` when someone has confirmed that others read it too. */
export type NumberChange = {
  relativeId: string;
  number: NumberInsert;
  shared: boolean;
  channel: string;
} & Noted;

/** Moves a relative and the messages that have not left to another number, in one go; receipts stay with the phone that asked, and nothing follows to a number that is stopped. */
export const changeRelativeNumber: Write<NumberChange, Registered> = noting(
  {
    name: 'change-relative-number',
    statements(items) {
      const json = JSON.stringify(items);
      return [
        {
          sql: `update relatives set number_id = asked.number_id, channel = asked.channel
                from (select value->>'relativeId' as relative_id, value->>'$.number.id' as number_id,
                             value->>'channel' as channel, value->>'shared' as shared,
                             row_number() over (partition by value->>'$.number.id' order by key) as nth
                      from json_each(?)) as asked
                where relatives.id = asked.relative_id
                  and (asked.shared = 1 or (asked.nth = 1 and not exists (
                    select 1 from relatives r where r.number_id = asked.number_id and r.id <> asked.relative_id)))
                returning id`,
          args: [json],
        },
        ...insertNumbers(items),
        {
          sql: `update messages set number_id = r.number_id from relatives r
                where r.id = messages.relative_id and messages.status in ('due', 'held')
                  and messages.purpose <> 'receipt'
                  and messages.relative_id in (select value->>'relativeId' from json_each(?))`,
          args: [json],
        },
        {
          sql: `update messages set status = 'cancelled', reason = 'stopped' from numbers n
                where n.id = messages.number_id and (n.stopped_at is not null or n.wrong_at is not null)
                  and messages.status in ('due', 'held') and messages.purpose <> 'receipt'
                  and messages.relative_id in (select value->>'relativeId' from json_each(?))`,
          args: [json],
        },
        markShared(items),
      ];
    },
    outcomes(items, [changed]) {
      const ids = new Set(changed?.rows.map((row) => row.id));
      return items.map((item) => (ids.has(item.relativeId) ? 'done' : 'taken'));
    },
  },
  {
    keys: ({ relativeId, number, shared }) => [relativeId, number.id, shared ? 1 : 0],
    join: (relative, number, shared) => `where ${shared} = 1
      or not exists (select 1 from relatives r where r.number_id = ${number} and r.id <> ${relative})`,
  },
);
