// Members of a broadcast who wait, page by page: each gets a message or is left out, in one conditional write.
import type { Row } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at, type Condition, type Conditional, insertIf, placeOf } from '../rows.ts';
import { messages } from '../schema/messages.ts';
import { links } from '../schema/people.ts';
import { pageMessages } from '../schema/talks.ts';
import { followClaims, replaceOnPage } from './take-back.ts';
import { CHANNEL, type WhyNotValues, whyNot, whyNotOf } from './why-not.ts';

/** One who waits, with all that a message to them depends on; `why` when they do not get it. */
export type WaitingMember = {
  id: string;
  tries: number;
  numberId: string | null;
  tiltaleSealed: string;
  language: string;
  relation: string;
  area: string;
  channel: string;
  hours: { from: number; to: number } | undefined;
  unitName: string;
  advisorId: string | null;
  why: string | null;
};

const toMember = (row: Row): WaitingMember => ({
  id: String(row.id),
  tries: Number(row.tries),
  numberId: row.number_id === null ? null : String(row.number_id),
  tiltaleSealed: String(row.tiltale_sealed),
  language: String(row.language),
  relation: String(row.relation),
  area: String(row.area),
  channel: String(row.channel),
  hours:
    row.hours_from === null || row.hours_to === null
      ? undefined
      : { from: Number(row.hours_from), to: Number(row.hours_to) },
  unitName: row.unit_name === null ? '' : String(row.unit_name),
  advisorId: row.advisor_id === null ? null : String(row.advisor_id),
  why: row.why === null ? null : String(row.why),
});

/** The next members who wait, from the first or from the last that was written. */
export async function listWaiting(
  { client }: Db,
  values: WhyNotValues,
  limit: number,
  from: 'first' | 'last' = 'first',
): Promise<WaitingMember[]> {
  const found = await client.execute({
    sql: `SELECT m.relative_id AS id, m.tries, relatives.number_id, relatives.tiltale_sealed, relatives.language,
        relatives.relation, relatives.area, relatives.hours_from, relatives.hours_to, relatives.advisor_id,
        ${CHANNEL} AS channel, units.name AS unit_name, ${whyNotOf(values)} AS why
      FROM (SELECT * FROM broadcast_members INDEXED BY broadcast_members_status
          WHERE broadcast_id = ? AND status = 'waiting' AND why IS NULL
          ORDER BY rowid ${from === 'first' ? 'ASC' : 'DESC'} LIMIT ?) m
        JOIN relatives ON relatives.id = m.relative_id JOIN circles ON circles.id = relatives.circle_id
        LEFT JOIN numbers ON numbers.id = relatives.number_id LEFT JOIN units ON units.id = circles.unit_id`,
    args: [values.broadcast, limit],
  });
  return found.rows.map(toMember);
}

/** How many broadcast messages of a sender are due and have not left, at most `most`. */
export async function countAhead(
  { client }: Db,
  sender: 'name' | 'number',
  now: number,
  most: number,
): Promise<number> {
  const found = await client.execute({
    sql: `SELECT count(*) AS count FROM (SELECT 1 FROM messages INDEXED BY messages_due
      WHERE status = 'due' AND retry_at IS NULL AND sender = ? AND lane = 2 AND due_at <= ? LIMIT ?)`,
    args: [sender, now, most],
  });
  return Number(found.rows[0]?.count ?? 0);
}

/** How many members of a broadcast a message was composed for. */
export async function countComposed({ client }: Db, id: string): Promise<number> {
  const found = await client.execute({
    sql: `SELECT count(*) AS count FROM broadcast_members INDEXED BY broadcast_members_status
      WHERE broadcast_id = ? AND status = 'composed'`,
    args: [id],
  });
  return Number(found.rows[0]?.count ?? 0);
}

/** The message to one member, with what stands on their page and the link there. */
export type ComposedFor = {
  relativeId: string;
  tries: number;
  numberId: string | null;
  message: typeof messages.$inferInsert;
  page?: typeof pageMessages.$inferInsert;
  link?: typeof links.$inferInsert;
};

export type ComposedPage = {
  values: WhyNotValues;
  composed: readonly ComposedFor[];
  leftOut: readonly { relativeId: string; why: string }[];
};

const COMPOSED = (broadcast: string): string => `(SELECT count(*) FROM broadcast_members done
  INDEXED BY broadcast_members_status WHERE done.broadcast_id = ${broadcast} AND done.status = 'composed')`;

/** Still waits in a broadcast that runs and has room for this page in its sample, and still gets it, in this way. */
const stillGets: Condition = {
  join: (
    relative = '',
    tries = '',
    number = '',
    broadcast = '',
    now = '',
    dayBegan = '',
    languages = '',
    asksConsent = '',
    size = '',
  ) =>
    `JOIN broadcasts b ON b.id = ${broadcast} AND b.status = 'running'
        AND (b.sample IS NULL OR ${COMPOSED('b.id')} + ${size} <= b.sample)
      JOIN broadcast_members w ON w.broadcast_id = b.id AND w.relative_id = ${relative} AND +w.status = 'waiting'
        AND w.tries = ${tries}
      JOIN relatives ON relatives.id = w.relative_id AND relatives.merged_into IS NULL
        AND relatives.number_id IS ${number} AND ${CHANNEL} = ${placeOf(messages, 'channel')}
      JOIN circles ON circles.id = relatives.circle_id LEFT JOIN numbers ON numbers.id = relatives.number_id
      WHERE ${whyNot({ broadcast, now, dayBegan, languages, asksConsent })} IS NULL`,
};

const isWritten: Condition = {
  join: (message, sealed) => `JOIN messages x ON x.id = ${message} AND x.text_sealed = ${sealed}`,
  verb: 'INSERT OR IGNORE',
};

const gettersOf = ({ values, composed }: ComposedPage): Conditional<typeof messages.$inferInsert>[] =>
  composed.map(({ relativeId, tries, numberId, message }) => ({
    row: message,
    keys: [
      relativeId,
      tries,
      numberId,
      values.broadcast,
      values.now,
      values.dayBegan,
      JSON.stringify(values.languages),
      values.asksConsent ? 1 : 0,
      composed.length,
    ],
  }));

const own = ({ message }: ComposedFor): string[] => [message.id, message.textSealed];

/** The members of a page who wait, each found by its key: the plus and the order of the join keep from walking through all who wait. */
const NAMED = `SELECT w.rowid FROM json_each(?1) e CROSS JOIN broadcast_members w
  ON w.broadcast_id = ?2 AND w.relative_id = ${at(0)} AND +w.status = 'waiting'`;

function settle({ values: { broadcast, now }, composed, leftOut }: ComposedPage): Statement[] {
  const written = composed.map(({ relativeId, tries, message }) => [relativeId, message.id, tries]);
  return [
    {
      sql: `UPDATE broadcast_members SET status = 'composed' WHERE rowid IN (${NAMED} AND w.tries = ${at(2)}
        AND EXISTS (SELECT 1 FROM messages x WHERE x.id = ${at(1)})) RETURNING relative_id`,
      args: [JSON.stringify(written), broadcast],
    },
    {
      sql: `UPDATE broadcast_members SET status = 'left-out',
          why = (SELECT ${at(1)} FROM json_each(?1) e WHERE ${at(0)} = broadcast_members.relative_id)
        WHERE rowid IN (${NAMED}) AND EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = ?2 AND b.status = 'running')
        RETURNING relative_id`,
      args: [JSON.stringify(leftOut.map(({ relativeId, why }) => [relativeId, why])), broadcast],
    },
    {
      sql: `UPDATE broadcasts SET status = 'sampled', changed_at = max(changed_at + 1, ?2)
        WHERE id = ?1 AND status = 'running' AND sample IS NOT NULL AND ${COMPOSED('broadcasts.id')} >= sample
          AND EXISTS (SELECT 1 FROM broadcast_members m WHERE m.broadcast_id = ?1 AND m.status = 'waiting') RETURNING id`,
      args: [broadcast, now],
    },
  ];
}

const statementsOf = (page: ComposedPage): Statement[] => [
  ...insertIf(messages, gettersOf(page), { ...stillGets, verb: 'INSERT OR IGNORE' }),
  ...insertIf(
    pageMessages,
    page.composed.flatMap((one) => (one.page ? [{ row: one.page, keys: own(one) }] : [])),
    isWritten,
  ),
  ...insertIf(
    links,
    page.composed.flatMap((one) => (one.link ? [{ row: one.link, keys: own(one) }] : [])),
    isWritten,
  ),
  ...replaceOnPage(page.composed.flatMap((one) => (one.tries > 0 && one.page ? [own(one)] : []))),
  ...settle(page),
];

/** How many of a page were composed and left out by this write, and whether the sample is complete with it. */
export type ComposedOutcome = { composed: number; leftOut: number; sampled: boolean };

/**
 * Writes the messages of a page, each only while the broadcast runs and its member still waits and still gets it: whoever
 * said STOP, was held or changed meanwhile waits to be looked at again. Done twice it is done once.
 */
export const composePage: Write<ComposedPage, ComposedOutcome> = {
  name: 'compose-page',
  statements: (pages) => pages.flatMap(statementsOf),
  outcomes(pages, results) {
    let last = -1;
    return pages.map((page) => {
      last += statementsOf(page).length;
      return {
        composed: results[last - 2]?.rows.length ?? 0,
        leftOut: results[last - 1]?.rows.length ?? 0,
        sampled: (results[last]?.rows.length ?? 0) > 0,
      };
    });
  },
};

/** Ends broadcasts of which nobody waits and nothing is under way any more; true for each that ended by it. */
export const endBroadcasts: Write<{ id: string; at: number }, boolean> = {
  name: 'end-broadcasts',
  statements: (items) =>
    items.flatMap(({ id, at: when }) => [
      ...followClaims(id),
      {
        sql: `UPDATE broadcasts SET status = 'done', ended_at = ?2, changed_at = max(changed_at + 1, ?2)
        WHERE id = ?1 AND status = 'running'
          AND NOT EXISTS (SELECT 1 FROM broadcast_members m WHERE m.broadcast_id = ?1 AND m.status = 'waiting')
          AND NOT EXISTS (SELECT 1 FROM messages m INDEXED BY messages_broadcast
            WHERE m.broadcast_id = ?1 AND m.status IN ('due', 'sending', 'unknown')) RETURNING id`,
        args: [id, when],
      },
    ]),
  outcomes: (items, results) => items.map((_, i) => (results[3 * i + 2]?.rows.length ?? 0) > 0),
};
