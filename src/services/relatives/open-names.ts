import { listKeyTitles } from '../../store/people/api-keys.ts';
import { openNumber as open } from '../../store/people/numbers.ts';
import { listStaffRows } from '../../store/people/staff.ts';
import { unseal } from '../../store/seal.ts';
import { formatNumber } from '../phone-number.ts';
import type { Runtime } from '../runtime.ts';

/** The name or alias of a relative; undefined when there is no relative. */
export const openName = (
  rt: Runtime,
  id: string | null | undefined,
  sealed: string | null | undefined,
): string | undefined => (id && sealed ? unseal(rt.db.keys, `relatives.name:${id}`, sealed) : undefined);

/** A text that is sealed with its row, e.g. `openText(rt, 'messages.text', row.id, row.textSealed)`; empty when it was erased. */
export const openText = (rt: Runtime, column: string, id: string, sealed: string): string =>
  sealed === '' ? '' : unseal(rt.db.keys, `${column}:${id}`, sealed);

/** A number as people read it: "20 12 34 56", "+46 70 123 45 67". */
export const openNumber = (rt: Runtime, row: { id: string; numberSealed: string }): string =>
  formatNumber(open(rt.db.keys, row));

/** How a key of the API is named as the one who did something. */
const KEY = 'key:';

/** The names of staff by id, and the titles of the API's keys; the house itself and those who are gone are not in it. */
export async function openStaffNames(
  rt: Runtime,
  ids: Iterable<string | null | undefined>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => typeof id === 'string');
  const [rows, keys] = await Promise.all([
    listStaffRows(
      rt.db,
      wanted.filter((id) => !id.startsWith(KEY)),
    ),
    listKeyTitles(
      rt.db,
      wanted.filter((id) => id.startsWith(KEY)).map((id) => id.slice(KEY.length)),
    ),
  ]);
  return new Map([
    ...rows.map((row) => [row.id, unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed)] as const),
    ...keys.map(({ id, title }) => [`${KEY}${id}`, `API: ${title}`] as const),
  ]);
}
