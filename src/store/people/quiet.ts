import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';

/** Until when a relative wants no group messages, UTC ms; null is not any more. */
export type Quiet = { relativeId: string; until: number | null } & Noted;

/** Notes it, and takes back what has not left of group messages; false where there is no such relative, or it is so already. */
export const quietRelatives: Write<Quiet, boolean> = noting(
  {
    name: 'quiet-relatives',
    statements: (items) => [
      {
        sql: `UPDATE relatives SET quiet_until = ${at(1)} FROM json_each(?) e
          WHERE relatives.id = ${at(0)} AND relatives.merged_into IS NULL AND relatives.quiet_until IS NOT ${at(1)}
          RETURNING relatives.id`,
        args: [JSON.stringify(items.map(({ relativeId, until }) => [relativeId, until]))],
      },
      {
        sql: `UPDATE messages SET status = 'cancelled', reason = 'broadcast-cancelled', link_sealed = NULL
          FROM json_each(?) e JOIN relatives r ON r.id = ${at(0)} AND r.quiet_until = ${at(1)}
          WHERE messages.relative_id = r.id AND messages.broadcast_id IS NOT NULL
            AND messages.status IN ('due', 'held', 'todo') AND messages.attempts = 0`,
        args: [JSON.stringify(items.map(({ relativeId, until }) => [relativeId, until]))],
      },
    ],
    outcomes(items, [result]) {
      const done = new Set(result?.rows.map(({ id }) => id));
      return items.map(({ relativeId }) => done.has(relativeId));
    },
    lookUp: wasNoted,
  },
  {
    keys: ({ relativeId, until }) => [relativeId, until ?? ''],
    join: (id, until) => `JOIN relatives r ON r.id = ${id} AND r.merged_into IS NULL
      AND COALESCE(r.quiet_until, '') <> ${until}`,
  },
);
