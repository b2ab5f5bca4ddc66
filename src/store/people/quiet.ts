import { takeBack } from '../broadcasts/take-back.ts';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';

/** Until when a relative wants no group messages, UTC ms; null is not any more. */
export type Quiet = { relativeId: string; until: number | null } & Noted;

const IS_QUIET = `messages.relative_id = ?1
  AND EXISTS (SELECT 1 FROM relatives r WHERE r.id = ?1 AND r.quiet_until = ?2)`;

/** Notes it, and takes back what has not left of group messages; false where there is no such relative, or it is so already. */
export const quietRelatives: Write<Quiet, boolean> = noting(
  {
    name: 'quiet-relatives',
    statements: (items) =>
      items.flatMap(({ relativeId, until }) => [
        {
          sql: `UPDATE relatives SET quiet_until = ?2
            WHERE id = ?1 AND merged_into IS NULL AND quiet_until IS NOT ?2 RETURNING id`,
          args: [relativeId, until],
        },
        ...takeBack(IS_QUIET, 'quiet', [relativeId, until]),
      ]),
    outcomes: (items, results) =>
      items.map((_, i) => (results[(i * results.length) / items.length]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ relativeId, until }) => [relativeId, until ?? ''],
    join: (id, until) => `JOIN relatives r ON r.id = ${id} AND r.merged_into IS NULL
      AND COALESCE(r.quiet_until, '') <> ${until}`,
  },
);
