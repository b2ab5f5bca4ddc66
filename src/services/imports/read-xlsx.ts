import { readSheet } from 'read-excel-file/node';
import { AppError } from '../app-error.ts';
import { MOST } from './table.ts';
import { pack, unpack } from './unpack.ts';

/** Cells far out make a reader fill everything before them. */
const ROW = /<(?:\w+:)?row\b[^>]{0,400}?\sr="(\d{1,9})"/g;
const CELL = /<(?:\w+:)?c\b[^>]{0,400}?\sr="([A-Z]{1,4})\d/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

function checkSheet(xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new AppError('file-unreadable');
  for (const [, row] of xml.matchAll(ROW))
    if (Number(row) > MOST.rows * 2) throw new AppError('file-too-large');
  for (const [, letters = ''] of xml.matchAll(CELL))
    if (columnOf(letters) > MOST.columns) throw new AppError('file-too-large');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** Reads the first sheet of an XLSX file into lines of cells; a formula is what it came to. Throws `file-unreadable` and `file-too-large`. */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const parts = unpack(bytes);
  for (const part of parts) if (part.name.includes('worksheets/')) checkSheet(part.bytes.toString('utf8'));
  try {
    const lines = await readSheet(pack(parts));
    return lines.map((cells) => cells.map(textOf));
  } catch {
    throw new AppError('file-unreadable');
  }
}
