// The network's own memory on disk: one JSON record a line, only ever appended, so that kill -9 costs half a line at most.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export type Journal<T> = {
  /** What earlier runs wrote, oldest first; lines that did not get written whole are left out. */
  records: T[];
  /** Writes one record before it returns; throws when the disk refuses, and the record does not count then. */
  append(record: T): void;
  close(): void;
};

/** Opens the journal in `file`, or one that forgets when there is none; only this program writes it, so its records are trusted. */
export function openJournal<T>(file: string | undefined): Journal<T> {
  if (!file) return { records: [], append() {}, close() {} };
  mkdirSync(dirname(file), { recursive: true });
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const descriptor = openSync(file, 'a', 0o600);
  let torn = text !== '' && !text.endsWith('\n');
  return {
    records: text.split('\n').flatMap((line) => parseLine<T>(line)),
    append(record) {
      const line = `${torn ? '\n' : ''}${JSON.stringify(record)}\n`;
      torn = true;
      if (writeSync(descriptor, line) < Buffer.byteLength(line)) throw new Error('the journal is full');
      torn = false;
    },
    close: () => closeSync(descriptor),
  };
}

function parseLine<T>(line: string): T[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
