// A whole database into another: file to server, server to file. Row by row as it is, order of arrival (the row id) included.
import type { Client, InStatement, Row, Transaction } from '@libsql/client';
import { beginFilling, endFilling } from './unfinished.ts';

/** The target cannot take the copy: it has rows, or another schema. */
export class CopyRefused extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'CopyRefused';
  }
}

type Reader = Pick<Transaction, 'execute'>;
type Table = { name: string; columns: string[] };

/** What a database notes of itself before there is anything in it; the copy overwrites it. */
const OWN_NOTES = new Set(['memory', 'restorations']);

const PAGE = 100;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns that are written; one that is the row id itself is written as such. */
async function columnsOf(from: Reader, name: string): Promise<string[]> {
  const found = await from.execute({ sql: 'SELECT name, type, pk FROM pragma_table_info(?)', args: [name] });
  const keys = found.rows.filter((row) => Number(row.pk) > 0);
  const isRowId = (row: Row): boolean =>
    keys.length === 1 && Number(row.pk) > 0 && String(row.type).toUpperCase() === 'INTEGER';
  return found.rows.filter((row) => !isRowId(row)).map((row) => String(row.name));
}

async function listTables(from: Reader): Promise<Table[]> {
  const found = await from.execute(
    String.raw`SELECT name FROM sqlite_master WHERE type = 'table'
      AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE 'libsql\_%' ESCAPE '\' AND name NOT LIKE '\_\_%' ESCAPE '\'
      ORDER BY name`,
  );
  const names = found.rows.map((row) => String(row.name));
  return Promise.all(names.map(async (name) => ({ name, columns: await columnsOf(from, name) })));
}

const count = async (from: Reader, { name }: Table): Promise<number> =>
  Number((await from.execute(`SELECT count(*) AS n FROM ${quoted(name)}`)).rows[0]?.n);

const isEmpty = async (from: Reader, { name }: Table): Promise<boolean> =>
  (await from.execute(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)).rows.length === 0;

/** Throws CopyRefused unless the target has the same tables and columns, and nothing in them. */
async function checkTarget(tables: readonly Table[], to: Client): Promise<void> {
  const target = await listTables(to);
  const schemaOf = (all: readonly Table[]): string =>
    JSON.stringify(all.map(({ name, columns }) => [name, [...columns].sort()]));
  if (schemaOf(target) !== schemaOf(tables))
    throw new CopyRefused(
      'the target has another schema; bring both to the same version with: npx limen migrate',
    );
  for (const table of target)
    if (!OWN_NOTES.has(table.name) && !(await isEmpty(to, table)))
      throw new CopyRefused(`the target is not empty: ${table.name} has rows`);
}

const insertPage = ({ name, columns }: Table, rows: readonly Row[]): InStatement => {
  const all = ['rowid', ...columns];
  const places = `(${all.map(() => '?').join(', ')})`;
  return {
    sql: `INSERT OR REPLACE INTO ${quoted(name)} (${all.map(quoted).join(', ')}) VALUES ${rows.map(() => places).join(', ')}`,
    args: rows.flatMap((row) => all.map((_, i) => row[i] ?? null)),
  };
};

async function copyTable(from: Reader, to: Client, table: Table): Promise<number> {
  const columns = table.columns.map(quoted).join(', ');
  let after: Row[number] = Number.MIN_SAFE_INTEGER;
  let copied = 0;
  for (;;) {
    const { rows } = await from.execute({
      sql: `SELECT ${columns ? `rowid, ${columns}` : 'rowid'} FROM ${quoted(table.name)} WHERE rowid > ? ORDER BY rowid LIMIT ${PAGE}`,
      args: [after],
    });
    const last = rows.at(-1);
    if (!last) return copied;
    await to.batch([insertPage(table, rows)], 'write');
    after = last[0] ?? null;
    copied += rows.length;
  }
}

/** Own notes last: one of them may say that what is copied was put back and sends nothing yet. */
const inOrder = (tables: readonly Table[]): Table[] => [
  ...tables.filter(({ name }) => !OWN_NOTES.has(name)),
  ...tables.filter(({ name }) => OWN_NOTES.has(name)),
];

/** Copies every table in one read, so that the copy is of one moment whatever is written meanwhile. */
async function copyAll(read: Transaction, to: Client): Promise<{ table: string; rows: number }[]> {
  const tables = await listTables(read);
  await checkTarget(tables, to);
  await beginFilling(to);
  const copied: { table: string; rows: number }[] = [];
  for (const table of inOrder(tables)) {
    const rows = await copyTable(read, to, table);
    const there = await count(to, table);
    if (there !== rows && !OWN_NOTES.has(table.name))
      throw new Error(`${table.name}: ${rows} rows copied, ${there} there`);
    copied.push({ table: table.name, rows });
  }
  await endFilling(to);
  return copied;
}

/**
 * Copies all rows of `from`, as they stand at one moment, into a migrated and empty `to`; gives how many of each table.
 * Throws CopyRefused when the target is not empty or of another version; a copy that fails in the middle
 * is noted there as unfinished, and needs an empty target again.
 */
export async function copyDatabase(from: Client, to: Client): Promise<{ table: string; rows: number }[]> {
  const read = await from.transaction('read');
  try {
    return await copyAll(read, to);
  } finally {
    read.close();
  }
}
