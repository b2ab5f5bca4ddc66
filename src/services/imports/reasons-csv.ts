import { stringify } from 'csv-stringify/sync';
import type { Table } from './table.ts';

/**
 * Rows with a reason beside each, as Danish Excel opens them: semicolons, a byte order mark, and no cell that would be
 * taken for a formula. Headings in the language of `headings`.
 */
export function reasonsCsv(
  table: Table,
  reasons: ReadonlyMap<number, string>,
  headings: { row: string; reason: string },
): string {
  const lines = table.rows
    .filter(({ row }) => reasons.has(row))
    .map(({ row, cells }) => [
      String(row),
      ...table.headings.map((_, column) => cells[column] ?? ''),
      reasons.get(row) ?? '',
    ]);
  return stringify([[headings.row, ...table.headings, headings.reason], ...lines], {
    delimiter: ';',
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
