import { findJourneyDetails } from '../../store/journeys/journey-reads.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { endJourney } from './end-journey.ts';

/** Why staff end a journey; anything longer belongs in a note. */
export const END_REASONS = [
  'aftalt med den pårørende',
  'andet tilbud',
  'fejl',
  'ikke længere relevant',
] as const;

/** Ends a relative's journey. Throws `not-found`, `already-done`, and `field-unreadable` for a reason that is not on the list. */
export async function endJourneyByStaff(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  id: string,
  reason: string,
): Promise<void> {
  await requireSight(rt, staff, 'care', 'journey', id);
  const details = await findJourneyDetails(rt.db, id);
  if (details?.journey.relativeId !== relativeId) throw new AppError('not-found');
  if (details.state.status === 'ended') throw new AppError('already-done');
  if (!END_REASONS.some((known) => known === reason)) throw new AppError('field-unreadable', 'reason');
  await endJourney(rt, id, reason, staff.id);
}
