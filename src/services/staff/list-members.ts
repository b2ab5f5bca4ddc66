import {
  countHanging,
  findMemberRow,
  listMemberRows,
  type MemberRow,
} from '../../store/people/member-lists.ts';
import { listOwnUnits } from '../../store/people/members.ts';
import { unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { listSessions } from './list-sessions.ts';
import { isRole, type Role, requireRight, type Staff } from './staff.ts';

/** active · invited: has not taken the invitation · lapsed: did not in time · closed. */
export type MemberState = 'active' | 'invited' | 'lapsed' | 'closed';

export type MemberLine = {
  id: string;
  name: string;
  role: Role | undefined;
  allUnits: boolean;
  /** By name. */
  units: string[];
  state: MemberState;
  /** How one logs in. */
  way: 'demo' | 'password' | 'oidc' | 'emergency';
  /** The last sign of life of a session that is still known, real time, UTC ms. */
  seenAt: number | null;
};

function stateOf(rt: Runtime, row: MemberRow): MemberState {
  if (row.closedAt !== null) return 'closed';
  if (row.demo === 1 || row.fromElsewhere === 1 || row.hasPassword === 1) return 'active';
  return (row.inviteEndsAt ?? 0) > rt.clock() ? 'invited' : 'lapsed';
}

function wayOf(row: MemberRow): MemberLine['way'] {
  if (row.demo === 1) return 'demo';
  if (row.emergency === 1) return 'emergency';
  return row.fromElsewhere === 1 ? 'oidc' : 'password';
}

const toLine = (rt: Runtime, row: MemberRow): MemberLine => ({
  id: row.id,
  name: unseal(rt.db.keys, `staff.name:${row.id}`, row.nameSealed),
  role: isRole(row.role) ? row.role : undefined,
  allUnits: row.allUnits === 1,
  units: (JSON.parse(row.units) as string[]).sort((a, b) => a.localeCompare(b, 'da')),
  state: stateOf(rt, row),
  way: wayOf(row),
  seenAt: row.seenAt,
});

/** Everybody who works at the desk, by name; the closed ones last. */
export async function listMembers(rt: Runtime, staff: Staff): Promise<MemberLine[]> {
  requireRight(staff, 'administer');
  const lines = (await listMemberRows(rt.db, rt.config.demo)).map((row) => toLine(rt, row));
  const rank = ({ state }: MemberLine): number => (state === 'closed' ? 1 : 0);
  return lines.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'da'));
}

/** One member with e-mail, own units by id, open sessions, what closing would leave without anybody, and when it was last changed. Throws `not-found`. */
export async function showMember(rt: Runtime, staff: Staff, id: string) {
  requireRight(staff, 'administer');
  const row = await findMemberRow(rt.db, id);
  if (!row || (row.demo === 1 && !rt.config.demo)) throw new AppError('not-found');
  const [unitIds, sessions, hanging] = await Promise.all([
    listOwnUnits(rt.db, id),
    listSessions(rt, staff, id),
    countHanging(rt.db, id, rt.now()),
  ]);
  const email = row.emailSealed === null ? '' : unseal(rt.db.keys, `staff.email:${id}`, row.emailSealed);
  const { changedAt } = row;
  return { ...toLine(rt, row), email, unitIds, sessions, hanging, changedAt, self: id === staff.id };
}

export type MemberView = Awaited<ReturnType<typeof showMember>>;
