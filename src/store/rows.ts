// Set-based SQL from a table's own columns: one statement whatever the number of rows.
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Statement } from './lane.ts';

/** `ifAbsent` is the column's default: an insert that names every column would put a null over it. */
type Column = { key: string; name: string; ifAbsent: unknown };

/** The columns that are written, of each table: a memo and no state, since they follow from the table. */
const written = new WeakMap<SQLiteTable, readonly Column[]>();

function columnsOf(table: SQLiteTable): readonly Column[] {
  const known = written.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => key !== 'seq')
    .map(([key, column]) => ({ key, name: column.name, ifAbsent: column.default ?? null }));
  written.set(table, columns);
  return columns;
}

/** The place of the n-th value in a row of `json_each`. */
export const at = (n: number): string => `e.value ->> '$[${n}]'`;

/** A row that is written only if its condition holds; `keys` are what the condition is told by. */
export type Conditional<R> = { row: R; keys: readonly (string | number | null)[] };

const packed = (columns: readonly Column[], row: object): unknown[] =>
  columns.map(({ key, ifAbsent }) => (row as Record<string, unknown>)[key] ?? ifAbsent);

/** Inserts rows as they are; a row whose key is there already is left out when `onConflict` is 'ignore'. */
export function insertRows<T extends SQLiteTable>(
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict: 'fail' | 'ignore' | 'replace' = 'fail',
): Statement {
  const columns = columnsOf(table);
  const verb = { fail: 'INSERT', ignore: 'INSERT OR IGNORE', replace: 'INSERT OR REPLACE' }[onConflict];
  return {
    sql: `${verb} INTO ${getTableName(table)} (${columns.map((c) => c.name).join(', ')})
      SELECT ${columns.map((_, i) => at(i)).join(', ')} FROM json_each(?) e`,
    args: [JSON.stringify(rows.map((row) => packed(columns, row)))],
  };
}

export type Condition = {
  /** The join that lets a row through, given the places of its keys. */
  join: (...keys: string[]) => string;
  /** Gives a column another SQL expression, with `e` and the joined tables at hand. */
  override?: Record<string, (value: string) => string>;
  verb?: 'INSERT' | 'INSERT OR REPLACE' | 'INSERT OR IGNORE';
};

/** Inserts the rows whose condition holds; the others leave nothing behind. No statement for no rows. */
export function insertIf<T extends SQLiteTable>(
  table: T,
  rows: readonly Conditional<T['$inferInsert']>[],
  { join, override = {}, verb = 'INSERT' }: Condition,
): Statement[] {
  const [first] = rows;
  if (!first) return [];
  const columns = columnsOf(table);
  const values = columns.map(({ key }, i) => override[key]?.(at(i)) ?? at(i));
  const keys = first.keys.map((_, i) => at(columns.length + i));
  const sql = `${verb} INTO ${getTableName(table)} (${columns.map((c) => c.name).join(', ')})
    SELECT ${values.join(', ')} FROM json_each(?) e ${join(...keys)}`;
  return [{ sql, args: [JSON.stringify(rows.map((r) => [...packed(columns, r.row), ...r.keys]))] }];
}

/** The place of a column's value among the values `insertRows` and `insertOfTurn` pack. */
export const placeOf = (table: SQLiteTable, key: string): string =>
  at(columnsOf(table).findIndex((c) => c.key === key));
