import { moveCircles } from '../../store/people/circle-lists.ts';
import { findCircle } from '../../store/people/circles.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/**
 * Moves a circle, with everybody in it, to another unit in sight; `from` is the unit the page showed. Journeys go on.
 * Throws `not-found`, `field-unreadable` for `unit`, `already-done` for the unit it is at, and `changed-meanwhile`.
 */
export async function moveCircleToUnit(
  rt: Runtime,
  staff: Staff,
  id: string,
  move: { from: string; unit: string },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'circle', id);
  const circle = await findCircle(rt.db, id);
  if (!circle) throw new AppError('not-found');
  const { from, unit: to } = move;
  if (!(await listOwnUnits(rt, staff)).some((own) => own.id === to))
    throw new AppError('field-unreadable', 'unit');
  if (circle.unitId === to) throw new AppError('already-done', 'unit');
  const ledger = [ledgerRow(rt, { kind: 'circle.moved', actor: staff.id, subject: id, body: { from, to } })];
  if (!(await rt.db.lane.put(moveCircles, { id, from, to, ledger }))) throw new AppError('changed-meanwhile');
}
