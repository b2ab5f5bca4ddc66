/** A place in a list as it stands in an address: "1772355600000.<id>". */
export const writeCursor = (cursor: { at: number; id: string }): string => `${cursor.at}.${cursor.id}`;

/** Reads what `writeCursor` wrote; anything else begins the list anew. */
export function readCursor(text: string | undefined): { at: number; id: string } | undefined {
  const found = /^(\d{1,16})\.([\w.-]{1,120})$/.exec(text ?? '');
  return found?.[1] && found[2] ? { at: Number(found[1]), id: found[2] } : undefined;
}
