import { countClosingEffect } from '../../store/people/numbers.ts';
import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { listRelativesOfNumber } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { reportWrongNumber } from '../replies/report-wrong-number.ts';
import { stopNumber } from '../replies/stop-number.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { openName, openNumber } from './open-names.ts';

/** What somebody said on the telephone: no more SMS, or that it is not their number. */
export type NumberClosing = 'stopped' | 'wrong';

async function requireOpen(rt: Runtime, staff: Staff, relativeId: string, as: NumberClosing) {
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  const number = (await findRelativeDetails(rt.db, relativeId))?.number;
  if (!number) throw new AppError('not-found');
  if ((as === 'stopped' ? number.stoppedAt : number.wrongAt) !== null) throw new AppError('already-done');
  return number;
}

/**
 * What closing a relative's number to SMS would do: for whom, and how many journeys, messages, calls and letters. Throws
 * `not-found`, also without a number, and `already-done`.
 */
export async function showNumberClosing(rt: Runtime, staff: Staff, relativeId: string, as: NumberClosing) {
  const number = await requireOpen(rt, staff, relativeId, as);
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId, purpose: 'contact' });
  const [people, effect] = await Promise.all([
    listRelativesOfNumber(rt.db, number.id, 30, sightOf(staff)),
    countClosingEffect(rt.db, number.id),
  ]);
  return {
    number: openNumber(rt, number),
    people: people.map(({ id, nameSealed }) => ({ id, name: openName(rt, id, nameSealed) ?? '' })),
    effect,
  };
}

/** Closes a relative's number to SMS, as was said on the telephone. Throws `not-found`, also without a number, and `already-done`. */
export async function closeNumberByStaff(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  as: NumberClosing,
): Promise<void> {
  const { id } = await requireOpen(rt, staff, relativeId, as);
  const close = as === 'stopped' ? stopNumber : reportWrongNumber;
  if (!(await close(rt, id, 'staff', staff.id))) throw new AppError('already-done');
}
