import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error.ts';
import { MOST } from './table.ts';

/** Text as Danish spreadsheets write it: UTF-8 with or without a mark, UTF-16 with one, else windows-1252. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const DELIMITERS = [';', '\t', ','] as const;

/** What stands most often between the cells of the first line with anything in it, outside quotes. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/).filter((candidate) => candidate.trim() !== '');
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, n: bare.split(delimiter).length }));
  return counted.reduce((most, next) => (next.n > most.n ? next : most)).delimiter;
}

/** How many rows of one letter a text may have before it is read at all. */
const MOST_LINES = MOST.rows * 4;

function checkLines(bytes: Uint8Array): void {
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a) lines += 1;
  if (lines > MOST_LINES) throw new AppError('file-too-large');
}

/** Reads a CSV text into lines of cells. Throws `file-unreadable` and `file-too-large`. */
export function readCsv(bytes: Uint8Array): string[][] {
  checkLines(bytes);
  const decoded = decode(bytes);
  if (decoded.includes('\u0000')) throw new AppError('file-unreadable');
  const [, told, rest] = /^\ufeff?sep=([;,\t])\r?\n([\s\S]*)$/.exec(decoded) ?? [];
  const text = rest ?? decoded;
  try {
    return parse(text, {
      delimiter: told ?? delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: MOST.columns * MOST.letters * 2,
      to: MOST.rows * 2 + 2,
    });
  } catch {
    throw new AppError('file-unreadable');
  }
}
