// A spreadsheet as text, held within bounds before anything is made of it.
import { maskCpr } from '../../journey/reply/mask-cpr.ts';
import { AppError } from '../app-error.ts';

/** What a file may hold. Bytes, rows below the headings, columns, letters in a cell. */
export const MOST = { bytes: 2 * 1024 * 1024, rows: 5_000, columns: 60, letters: 1_000 } as const;

/** One row with its number as the spreadsheet shows it. */
export type TableRow = { row: number; cells: string[] };

/** What was read: headings and rows; every CPR number is masked already. */
export type Table = { headings: string[]; rows: TableRow[] };

/** A cell that is cut here is told as too long. */
const cut = (text: string): string => (text.length > MOST.letters ? text.slice(0, MOST.letters + 1) : text);

const CONTROLS = /[^\P{Cc}\t\n\r]|\ufffd/gu;

/** A cell as it is kept: no control characters, and no CPR number, whatever column it stands in. */
function toCell(text: string): string {
  const plain = cut(text.replace(CONTROLS, '').trim());
  return plain.replace(/\D/g, '').length < 10 ? plain : maskCpr(plain).text;
}

/** Makes a table of what a reader gave, the first row with anything in it as headings. Throws `file-too-large` and `file-empty`. */
export function toTable(lines: readonly (readonly string[])[]): Table {
  const filled = lines
    .map((cells, i) => ({ row: i + 1, cells: cells.map(toCell) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rows] = filled;
  if (!first || rows.length === 0) throw new AppError('file-empty');
  const widest = Math.max(...filled.map(({ cells }) => cells.length));
  if (rows.length > MOST.rows || widest > MOST.columns) throw new AppError('file-too-large');
  return { headings: first.cells, rows };
}

/** What a masked CPR number looks like in a cell. */
export const hasMask = (cell: string): boolean => cell.includes('xxxxxx-xxxx');
