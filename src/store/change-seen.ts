import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Write } from './lane.ts';
import { type Noted, noting, wasNoted } from './noting.ts';
import { at } from './rows.ts';

/** What a row says from `changedAt` on (a millisecond after its last change at the earliest), as long as it was last changed when it was `seen`. */
export type SeenChange<R> = { id: string; seen: number; changedAt: number; content: R } & Noted;

type More<K> = {
  /** Further columns, given the place of each that is written. */
  sets?: (place: (column: K) => string) => string;
  /** What must hold of the row besides, by its alias. */
  holds?: (row: string) => string;
};

/** A write that changes rows; false for one that somebody changed since it was seen, or of which `holds` is no longer true. */
export function changeSeen<T extends SQLiteTable, K extends keyof T['$inferInsert'] & string>(
  name: string,
  table: T,
  columns: readonly K[],
  { sets, holds }: More<K> = {},
): Write<SeenChange<Pick<T['$inferInsert'], K>>, boolean> {
  const its = getTableName(table);
  const names: Record<string, { name: string }> = getTableColumns(table);
  const place = (column: K): string => at(3 + columns.indexOf(column));
  const written = columns.map((column) => `${names[column]?.name} = ${place(column)}`);
  const and = (row: string): string => (holds ? ` AND ${holds(row)}` : '');
  const sql = `UPDATE ${its} SET ${[...written, ...(sets ? [sets(place)] : [])].join(', ')}, changed_at = max(${at(1)} + 1, ${at(2)})
    FROM json_each(?) e WHERE ${its}.id = ${at(0)} AND ${its}.changed_at = ${at(1)}${and(its)} RETURNING ${its}.id`;
  return noting(
    {
      name,
      statements: (items) => [
        {
          sql,
          args: [
            JSON.stringify(
              items.map(({ id, seen, changedAt, content }) => [
                id,
                seen,
                changedAt,
                ...columns.map((column) => content[column] ?? null),
              ]),
            ),
          ],
        },
      ],
      outcomes: (items, [changed]) => items.map(() => (changed?.rows.length ?? 0) > 0),
      lookUp: wasNoted,
    },
    {
      keys: ({ id, seen }) => [id, seen],
      join: (id, seen) => `JOIN ${its} c ON c.id = ${id} AND c.changed_at = ${seen}${and('c')}`,
    },
  );
}
