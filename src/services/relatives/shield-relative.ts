import { findRelativeDetails } from '../../store/people/relative-details.ts';
import { listShieldStaff, shieldRelatives, shieldSeen } from '../../store/people/shields.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow, recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { openName } from './open-names.ts';
import { listStaffOptions, type StaffOption } from './staff-choices.ts';

async function load(rt: Runtime, staff: Staff, id: string) {
  await requireSight(rt, staff, 'care', 'relative', id);
  const details = await findRelativeDetails(rt.db, id);
  if (!details) throw new AppError('not-found');
  const [options, named] = await Promise.all([
    listStaffOptions(rt, details.circle.unitId),
    listShieldStaff(rt.db, id),
  ]);
  return { ...details, options, named };
}

/** Who sees a record, and who could. Throws `not-found`. */
export async function showShield(
  rt: Runtime,
  staff: Staff,
  id: string,
): Promise<{ name: string; shielded: boolean; named: string[]; seen: string; options: StaffOption[] }> {
  const { relative, options, named } = await load(rt, staff, id);
  await recordLedger(rt, { kind: 'relative.viewed', actor: staff.id, relativeId: id, purpose: 'contact' });
  const name = openName(rt, id, relative.nameSealed) ?? '';
  const seen = shieldSeen(relative.shielded, named);
  return { name, shielded: relative.shielded === 1, named, seen, options };
}

/**
 * Shields a record: only those named see it, and whoever shields is always one of them. Without a list the shield is
 * lifted. `seen` is what stood there when the form was shown. Throws `not-found`, `field-unreadable` for someone who could
 * not see the record anyway, and `changed-meanwhile` when somebody else named others.
 */
export async function shieldRelative(
  rt: Runtime,
  staff: Staff,
  id: string,
  staffIds: readonly string[] | null,
  seen = '',
): Promise<void> {
  const { options } = await load(rt, staff, id);
  if (staffIds?.some((wanted) => wanted !== staff.id && !options.some((option) => option.id === wanted)))
    throw new AppError('field-unreadable', 'staff');
  const named = staffIds && [...new Set([...staffIds, staff.id])];
  const entry = ledgerRow(rt, {
    kind: named ? 'relative.shielded' : 'relative.unshielded',
    actor: staff.id,
    relativeId: id,
    ...(named ? { body: { staff: named } } : {}),
  });
  const shielding = { relativeId: id, staffIds: named, ...(seen === '' ? {} : { seen }), ledger: [entry] };
  if (!(await rt.db.lane.put(shieldRelatives, shielding))) throw new AppError('changed-meanwhile');
}
