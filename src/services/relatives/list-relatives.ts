import {
  type ListedRelative,
  listNewestRelatives,
  type RelativeCursor,
} from '../../store/people/relative-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { openName } from './open-names.ts';

/** One line of a list; only names on the page that is shown are opened. */
export type RelativeLine = Omit<ListedRelative, 'nameSealed'> & { name: string };

export const PAGE = 50;

export const toLine = (rt: Runtime, row: ListedRelative): RelativeLine => {
  const { nameSealed, ...rest } = row;
  return { ...rest, name: openName(rt, row.id, nameSealed) ?? '' };
};

/** A page of relatives (50, or `most`), the newest first, of everyone or of one circle; `next` leads to the following page. */
export async function listRelatives(
  rt: Runtime,
  staff: Staff,
  { most = PAGE, ...page }: { after?: RelativeCursor; circleId?: string; most?: number },
): Promise<{ lines: RelativeLine[]; next?: RelativeCursor }> {
  requireRight(staff, 'look');
  const rows = await listNewestRelatives(rt.db, { ...page, limit: most + 1, sight: sightOf(staff) });
  const lines = rows.slice(0, most).map((row) => toLine(rt, row));
  const last = lines.at(-1);
  if (rows.length <= most || !last) return { lines };
  return { lines, next: { createdAt: last.createdAt, id: last.id } };
}
