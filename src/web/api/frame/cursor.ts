import { ApiError } from './problem.ts';

/** A place in a list, as a text that says nothing to whoever carries it on. */
export const writeCursor = (place: readonly (string | number)[]): string =>
  btoa(JSON.stringify(place)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

function read(text: string): unknown {
  try {
    return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    return undefined;
  }
}

/** The instant and id of a place in a list; undefined at its beginning. Throws `cursor-unreadable` for a text of another list. */
export function readCursor(
  list: string,
  text: string | undefined,
): { at: number; id: string; more: string } | undefined {
  if (text === undefined) return undefined;
  const place = read(text);
  if (!Array.isArray(place) || place[0] !== list) throw new ApiError('cursor-unreadable');
  const [, at, id, more = ''] = place as unknown[];
  if (
    typeof at !== 'number' ||
    !Number.isSafeInteger(at) ||
    typeof id !== 'string' ||
    typeof more !== 'string'
  )
    throw new ApiError('cursor-unreadable');
  return { at, id, more };
}
