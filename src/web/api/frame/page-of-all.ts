// Lists whose service gives all of them, page by page.
import { readCursor, writeCursor } from './cursor.ts';
import { ApiError } from './problem.ts';

/** The page of a whole list that stands after the cursor's line. Throws `cursor-unreadable`, also for a line that is gone. */
export function pageOfAll<T>(
  list: string,
  lines: readonly T[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  idOf: (line: T) => string,
): { lines: T[]; next: string | null } {
  const place = readCursor(list, cursor);
  const at = place ? lines.findIndex((line) => idOf(line) === place.id) : -1;
  if (place && at < 0) throw new ApiError('cursor-unreadable');
  const page = lines.slice(at + 1, at + 1 + limit);
  const last = page.at(-1);
  const more = at + 1 + limit < lines.length && last !== undefined;
  return { lines: page, next: more ? writeCursor([list, 0, idOf(last)]) : null };
}
