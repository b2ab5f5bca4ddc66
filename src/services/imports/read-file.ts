import { AppError } from '../app-error.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { MOST, type Table, toTable } from './table.ts';

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/**
 * Reads a spreadsheet, whose type is told by its content and not by its name. Throws `file-empty`, `file-too-large`,
 * `file-old` for the Excel of before 2007, and `file-unreadable`.
 */
export async function readFile(bytes: Uint8Array): Promise<Table> {
  if (bytes.length === 0) throw new AppError('file-empty');
  if (bytes.length > MOST.bytes) throw new AppError('file-too-large');
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new AppError('file-old');
  if (begins(bytes, 0x50, 0x4b)) return toTable(await readXlsx(bytes));
  return toTable(readCsv(bytes));
}
