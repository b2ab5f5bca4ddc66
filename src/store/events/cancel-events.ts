// Several arrangements are cancelled together or not at all, each as it was seen.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';
import { tellAll } from './change-events.ts';

/** Arrangements as they were seen: open ones are cancelled, drafts, which nobody has heard of, are deleted. */
export type Cancelling = {
  at: number;
  events: readonly { id: string; seen: number; state: 'open' | 'draft' }[];
} & Noted;

const allAsSeen = (list: string): string => `NOT EXISTS (SELECT 1 FROM json_each(${list}) o
  WHERE NOT EXISTS (SELECT 1 FROM events x WHERE x.id = o.value ->> '$[0]' AND x.changed_at = o.value ->> '$[1]'
    AND x.state = o.value ->> '$[2]'))`;

const ofAll = (state: string): string =>
  `JOIN events ev ON ev.id = ${at(0)} AND ev.state = '${state}' AND ${allAsSeen('?1')}`;

const idsOf = (state: string): string => `(SELECT ev.id FROM json_each(?1) e ${ofAll(state)})`;

/** What is as it was seen changes in the last but one of these, and drafts go in the last: each asks before the next. */
function cancelAll({ events, at: when }: Cancelling): Statement[] {
  const list = JSON.stringify(events.map(({ id, seen, state }) => [id, seen, state, when]));
  const token = events.map(({ id }) => id);
  return [
    { sql: tellAll(ofAll('open')), args: [list] },
    { sql: `DELETE FROM event_sessions WHERE event_id IN ${idsOf('draft')}`, args: [list] },
    {
      sql: `UPDATE events SET state = iif(state = 'draft', 'dropped', 'cancelled'), moves = moves + iif(state = 'open', 1, 0),
          changed_at = max(changed_at + 1, ${at(3)})
        FROM json_each(?1) e WHERE events.id = ${at(0)} AND ${allAsSeen('?1')} RETURNING events.id`,
      args: [list],
    },
    {
      sql: `DELETE FROM events WHERE state = 'dropped' AND id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(token)],
    },
  ];
}

/** Cancels all of them or none; whoever is in one, invited or in line has a telling to come. False where one was changed meanwhile. */
export const cancelEvents: Write<Cancelling, boolean> = noting(
  {
    name: 'cancel-events',
    statements: (items) => items.flatMap(cancelAll),
    outcomes: (items, results) => items.map(() => (results.at(-2)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ events }) => [JSON.stringify(events.map(({ id, seen, state }) => [id, seen, state]))],
    join: (list = '') => `WHERE ${allAsSeen(list)}`,
  },
);
