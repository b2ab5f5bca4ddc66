// The order of a broadcast: given once, of a draft as it was seen.
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Sight } from '../people/sight.ts';

/** An order of a draft as it was seen. */
export type Order = {
  id: string;
  seen: number;
  at: number;
  by: string;
  /** When the first of it may leave, UTC ms; null at once. */
  dueAt: number | null;
  sample: number | null;
  sight: Sight;
  /** The same may be said twice within a day to one group. */
  twice: boolean;
} & Noted;

/** Within so long the same text to the same group is asked about first, ms. */
export const SAME_WITHIN_MS = 24 * 3_600_000;

/** The draft as it was seen, of a group that is open, and nobody ordered the same meanwhile. */
const mayOrder = (id: string, seen: string, at: string, twice: string): string =>
  `${id} IN (SELECT d.id FROM broadcasts d JOIN groups g ON g.id = d.group_id AND g.closed_at IS NULL
    WHERE d.id = ${id} AND d.status = 'draft' AND d.changed_at = ${seen}
      AND (${twice} = 1 OR NOT EXISTS (SELECT 1 FROM broadcasts o INDEXED BY broadcasts_same
        WHERE o.ordered_at IS NOT NULL AND o.texts_hash = d.texts_hash AND o.ordered_at > ${at} - ${SAME_WITHIN_MS}
          AND o.group_id = d.group_id AND o.status <> 'cancelled')))`;

/** Orders drafts; false for one that was changed or ordered meanwhile, or whose like was. */
export const orderBroadcasts: Write<Order, boolean> = noting(
  {
    name: 'order-broadcasts',
    statements: (orders) =>
      orders.map(({ id, seen, at, by, dueAt, sample, sight, twice }) => ({
        sql: `UPDATE broadcasts SET status = iif(?5 > ?3, 'scheduled', 'filling'), due_at = ?5, sample = ?6, sight = ?7,
            ordered_at = ?3, ordered_by = ?8, changed_at = max(changed_at + 1, ?3)
          WHERE id = ?1 AND ${mayOrder('?1', '?2', '?3', '?4')} RETURNING id`,
        args: [id, seen, at, twice ? 1 : 0, dueAt, sample, JSON.stringify(sight), by],
      })),
    outcomes: (orders, results) => orders.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, seen, at, twice }) => [id, seen, at, twice ? 1 : 0],
    join: (id = '', seen = '', at = '', twice = '') => `WHERE ${mayOrder(id, seen, at, twice)}`,
  },
);
