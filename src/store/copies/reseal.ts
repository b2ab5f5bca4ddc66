// Sealed fields page by page, for the rotation of keys.
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';

/** Every sealed column; what it holds is sealed for `<table>.<field>:<id>`. */
export const SEALED = [
  { table: 'numbers', field: 'number' },
  { table: 'relatives', field: 'name' },
  { table: 'relatives', field: 'tiltale' },
  { table: 'relatives', field: 'guardian' },
  { table: 'relatives', field: 'note' },
  { table: 'messages', field: 'text' },
  { table: 'messages', field: 'link' },
  { table: 'replies', field: 'text' },
  { table: 'alerts', field: 'text' },
  { table: 'staff', field: 'name' },
  { table: 'staff', field: 'email' },
  { table: 'staff', field: 'subject' },
  { table: 'accounts', field: 'totp' },
  { table: 'idempotency', field: 'body' },
  { table: 'imports', field: 'rows' },
  { table: 'page_messages', field: 'text' },
  { table: 'appointments', field: 'details' },
  { table: 'contacts', field: 'handed_to' },
  { table: 'contacts', field: 'note' },
  { table: 'contacts', field: 'next_step' },
  { table: 'counsellings', field: 'note' },
  { table: 'broadcasts', field: 'texts' },
  { table: 'events', field: 'video' },
  { table: 'form_answers', field: 'words' },
  { table: 'attendances', field: 'name' },
  { table: 'attendances', field: 'contact' },
  { table: 'referrals', field: 'name' },
  { table: 'referrals', field: 'number' },
  { table: 'referrals', field: 'note' },
  { table: 'referrals', field: 'by' },
] as const;

export type SealedColumn = (typeof SEALED)[number];
export type SealedField = { id: string; sealed: string };

const columnOf = ({ field }: SealedColumn): string => `${field}_sealed`;

/** Fields of a column that another key than this one has sealed, in order of their ids after `after`. */
export async function listSealedByOthers(
  db: Db,
  column: SealedColumn,
  keyId: string,
  after: string,
  limit: number,
): Promise<SealedField[]> {
  const name = columnOf(column);
  const found = await db.client.execute({
    sql: `SELECT id, ${name} AS sealed FROM ${column.table}
      WHERE id > ? AND ${name} <> '' AND substr(${name}, 1, ?) <> ? ORDER BY id LIMIT ?`,
    args: [after, keyId.length + 1, `${keyId}.`, limit],
  });
  return found.rows.map((row) => ({ id: String(row.id), sealed: String(row.sealed) }));
}

export type Resealed = SealedField & { column: SealedColumn; was: string };

/** Puts new seals in the place of those that were read; a field that was written meanwhile stays as it is. */
export const resealFields: Write<readonly Resealed[], true> = {
  name: 'reseal-fields',
  statements: (pages) =>
    pages.flatMap((page) => {
      const [first] = page;
      if (!first) return [];
      const name = columnOf(first.column);
      return [
        {
          sql: `UPDATE ${first.column.table} SET ${name} = ${at(1)} FROM json_each(?) e
            WHERE ${first.column.table}.id = ${at(0)} AND ${name} = ${at(2)}`,
          args: [JSON.stringify(page.map(({ id, sealed, was }) => [id, sealed, was]))],
        },
      ];
    }),
  outcomes: (pages) => pages.map(() => true as const),
};
