import type { Identified } from '../../gateways/identity.ts';
import { listUnitRows } from '../../store/organisation.ts';
import { addClaimedMembers, changeMembers, listOwnUnits } from '../../store/people/members.ts';
import { endSessions } from '../../store/people/sessions.ts';
import { findStaffBySubject, type StaffRow } from '../../store/people/staff.ts';
import { seal, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow, recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { subjectIndex } from './email.ts';
import { isRole, type Role } from './staff.ts';

/** Stands in the claim for every unit. */
const EVERY = '*';

type Units = { all: boolean; ids: string[] };

/** The units a claim names, by id or by name in any case; what is no unit of ours is left out. */
async function readUnits(rt: Runtime, values: readonly string[]): Promise<Units> {
  const wanted = new Set(values.map((value) => value.trim().toLowerCase()));
  const found = (await listUnitRows(rt.db)).filter(
    ({ id, name }) => wanted.has(id.toLowerCase()) || wanted.has(name.trim().toLowerCase()),
  );
  return { all: wanted.has(EVERY), ids: found.map(({ id }) => id).sort() };
}

const nameOf = ({ name }: Identified): string => name ?? 'Uden navn';

async function makeMember(rt: Runtime, who: Identified, role: Role, units: Units): Promise<void> {
  const id = rt.newId();
  await rt.db.lane.put(addClaimedMembers, {
    row: {
      id,
      role,
      nameSealed: seal(rt.db.keys, `staff.name:${id}`, nameOf(who)),
      subjectHash: subjectIndex(rt.db.keys, who.subject),
      subjectSealed: seal(rt.db.keys, `staff.subject:${id}`, who.subject),
      allUnits: units.all ? 1 : 0,
      createdAt: rt.now(),
    },
    units: units.ids,
    ledger: [
      ledgerRow(rt, { kind: 'staff.made', actor: id, subject: id, body: { how: 'oidc', role, units } }),
    ],
  });
}

async function isSame(rt: Runtime, row: StaffRow, who: Identified, role: Role, units?: Units) {
  const name = unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed);
  if (name !== nameOf(who) || row.role !== role) return false;
  if (!units) return true;
  const own = await listOwnUnits(rt.db, row.id);
  return row.allUnits === (units.all ? 1 : 0) && own.join() === units.ids.join();
}

/** Makes a member what the claims say, when something differs. */
async function changeMember(rt: Runtime, row: StaffRow, who: Identified, role: Role, units?: Units) {
  if (await isSame(rt, row, who, role, units)) return;
  const { id } = row;
  const entry = { kind: 'staff.changed', actor: id, subject: id, body: { how: 'oidc', role, units } };
  await rt.db.lane.put(changeMembers, {
    id,
    role,
    nameSealed: seal(rt.db.keys, `staff.name:${id}`, nameOf(who)),
    units,
    claimed: true,
    demo: rt.config.demo,
    seen: row.changedAt,
    at: rt.now(),
    ledger: [ledgerRow(rt, entry)],
  });
}

/**
 * The member of staff the provider's claims tell of, made at the first login and brought up to date at each. Throws
 * `login-closed`, and `login-no-role`, which also ends the sessions of one who had a role.
 */
export async function followClaims(rt: Runtime, who: Identified): Promise<string> {
  const hash = subjectIndex(rt.db.keys, who.subject);
  const known = await findStaffBySubject(rt.db, hash);
  if (known && known.closedAt !== null) {
    await recordLedger(rt, {
      kind: 'staff.login.failed',
      actor: known.id,
      body: { step: 'oidc', why: 'closed' },
    });
    throw new AppError('login-closed');
  }
  if (who.role === undefined || !isRole(who.role)) {
    if (known) await rt.db.lane.put(endSessions, { subject: known.id });
    const actor = known?.id ?? 'unknown';
    await recordLedger(rt, { kind: 'staff.login.failed', actor, body: { step: 'oidc', why: 'no-role' } });
    throw new AppError('login-no-role');
  }
  const units = who.units && (await readUnits(rt, who.units));
  if (!known) await makeMember(rt, who, who.role, units ?? { all: false, ids: [] });
  const row = known ?? (await findStaffBySubject(rt.db, hash));
  if (!row) throw new Error('a member of staff was not made');
  await changeMember(rt, row, who, who.role, units);
  return row.id;
}
