import { circleSeen } from '../../store/journeys/settlements.ts';
import {
  countHoldEffect,
  findCircleDetails,
  listRelativesOfCircle,
} from '../../store/people/relative-details.ts';
import { AppError } from '../app-error.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';

/** A circle with who is in it and what a pause would stop: journeys, and messages, calls and letters that have not left. Throws `not-found`. */
export async function showCircle(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'look', 'circle', id);
  const details = await findCircleDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  const [people, effect] = await Promise.all([
    listRelativesOfCircle(rt.db, id, 30, sightOf(staff)),
    countHoldEffect(rt.db, id),
  ]);
  return {
    ...details.circle,
    unitName: details.unitName,
    seen: circleSeen(details.circle),
    people: people.map((row) => ({
      id: row.id,
      relation: row.relation,
      name: openName(rt, row.id, row.nameSealed) ?? '',
    })),
    effect,
  };
}

export type CircleView = Awaited<ReturnType<typeof showCircle>>;
