import { type ListedCircle, listCircleRows } from '../../store/people/circle-lists.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

const PAGE = 50;

/** The states of a circle, as lists are narrowed by them. */
export const CIRCLE_STATES = ['alive', 'paused', 'dead'] as const;
export type CircleState = (typeof CIRCLE_STATES)[number];

/** A page of the circles in sight, the newest first; of one unit or in one state when that is asked for. */
export async function listCircles(
  rt: Runtime,
  staff: Staff,
  query: { unitId?: string; state?: CircleState; after?: { at: number; id: string } } = {},
): Promise<{ lines: ListedCircle[]; next?: { at: number; id: string } }> {
  requireRight(staff, 'look');
  const rows = await listCircleRows(rt.db, { ...query, limit: PAGE + 1, sight: sightOf(staff) });
  const lines = rows.slice(0, PAGE);
  const last = lines.at(-1);
  return rows.length > PAGE && last ? { lines, next: { at: last.createdAt, id: last.id } } : { lines };
}
