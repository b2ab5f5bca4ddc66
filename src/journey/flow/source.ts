// A file of the flow folder as text: what makes it readable at all, and where an offset stands in it.
import type { Problem } from './problem.ts';
import { type Place, problemAt } from './sentences.ts';

const FILE_LIMIT = 100_000;

/** The start of a file. */
export function fileStart(file: string): Place {
  return { file, line: 1, column: 1 };
}

/** The line and column of an offset in a text. */
export function placeAt(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - lineStart + 1 };
}

/** The text without byte order mark and with Unix line ends, whatever editor wrote it. */
export function normalizeSource(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** What keeps a normalized text from being read: nothing in it, too much of it, lost letters or binary. */
export function sourceProblem(file: string, text: string): Problem | undefined {
  if (text.length > FILE_LIMIT) return problemAt(fileStart(file), 'file-too-large', { limit: FILE_LIMIT });
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) return problemAt(placeAt(file, text, lost), 'not-utf8');
  const binary = text.search(/[^\P{Cc}\t\n]/u);
  if (binary >= 0) return problemAt(placeAt(file, text, binary), 'not-text');
  return text.trim() === '' ? problemAt(fileStart(file), 'file-empty') : undefined;
}
