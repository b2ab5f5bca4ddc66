// What a received SMS led to, committed together and only once: everything is conditional on the inbox row being still new.

import { unlessClosed } from '../journeys/why-not.ts';
import type { Statement, Write } from '../lane.ts';
import { type NumberNote, noteNumber } from '../people/numbers.ts';
import { at, type Condition, insertIf, placeOf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { alerts, messages } from '../schema/messages.ts';

type Message = typeof messages.$inferInsert;

export type InboundRows = {
  reply: string;
  status: 'handled' | 'waiting';
  relativeId?: string;
  note?: NumberNote;
  messages: Message[];
  /** Is written only when none was since that instant: the automatic answer to a number goes out at most so often. */
  autoAnswer?: { message: Message; unlessSince: number };
  alerts: (typeof alerts.$inferInsert)[];
  ledger: (typeof ledger.$inferInsert)[];
};

const isNew: Condition = { join: (reply) => `JOIN replies p ON p.id = ${reply} AND p.status = 'new'` };

const isAnswer: Condition = {
  join: (reply) => `${isNew.join(reply)} JOIN numbers n ON n.id = ${placeOf(messages, 'numberId')}`,
  override: unlessClosed,
};

const isSeldom: Condition = {
  ...isAnswer,
  join: (reply, since) =>
    `${isAnswer.join(reply)} AND (n.auto_answered_at IS NULL OR n.auto_answered_at <= ${since})`,
};

function answerSeldom(all: readonly InboundRows[]): Statement[] {
  const answers = all.flatMap(({ reply, autoAnswer }) =>
    autoAnswer ? [{ row: autoAnswer.message, keys: [reply, autoAnswer.unlessSince] }] : [],
  );
  if (answers.length === 0) return [];
  const ids = JSON.stringify(answers.map(({ row }) => row.id));
  return [
    ...insertIf(messages, answers, isSeldom),
    {
      sql: `UPDATE numbers SET auto_answered_at = m.created_at FROM json_each(?) e JOIN messages m ON m.id = e.value
        WHERE numbers.id = m.number_id`,
      args: [ids],
    },
  ];
}

const ANSWERS_WITHIN_MS = 7 * 24 * 3_600_000;
/** The relative's hours may have put a message off by so long. */
const COMPOSED_WITHIN_MS = 2 * ANSWERS_WITHIN_MS;

/** The newest group message that left to the number within a week: an SMS that no journey took may answer it. */
const ANSWERED = `(SELECT m.broadcast_id FROM relatives r JOIN messages m INDEXED BY messages_relative ON m.relative_id = r.id
  WHERE r.number_id = replies.number_id AND m.created_at > replies.received_at - ${COMPOSED_WITHIN_MS}
    AND m.broadcast_id IS NOT NULL AND m.number_id = replies.number_id
    AND m.sent_at BETWEEN replies.received_at - ${ANSWERS_WITHIN_MS} AND replies.received_at
  ORDER BY m.sent_at DESC LIMIT 1)`;

const consume = (all: readonly InboundRows[]): Statement => ({
  sql: `UPDATE replies SET status = ${at(1)}, relative_id = COALESCE(${at(2)}, relative_id), broadcast_id = ${ANSWERED}
    FROM json_each(?) e WHERE replies.id = ${at(0)} AND replies.status = 'new' RETURNING replies.id`,
  args: [JSON.stringify(all.map((i) => [i.reply, i.status, i.relativeId ?? null]))],
});

const of = <R>(all: readonly InboundRows[], pick: (i: InboundRows) => readonly R[]) =>
  all.flatMap((i) => pick(i).map((row) => ({ row, keys: [i.reply] })));

/** Settles received SMS with the messages, alerts, ledger entries and notes they led to; true for each that was still new. */
export const settleInbound: Write<InboundRows, boolean> = {
  name: 'settle-inbound',
  statements: (all) => [
    ...all.flatMap((i) => (i.note ? noteNumber(i.note, i.reply) : [])),
    ...insertIf(
      messages,
      of(all, (i) => i.messages),
      isAnswer,
    ),
    ...answerSeldom(all),
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
