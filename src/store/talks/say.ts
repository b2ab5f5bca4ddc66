// What staff say in a conversation. Whoever wrote without having seen the newest loses, and nothing of theirs is written.
import type { Row } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import type { LedgerRow } from '../ledger.ts';
import { type Condition, insertIf } from '../rows.ts';
import { ledger } from '../schema/house.ts';
import { messages } from '../schema/messages.ts';
import { links } from '../schema/people.ts';
import { pageMessages } from '../schema/talks.ts';
import { type Party, SAID } from './parties.ts';

/** An SMS, or a message on the relative's page with the SMS or call that tells of it; and what waited and is answered by it. */
export type Saying = {
  party: Party;
  /** How much had been said when the writer looked. */
  seen: number;
  /** The number that must take SMS; empty when a person calls instead. */
  numberId: string;
  message: typeof messages.$inferInsert;
  page?: typeof pageMessages.$inferInsert;
  link?: typeof links.$inferInsert;
  /** Entries; one with `about` is written only while that still waits. */
  ledger: readonly { row: LedgerRow; about?: string }[];
  /** Ids of replies and page messages. */
  settles: readonly string[];
  at: number;
  by: string;
};

/** True for a number that takes SMS, of a relative who wants them. */
const TAKES_SMS = (relative: string, number: string): string => `EXISTS (SELECT 1 FROM numbers n
    WHERE n.id = ${number} AND n.stopped_at IS NULL AND n.wrong_at IS NULL AND n.landline = 0)
  AND NOT EXISTS (SELECT 1 FROM relatives r WHERE r.id = ${relative} AND (r.only_call = 1 OR r.number_id IS NOT ${number}))`;

const WAITS = (
  id: string,
): string => `(EXISTS (SELECT 1 FROM replies p WHERE p.id = ${id} AND p.status = 'waiting')
  OR EXISTS (SELECT 1 FROM page_messages g WHERE g.id = ${id} AND g.status = 'waiting'))`;

const nothingNew: Condition = {
  join: (relative = '', loose = '', seen = '', number = '', about = '') =>
    `WHERE ${SAID(relative, loose)} = ${seen} AND (${number} = '' OR (${TAKES_SMS(relative, number)}))
      AND (${about} = '' OR ${WAITS(about)})`,
};

const keysOf = ({ party, seen, numberId }: Saying, about = ''): (string | number)[] => [
  party.relativeId ?? '',
  party.loose,
  seen,
  numberId,
  about,
];

/** The very message of this writing: one that stands there from an earlier press has another seal. */
const isSaid: Condition = {
  join: (message, sealed) => `JOIN messages m ON m.id = ${message} AND m.text_sealed = ${sealed}`,
  verb: 'INSERT OR IGNORE',
};

const settle = (table: string, settled: string, { message, settles, at: when, by }: Saying): Statement => ({
  sql: `UPDATE ${table} SET status = 'answered', ${settled}_at = ?2, ${settled}_by = ?3
    WHERE id IN (SELECT value FROM json_each(?1)) AND status = 'waiting'
      AND EXISTS (SELECT 1 FROM messages m WHERE m.id = ?4 AND m.text_sealed = ?5)`,
  args: [JSON.stringify(settles), when, by, message.id, message.textSealed],
});

/** Whoever answers has the conversation, unless somebody has it already; what was put off is awake again. */
const take = ({ party, message, at: when, by }: Saying): Statement => ({
  sql: `INSERT INTO conversations (id, relative_id, number_id, assigned_to, changed_at)
    SELECT ?1, ?2, ?3, ?4, ?5 FROM messages m WHERE m.id = ?6 AND m.text_sealed = ?7
    ON CONFLICT (id) DO UPDATE SET assigned_to = COALESCE(assigned_to, excluded.assigned_to),
      snoozed_until = NULL, snoozed_at = NULL, changed_at = excluded.changed_at`,
  args: [
    party.id,
    party.relativeId,
    party.relativeId ? null : party.numberId,
    by,
    when,
    message.id,
    message.textSealed,
  ],
});

/** What stands there under this writing's id, by whom it was. */
const LOOK = `SELECT m.text_sealed AS text, g.text_sealed AS page FROM messages m
  LEFT JOIN page_messages g ON g.id = ? WHERE m.id = ? AND m.created_by = ?`;

const look = ({ message, page, by }: Saying): Statement => ({
  sql: LOOK,
  args: [page?.id ?? '', message.id, by],
});

/** `said` now, or `before` with the seal of the text that was said under the same id; undefined: not said. */
export type SayingOutcome = { said: 'now' } | { said: 'before'; textSealed: string } | undefined;

function outcomeOf({ message, page }: Saying, row: Row | undefined): SayingOutcome {
  if (!row) return undefined;
  if (row.text === message.textSealed) return { said: 'now' };
  return { said: 'before', textSealed: String(page ? row.page : row.text) };
}

function statementsOf(saying: Saying): Statement[] {
  const { message, page, link, ledger: entries } = saying;
  const own = [message.id, message.textSealed];
  const told = entries.map(({ row, about }) => ({ row, keys: keysOf(saying, about) }));
  return [
    ...insertIf(ledger, told, nothingNew),
    ...insertIf(messages, [{ row: message, keys: keysOf(saying) }], nothingNew),
    ...(page ? insertIf(pageMessages, [{ row: page, keys: own }], isSaid) : []),
    ...(link ? insertIf(links, [{ row: link, keys: own }], isSaid) : []),
    settle('replies', 'settled', saying),
    settle('page_messages', 'settled', saying),
    take(saying),
    look(saying),
  ];
}

/**
 * Says something, unless somebody else said something since the writer looked or the number takes no SMS any more: then
 * nothing is written. The same message pressed twice is said once.
 */
export const sayInConversation: Write<Saying, SayingOutcome> = {
  name: 'say-in-conversation',
  statements: (sayings) => sayings.flatMap(statementsOf),
  outcomes(sayings, results) {
    let last = -1;
    return sayings.map((saying) => {
      last += statementsOf(saying).length;
      return outcomeOf(saying, results[last]?.rows[0]);
    });
  },
  lookUp: async (client, saying) => outcomeOf(saying, (await client.execute(look(saying))).rows[0]),
};
