// What waits in a conversation is put away, or waits again; only as the one who does it saw it.
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import { wasNoted } from '../noting.ts';
import { type Condition, insertIf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { type Party, SAID } from './parties.ts';

/** Something waiting that is put away, or something settled that waits again. */
export type Settled = {
  party: Party;
  seen: number;
  from: 'waiting' | 'settled';
  ids: readonly string[];
  ledger: readonly { row: LedgerRow; about: string }[];
  at: number;
  by: string;
};

const FROM = { waiting: "status = 'waiting'", settled: "status IN ('answered', 'closed')" } as const;

const isAs = (from: Settled['from']): Condition => ({
  join: (relative = '', loose = '', seen = '', id = '') => `WHERE ${SAID(relative, loose)} = ${seen} AND (
      EXISTS (SELECT 1 FROM replies WHERE id = ${id} AND ${FROM[from]})
      OR EXISTS (SELECT 1 FROM page_messages WHERE id = ${id} AND ${FROM[from]}))`,
});

const SETS = {
  waiting: "status = 'closed', settled_at = :at, settled_by = :by",
  settled: "status = 'waiting', settled_at = NULL, settled_by = NULL",
} as const;

const move = (table: string, { party, seen, from, ids, at: when, by }: Settled): Statement => ({
  sql: `UPDATE ${table} SET ${SETS[from]} WHERE id IN (SELECT value FROM json_each(:ids)) AND ${FROM[from]}
    AND ${SAID(':relative', ':loose')} = :seen RETURNING id`,
  args: {
    ids: JSON.stringify(ids),
    relative: party.relativeId ?? '',
    loose: party.loose,
    seen,
    ...(from === 'waiting' ? { at: when, by } : {}),
  },
});

const moveStatements = (item: Settled): Statement[] => [
  ...insertIf(
    ledger,
    item.ledger.map(({ row, about }) => ({
      row,
      keys: [item.party.relativeId ?? '', item.party.loose, item.seen, about],
    })),
    isAs(item.from),
  ),
  move('replies', item),
  move('page_messages', item),
];

/** Puts what waits away, or lets what was settled wait again; false when nothing was as the caller saw it. */
export const settleConversation: Write<Settled, boolean> = {
  name: 'settle-conversation',
  statements: (items) => items.flatMap(moveStatements),
  outcomes(items, results) {
    let upTo = 0;
    return items.map((item) => {
      upTo += moveStatements(item).length;
      return results.slice(upTo - 2, upTo).some(({ rows }) => rows.length > 0);
    });
  },
  lookUp: (client, { ledger: entries }) => wasNoted(client, { ledger: entries.map(({ row }) => row) }),
};
