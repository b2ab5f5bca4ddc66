import { findCounsellingRow } from '../../store/care/counsellings.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { type CounsellingView, openCounsellings } from './list-counsellings.ts';

/** One registration, also one that was taken back. Throws `not-found`. */
export async function showCounselling(rt: Runtime, staff: Staff, id: string): Promise<CounsellingView> {
  await requireSight(rt, staff, 'look', 'counselling', id);
  const found = await findCounsellingRow(rt.db, id);
  const [view] = found ? await openCounsellings(rt, staff, [found]) : [];
  if (!view) throw new AppError('not-found');
  return view;
}
