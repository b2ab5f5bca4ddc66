import type { MessageRow } from '../journeys/turns.ts';
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { type Condition, insertIf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { messages } from '../schema/messages.ts';
import { numbers } from '../schema/people.ts';
import {
  callLandlines,
  markShared,
  type NumberInsert,
  noteKinds,
  type Registered,
  type TelephoneKind,
} from './new-relatives.ts';

/** A relative's new number; `shared` when someone has confirmed that others read it too. */
export type NumberChange = {
  relativeId: string;
  number: NumberInsert;
  shared: boolean;
  channel: string;
  kind?: TelephoneKind;
  /** What stood there when the writer looked, as `numberSeen` tells it; whatever stands there when absent. */
  seen?: string;
  /** What the number that is left is told, and the entry that says so. */
  notice?: { message: MessageRow; entry: LedgerRow };
} & Noted;

/** What became of it: `changed` when the number or how the relative is reached was changed meanwhile. */
export type NumberOutcome = Registered | 'changed';

/** How a relative is reached, as a writer carries it on. */
export const numberSeen = (
  relative: { numberId: string | null; channel: string },
  number: { landline: number } | null,
): string => `${relative.numberId ?? ''}.${relative.channel}.${number?.landline ?? 0}`;

const AS_SEEN = (relative: string, seen: string): string => `(${seen} is null or ${seen} =
  coalesce(${relative}.number_id, '') || '.' || ${relative}.channel || '.' ||
  coalesce((select landline from numbers where id = ${relative}.number_id), 0))`;

/** A number may be taken when nobody else has it, or when it is confirmed that they share it. */
const mayTake = (relative: string, number: string, shared: string): string =>
  `(${shared} = 1 or not exists (select 1 from relatives r where r.number_id = ${number} and r.id <> ${relative}))`;

const asked = (name: string): string => `e.value ->> '$.${name}'`;
const MAY_TAKE = mayTake(asked('relativeId'), asked('number.id'), asked('shared'));

/** Marks the channel of a relative whose number is being changed: never to be seen outside the commit. */
const MARK = '*';

/** Before they leave it: the old number is told, unless no SMS reaches it or nobody may write there any more. */
function tellOld(items: readonly NumberChange[]): Statement[] {
  const left: Condition = {
    join: (
      relative,
      from,
      to,
      shared,
      seen = '',
    ) => `JOIN relatives m ON m.id = ${relative} AND m.number_id = ${from}
        AND ${AS_SEEN('m', seen)}
      JOIN numbers n ON n.id = ${from} AND n.stopped_at IS NULL AND n.wrong_at IS NULL AND n.landline = 0
      WHERE ${mayTake(relative, to, shared)}`,
  };
  const told = items.flatMap(({ relativeId, number, shared, notice, seen }) =>
    notice
      ? [
          {
            notice,
            keys: [relativeId, String(notice.message.numberId), number.id, shared ? 1 : 0, seen ?? null],
          },
        ]
      : [],
  );
  return [
    ...insertIf(
      messages,
      told.map(({ notice, keys }) => ({ row: notice.message, keys })),
      left,
    ),
    ...insertIf(
      ledger,
      told.map(({ notice, keys }) => ({ row: notice.entry, keys })),
      left,
    ),
  ];
}

/** Before they leave it: a phone that only one other reads is shared no more. */
const unshare = (json: string): Statement => ({
  sql: `update numbers set shared = 0 from json_each(?) e join relatives m on m.id = ${asked('relativeId')}
        where numbers.id = m.number_id and numbers.shared = 1 and numbers.id <> ${asked('number.id')} and ${MAY_TAKE}
          and ${AS_SEEN('m', asked('seen'))}
          and (select count(*) from relatives o where o.number_id = numbers.id) <= 2`,
  args: [json],
});

/** True of a relative whose change took, while it is under way. */
const isMarked = {
  where: (relative: string): string => `substr(${relative}.channel, 1, ${MARK.length}) = '${MARK}'`,
  join: (id: string): string => `join relatives m on m.id = ${id} and ${isMarked.where('m')}`,
};

/** Moves a relative and the messages that have not left to another number, in one go; receipts stay with the phone that asked, and nothing follows to a number that is stopped. */
export const changeRelativeNumber: Write<NumberChange, NumberOutcome> = noting(
  {
    name: 'change-relative-number',
    statements(items) {
      const json = JSON.stringify(items);
      return [
        ...tellOld(items),
        unshare(json),
        {
          sql: `update relatives set number_id = ${asked('number.id')}, channel = '${MARK}' || (${asked('channel')})
                from json_each(?) e where relatives.id = ${asked('relativeId')} and ${MAY_TAKE}
                  and ${AS_SEEN('relatives', asked('seen'))} returning id`,
          args: [json],
        },
        ...insertIf(
          numbers,
          items.map(({ relativeId, number }) => ({ row: number, keys: [relativeId] })),
          { ...isMarked, verb: 'INSERT OR IGNORE' },
        ),
        ...noteKinds(items, isMarked.where),
        {
          sql: `update relatives set channel = substr(channel, ${MARK.length + 1}) from json_each(?) e
                where relatives.id = ${asked('relativeId')} and ${isMarked.where('relatives')}`,
          args: [json],
        },
        callLandlines(items),
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
        {
          sql: `select m.id from json_each(?) e join relatives m on m.id = ${asked('relativeId')}
                and ${AS_SEEN('m', asked('seen'))}`,
          args: [json],
        },
      ];
    },
    outcomes(items, results) {
      const changed = results[tellOld(items).length + 1];
      const ids = new Set(changed?.rows.map((row) => row.id));
      const seen = new Set(results.at(-1)?.rows.map((row) => row.id));
      const refused = (id: string) => (seen.has(id) ? 'taken' : 'changed');
      return items.map(({ relativeId: id }) => (ids.has(id) ? 'done' : refused(id)));
    },
    lookUp: async (client, change) => ((await wasNoted(client, change)) ? 'done' : undefined),
  },
  {
    keys: ({ relativeId, number, shared, seen }) => [relativeId, number.id, shared ? 1 : 0, seen ?? ''],
    join: (relative, number, shared, seen) => `join relatives m on m.id = ${relative}
      and ${AS_SEEN('m', `nullif(${seen}, '')`)} where ${mayTake(relative, number, shared)}`,
  },
);
