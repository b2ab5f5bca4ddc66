// Taking back what a group message has written and not sent: the message, what stands on the page for it, and the member's place.
import type { Statement } from '../lane.ts';

/** What has not left: SMS that wait, calls and letters to do. */
export const UNSENT = "('due', 'held', 'todo')";

/** What ended without arriving: it failed, or was taken back. */
export const OVER = "('failed', 'undelivered', 'expired', 'cancelled')";

const taken = (which: string): string =>
  `messages.broadcast_id IS NOT NULL AND messages.status IN ${UNSENT} AND ${which}`;

/** Removes from the page what belongs to unsent messages where `which` holds; of one that was tried nobody knows for certain that it never left. */
export const takeFromPage = (which: string, args: NonNullable<Statement['args']>): Statement => ({
  sql: `DELETE FROM page_messages WHERE id IN (SELECT 'p.' || messages.id FROM messages
    WHERE ${taken(which)} AND messages.attempts = 0)`,
  args,
});

/**
 * Takes back what has not left of group messages where `which`, a condition on messages, holds; the member is left out, and
 * `why`, one of the reasons of why-not.ts, stands with both.
 */
export const takeBack = (which: string, why: string, args: NonNullable<Statement['args']>): Statement[] => [
  {
    sql: `UPDATE broadcast_members SET status = 'left-out', why = '${why}' FROM messages
      WHERE ${taken(which)} AND broadcast_members.broadcast_id = messages.broadcast_id
        AND broadcast_members.relative_id = messages.relative_id AND +broadcast_members.status = 'composed'`,
    args,
  },
  takeFromPage(which, args),
  {
    sql: `UPDATE messages SET status = 'cancelled', reason = '${why}', link_sealed = NULL WHERE ${taken(which)}`,
    args,
  },
];

/** Left out by their claim, since they did not get it any more when it was to leave; not whose other record got it. */
const LEFT_BEHIND = `m.broadcast_id = ?1 AND m.status = 'cancelled'
  AND m.reason IN ('circle-held', 'minor', 'left-group', 'quiet', 'had-one', 'no-number', 'no-consent')
  AND NOT EXISTS (SELECT 1 FROM messages x INDEXED BY messages_relative WHERE x.relative_id = m.relative_id
    AND x.broadcast_id = m.broadcast_id AND x.status NOT IN ${OVER})`;

/** What a claim took back of a broadcast is on no page, and its member is left out. */
export const followClaims = (id: string): Statement[] => [
  {
    sql: `DELETE FROM page_messages WHERE id IN (SELECT 'p.' || m.id FROM messages m INDEXED BY messages_broadcast
      WHERE ${LEFT_BEHIND} AND m.attempts = 0)`,
    args: [id],
  },
  {
    sql: `UPDATE broadcast_members SET status = 'left-out', why = m.reason FROM messages m INDEXED BY messages_broadcast
      WHERE ${LEFT_BEHIND} AND broadcast_members.broadcast_id = m.broadcast_id
        AND broadcast_members.relative_id = m.relative_id AND +broadcast_members.status = 'composed'`,
    args: [id],
  },
];

/** What earlier tries put on the page makes room for what these messages (id, sealed text) put there: nobody reads it twice. */
export const replaceOnPage = (written: readonly string[][]): Statement[] =>
  written.length === 0
    ? []
    : [
        {
          sql: `DELETE FROM page_messages WHERE id IN (SELECT 'p.' || f.id FROM json_each(?) e
            CROSS JOIN messages x ON x.id = e.value ->> 0 AND x.text_sealed = e.value ->> 1
            CROSS JOIN messages f INDEXED BY messages_relative
              ON f.relative_id = x.relative_id AND f.broadcast_id = x.broadcast_id AND f.id <> x.id)`,
          args: [JSON.stringify(written)],
        },
      ];
