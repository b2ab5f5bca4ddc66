import { listUnitRows } from '../../store/organisation.ts';
import { inviteAnew, inviteMembers } from '../../store/people/invitations.ts';
import { findStaffRow } from '../../store/people/staff.ts';
import { seal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { emailIndex, isEmail, plainEmail } from './email.ts';
import { opensLocally } from './emergency.ts';
import { makeInvitation } from './invitation.ts';
import { isRole, type Role, requireRight, type Staff } from './staff.ts';

/** A role and the units it holds for, as a form or a command line gives them. */
export type Place = { role: string; allUnits: boolean; units: readonly string[] };

/** `emergency`: an administrator's account for the day the municipality's login is down. */
export type MemberForm = Place & { name: string; email: string; emergency?: boolean };

const MAX_NAME = 80;

/** The place as it is stored. Throws `field-missing` without any unit, `field-unreadable` for a role or unit there is not. */
export async function readPlace(rt: Runtime, place: Place): Promise<{ role: Role; units: string[] }> {
  if (!isRole(place.role)) throw new AppError('field-unreadable', 'role');
  if (!place.allUnits && place.units.length === 0) throw new AppError('field-missing', 'units');
  const known = new Set((await listUnitRows(rt.db, true)).map(({ id }) => id));
  if (place.units.some((id) => !known.has(id))) throw new AppError('field-unreadable', 'units');
  return { role: place.role, units: place.allUnits ? [] : [...new Set(place.units)] };
}

/** A name as it is stored. Throws `field-missing` and `text-too-long`. */
export function readName(typed: string): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (name === '') throw new AppError('field-missing', 'name');
  if (Array.from(name).length > MAX_NAME) throw new AppError('text-too-long', 'name');
  return name;
}

/**
 * Makes a member of staff with a local account and gives the link of the invitation, which is told this once. `by` is who does
 * it. Throws the errors of `readName` and `readPlace`, `email-unreadable`, `email-taken`; where staff come from elsewhere `not-found`
 * unless it is for emergencies, and where they do not, if it is.
 */
export async function inviteMember(
  rt: Runtime,
  by: string,
  form: MemberForm,
): Promise<{ id: string; link: string }> {
  const { emergency = false } = form;
  if (emergency !== (rt.identity !== undefined)) throw new AppError('not-found');
  const name = readName(form.name);
  if (!isEmail(form.email)) throw new AppError('email-unreadable', 'email');
  const { role, units } = await readPlace(rt, form);
  const id = rt.newId();
  const { link, stored } = makeInvitation(rt);
  const body = {
    how: emergency ? 'emergency' : 'invitation',
    role,
    units: { all: form.allUnits, ids: units },
  };
  const made = await rt.db.lane.put(inviteMembers, {
    row: {
      id,
      nameSealed: seal(rt.db.keys, `staff.name:${id}`, name),
      role,
      allUnits: form.allUnits ? 1 : 0,
      emailHash: emailIndex(rt.db.keys, form.email),
      emailSealed: seal(rt.db.keys, `staff.email:${id}`, plainEmail(form.email)),
      createdAt: rt.now(),
      emergency: emergency ? 1 : 0,
    },
    units,
    ...stored,
    ledger: [ledgerRow(rt, { kind: 'staff.made', actor: by, subject: id, body })],
  });
  if (!made) throw new AppError('email-taken', 'email');
  return { id, link };
}

/** As `inviteMember`, by an administrator. */
export async function inviteStaff(rt: Runtime, staff: Staff, form: MemberForm) {
  requireRight(staff, 'administer');
  return inviteMember(rt, staff.id, form);
}

/**
 * A new invitation for a member with a local account: the old password, authenticator and recovery codes open nothing any more,
 * and all sessions end. Throws `not-found`, `not-yourself`, and `login-closed` for one who is closed.
 */
export async function inviteStaffAnew(rt: Runtime, staff: Staff, id: string): Promise<string> {
  requireRight(staff, 'administer');
  const row = await findStaffRow(rt.db, id);
  if (!row || row.emailHash === null || !opensLocally(rt, row)) throw new AppError('not-found');
  if (id === staff.id) throw new AppError('not-yourself');
  const { link, stored } = makeInvitation(rt);
  const entry = ledgerRow(rt, { kind: 'staff.invited.anew', actor: staff.id, subject: id });
  if (!(await rt.db.lane.put(inviteAnew, { id, ...stored, ledger: [entry] })))
    throw new AppError('login-closed');
  return link;
}
