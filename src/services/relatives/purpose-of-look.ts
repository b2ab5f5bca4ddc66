import { findLastLook } from '../../store/people/looks.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { PURPOSES, type Purpose } from './show-relative.ts';

/** Whoever comes back to a record within this time is still at the same task, ms. */
const SAME_TASK_MS = 60 * 60_000;

const isPurpose = (text: string | undefined): text is (typeof PURPOSES)[number] =>
  PURPOSES.some((known) => known === text);

/**
 * Why a record is opened: what the task it was opened from says, else what the same person said of it within the hour;
 * undefined when neither tells and it must be asked. Throws `not-found`.
 */
export async function purposeOfLook(
  rt: Runtime,
  staff: Staff,
  id: string,
  from: string | undefined,
): Promise<Purpose | undefined> {
  if (isPurpose(from) && from !== 'direct') return from;
  await requireSight(rt, staff, 'look', 'relative', id);
  const last = await findLastLook(rt.db, id, staff.id, rt.now() - SAME_TASK_MS);
  return isPurpose(last) ? last : undefined;
}
