import { quietRelatives } from '../../store/people/quiet.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/**
 * Notes that a relative wants no group messages before an instant (UTC ms), or wants them again (null). Messages of flows
 * and what is written to them alone go on. Throws `forbidden`, `not-found`, `date-past`.
 */
export async function quietRelative(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  until: number | null,
): Promise<void> {
  await requireSight(rt, staff, 'care', 'relative', relativeId);
  if (until !== null && until <= rt.now()) throw new AppError('date-past', 'until');
  const body = { fields: ['quietUntil'] };
  const entry = ledgerRow(rt, { kind: 'relative.changed', actor: staff.id, relativeId, body });
  await rt.db.lane.put(quietRelatives, { relativeId, until, ledger: [entry] });
}
