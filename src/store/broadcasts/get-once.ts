// Two records of one person in one group message, when they are merged.
import type { Statement } from '../lane.ts';
import { takeFromPage, UNSENT } from './take-back.ts';

/** What one has not got yet of a group message of which the other's stands so. */
const takeBackUnsent = (
  may: string,
  one: string,
  other: string,
  stands: string,
  args: NonNullable<Statement['args']>,
): Statement[] => {
  const which = `messages.relative_id = ${one} and exists (select 1 from messages o indexed by messages_relative
    where o.relative_id = ${other} and o.broadcast_id = messages.broadcast_id and o.status in (${stands})) and ${may}`;
  return [
    takeFromPage(which, args),
    {
      sql: `update messages set status = 'cancelled', reason = 'merged', link_sealed = null
            where messages.broadcast_id is not null and messages.status in ${UNSENT} and ${which}`,
      args,
    },
  ];
};

/**
 * Two records (?1 is kept, ?2 goes) become one in each group message, where `may` holds: what one of them has got the other
 * gets no more. Of two that were written and have not left one is taken back.
 */
export const getOnce = (args: NonNullable<Statement['args']>, may: string): Statement[] => [
  ...takeBackUnsent(may, '?1', '?2', "'done', 'sending', 'unknown', 'sent', 'delivered'", args),
  ...takeBackUnsent(
    may,
    '?2',
    '?1',
    "'due', 'held', 'todo', 'done', 'sending', 'unknown', 'sent', 'delivered'",
    args,
  ),
  {
    sql: `update broadcast_members set status = other.status, why = other.why, tries = max(broadcast_members.tries, other.tries)
          from broadcast_members other
          where other.relative_id = ?2 and ${may} and broadcast_members.relative_id = ?1
            and broadcast_members.broadcast_id = other.broadcast_id
            and ((broadcast_members.status <> 'composed' and other.status = 'composed')
              or (broadcast_members.status = 'left-out' and other.status = 'waiting'))`,
    args,
  },
];
