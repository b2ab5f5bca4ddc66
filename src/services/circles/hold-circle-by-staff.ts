import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { holdCircle } from './hold-circle.ts';
import { releaseCircle } from './release-circle.ts';
import { showCircle } from './show-circle.ts';

/** Stops everything for a whole circle; gives how much stopped. Throws `not-found`, and `already-done` when it is so. */
export async function holdCircleByStaff(
  rt: Runtime,
  staff: Staff,
  id: string,
  hold: 'paused' | 'dead',
): Promise<{ journeys: number; messages: number }> {
  await requireSight(rt, staff, 'care', 'circle', id);
  const circle = await showCircle(rt, staff, id);
  if (circle.state === hold || circle.state === 'dead') throw new AppError('already-done');
  return holdCircle(rt, id, hold, staff.id);
}

/** Lets a circle, or journeys in it that a reply paused, go on. Throws `not-found`, and `already-done` when nothing stands still. */
export async function releaseCircleByStaff(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await requireSight(rt, staff, 'care', 'circle', id);
  const circle = await showCircle(rt, staff, id);
  if (circle.state === 'alive' && circle.effect.held === 0) throw new AppError('already-done');
  await releaseCircle(rt, id, staff.id);
}
