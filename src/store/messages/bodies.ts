// The bodies of messages that the provider still keeps.
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** A message whose body the provider may delete now. */
export type Remembered = { id: string; providerId: string };

/** Which bodies may go: what arrived before `deliveredBefore`, and what nothing more will be heard of, sent before `sentBefore` (journey time, UTC ms). */
export type Forgettable = { deliveredBefore: number; sentBefore: number; clock: number; limit: number };

/** Messages with a final outcome whose body is still at the provider and whose next try has come, the oldest first. */
export async function listRemembered(db: Db, order: Forgettable): Promise<Remembered[]> {
  const found = await db.client.execute({
    sql: `SELECT id, provider_id FROM messages INDEXED BY messages_remembered
      WHERE provider_id IS NOT NULL AND forgotten_at IS NULL AND sent_at <= ?1
        AND ((status = 'delivered' AND COALESCE(delivered_at, sent_at) <= ?1)
          OR (status IN ('sent', 'undelivered', 'failed') AND sent_at <= ?2))
        AND (forget_after IS NULL OR forget_after <= ?3)
      ORDER BY sent_at LIMIT ?4`,
    args: [order.deliveredBefore, order.sentBefore, order.clock, order.limit],
  });
  return found.rows.map((row) => ({ id: String(row.id), providerId: String(row.provider_id) }));
}

/** What became of asking, at an instant of the real clock: gone, or to be asked again then. */
export type Asked = { id: string; forgottenAt: number } | { id: string; forgetAfter: number };

/** Remembers which bodies are gone at the provider and which are asked for again later. */
export const noteForgotten: Write<Asked, true> = {
  name: 'note-forgotten',
  statements: (items) => [
    {
      sql: `UPDATE messages SET forgotten_at = ${at(1)}, forget_after = ${at(2)}
        FROM json_each(?) e WHERE messages.id = ${at(0)} AND messages.forgotten_at IS NULL`,
      args: [
        JSON.stringify(
          items.map((item) =>
            'forgottenAt' in item ? [item.id, item.forgottenAt, null] : [item.id, null, item.forgetAfter],
          ),
        ),
      ],
    },
  ],
  outcomes: (items) => items.map(() => true as const),
};
