import { type ListedCircle, listCircleRows } from '../../store/people/circle-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

const PAGE = 50;

/** The states of a circle, as lists are narrowed by them. */
export const CIRCLE_STATES = ['alive', 'paused', 'dead'] as const;
export type CircleState = (typeof CIRCLE_STATES)[number];

/** A page of the circles in sight (50, or `most`), the newest first; of one unit or in one state when that is asked for. */
export async function listCircles(
  rt: Runtime,
  staff: Staff,
  {
    most = PAGE,
    ...query
  }: { unitId?: string; state?: CircleState; after?: { at: number; id: string }; most?: number } = {},
): Promise<{ lines: ListedCircle[]; next?: { at: number; id: string } }> {
  requireRight(staff, 'look');
  const rows = await listCircleRows(rt.db, { ...query, limit: most + 1, sight: sightOf(staff) });
  const lines = rows.slice(0, most);
  const last = lines.at(-1);
  return rows.length > most && last ? { lines, next: { at: last.createdAt, id: last.id } } : { lines };
}
