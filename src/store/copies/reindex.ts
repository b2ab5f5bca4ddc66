// Numbers under another index key: their ids are blind indexes, so whatever names them moves with them.
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** Numbers in order of their ids after `after`, sealed. */
export async function listNumbers(
  db: Db,
  after: string,
  limit: number,
): Promise<{ id: string; numberSealed: string }[]> {
  const found = await db.client.execute({
    sql: 'SELECT id, number_sealed FROM numbers WHERE id > ? ORDER BY id LIMIT ?',
    args: [after, limit],
  });
  return found.rows.map((row) => ({ id: String(row.id), numberSealed: String(row.number_sealed) }));
}

export type Moved = { was: string; id: string; numberSealed: string };

const NAMED_IN = ['relatives', 'messages', 'replies'] as const;

/** Gives numbers their new ids, and everything that names them, in one commit. */
export const moveNumbers: Write<readonly Moved[], true> = {
  name: 'move-numbers',
  statements: (pages) =>
    pages.flatMap((page) => {
      const moved = JSON.stringify(page.map(({ was, id, numberSealed }) => [was, id, numberSealed]));
      return [
        {
          sql: `UPDATE numbers SET id = ${at(1)}, number_hash = ${at(1)}, number_sealed = ${at(2)}
            FROM json_each(?) e WHERE numbers.id = ${at(0)}`,
          args: [moved],
        },
        ...NAMED_IN.map((table) => ({
          sql: `WITH moved AS MATERIALIZED (SELECT ${at(0)} AS was, ${at(1)} AS id FROM json_each(?) e)
            UPDATE ${table} SET number_id = (SELECT id FROM moved WHERE was = number_id)
            WHERE number_id IN (SELECT was FROM moved)`,
          args: [moved],
        })),
      ];
    }),
  outcomes: (pages) => pages.map(() => true as const),
};

/** Takes back every PIN and one-time code, whose hashes nobody can make anew, and the counts of the doors; locks stay. */
export const takePinsBack: Write<null, number> = {
  name: 'take-pins-back',
  statements: () => [
    {
      sql: `UPDATE pins SET pin_hash = NULL, code_hash = NULL, code_ends_at = NULL
        WHERE pin_hash IS NOT NULL OR code_hash IS NOT NULL RETURNING relative_id`,
      args: [],
    },
    { sql: 'DELETE FROM limits', args: [] },
  ],
  outcomes: (all, [taken]) => all.map(() => taken?.rows.length ?? 0),
};
