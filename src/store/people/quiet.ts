import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';

/** Until when a relative wants no group messages, UTC ms; null is not any more. */
export type Quiet = { relativeId: string; until: number | null } & Noted;

/** Notes it; false where there is no such relative, or it is so already. */
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
