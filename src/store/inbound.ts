// What a received SMS led to, committed together and only once: everything is conditional on the inbox row being still new.
import type { Statement, Write } from './lane.ts';
import { type NumberNote, noteNumbers } from './numbers.ts';
import { at, type Condition, insertIf } from './rows.ts';
import { ledger } from './schema/house.ts';
import { alerts, messages } from './schema/messages.ts';

export type InboundRows = {
  reply: string;
  status: 'handled' | 'waiting';
  relativeId?: string;
  note?: NumberNote;
  messages: (typeof messages.$inferInsert)[];
  alerts: (typeof alerts.$inferInsert)[];
  ledger: (typeof ledger.$inferInsert)[];
};

const isNew: Condition = { join: (reply) => `JOIN replies p ON p.id = ${reply} AND p.status = 'new'` };

const consume = (all: readonly InboundRows[]): Statement => ({
  sql: `UPDATE replies SET status = ${at(1)}, relative_id = COALESCE(${at(2)}, relative_id)
    FROM json_each(?) e WHERE replies.id = ${at(0)} AND replies.status = 'new' RETURNING replies.id`,
  args: [JSON.stringify(all.map((i) => [i.reply, i.status, i.relativeId ?? null]))],
});

const of = <R>(all: readonly InboundRows[], pick: (i: InboundRows) => readonly R[]) =>
  all.flatMap((i) => pick(i).map((row) => ({ row, keys: [i.reply] })));

/** Settles received SMS with the messages, alerts, ledger entries and notes they led to; true for each that was still new. */
export const settleInbound: Write<InboundRows, boolean> = {
  name: 'settle-inbound',
  statements: (all) => [
    ...noteNumbers.statements(all.flatMap((i) => (i.note ? [i.note] : []))),
    ...insertIf(
      messages,
      of(all, (i) => i.messages),
      isNew,
    ),
    ...insertIf(
      alerts,
      of(all, (i) => i.alerts),
      isNew,
    ),
    ...insertIf(
      ledger,
      of(all, (i) => i.ledger),
      isNew,
    ),
    consume(all),
  ],
  outcomes(all, results) {
    const settled = new Set(results.at(-1)?.rows.map((row) => row.id));
    return all.map((i) => settled.has(i.reply));
  },
};
