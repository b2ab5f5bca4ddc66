// Taking back what a group message has written and not sent: the message, what stands on the page for it, and the member's place.
import type { Statement } from '../lane.ts';

/** What has not left: SMS that wait, calls and letters to do. */
export const UNSENT = "('due', 'held', 'todo')";

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
