import { changeMembers, closeMembers, reopenMembers } from '../../store/people/members.ts';
import { findStaffRow, type StaffRow } from '../../store/people/staff.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { type Place, readName, readPlace } from './invite-member.ts';
import { requireRight, type Staff } from './staff.ts';

async function find(rt: Runtime, staff: Staff, id: string): Promise<StaffRow> {
  requireRight(staff, 'administer');
  const row = await findStaffRow(rt.db, id);
  if (!row || (row.demo === 1 && !rt.config.demo)) throw new AppError('not-found');
  return row;
}

/**
 * Changes a member's name, role and units as they were `seen` (`changedAt`); they hold from the next page on. Throws the
 * errors of `readName` and `readPlace`, `not-found`, `not-yourself` for one's own role or fewer units of one's own,
 * `login-closed`, `changed-meanwhile`, `last-administrator`.
 */
export async function changeMember(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: Place & { name: string; seen: number },
): Promise<void> {
  const row = await find(rt, staff, id);
  const name = readName(form.name);
  const { role, units } = await readPlace(rt, form);
  if (id === staff.id && (role !== row.role || (row.allUnits === 1 && !form.allUnits)))
    throw new AppError('not-yourself', role === row.role ? 'units' : 'role');
  if (row.closedAt !== null) throw new AppError('login-closed');
  const body = { how: 'desk', role, units: { all: form.allUnits, ids: units }, before: row.role };
  const changed = await rt.db.lane.put(changeMembers, {
    id,
    role,
    nameSealed: seal(rt.db.keys, `staff.name:${id}`, name),
    units: { all: form.allUnits, ids: units },
    claimed: false,
    demo: rt.config.demo,
    seen: form.seen,
    at: rt.now(),
    ledger: [ledgerRow(rt, { kind: 'staff.changed', actor: staff.id, subject: id, body })],
  });
  if (changed) return;
  if ((await find(rt, staff, id)).changedAt !== form.seen) throw new AppError('changed-meanwhile');
  throw new AppError('last-administrator', 'role');
}

/** Closes a member: sessions and an open invitation end at once. Throws `not-found`, `not-yourself`, `already-done`, `last-administrator`. */
export async function closeMember(rt: Runtime, staff: Staff, id: string): Promise<void> {
  const row = await find(rt, staff, id);
  if (id === staff.id) throw new AppError('not-yourself');
  if (row.closedAt !== null) throw new AppError('already-done');
  const entry = ledgerRow(rt, { kind: 'staff.closed', actor: staff.id, subject: id });
  const order = { id, at: rt.clock(), demo: rt.config.demo, ledger: [entry] };
  if (!(await rt.db.lane.put(closeMembers, order))) throw new AppError('last-administrator');
}

/** Lets a closed member log in again, with the password, role and units as they were. Throws `not-found`, `already-done`. */
export async function reopenMember(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await find(rt, staff, id);
  const entry = ledgerRow(rt, { kind: 'staff.reopened', actor: staff.id, subject: id });
  if (!(await rt.db.lane.put(reopenMembers, { id, ledger: [entry] }))) throw new AppError('already-done');
}
