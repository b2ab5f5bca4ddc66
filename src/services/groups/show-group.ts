import { findGroup, type GroupRow, listGroupRows } from '../../store/groups/groups.ts';
import { countMembers, listMembers, type Membership } from '../../store/groups/members.ts';
import type { RelativeCursor } from '../../store/people/relative-lists.ts';
import { AppError } from '../app-error.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { checkRule, type GroupRule, type RuleProblem, readRule } from './group-rule.ts';

const PAGE = 50;

/** A group as lists show it; `rule` is null where members were put in, `count` is of the members in sight. */
export type GroupLine = Omit<GroupRow, 'rule'> & { rule: GroupRule | null; count: number };

/** Who a member is; nothing is opened but the name. */
export type MemberLine = {
  id: string;
  name: string;
  relation: string;
  area: string;
  circleCode: string;
  unitName: string | null;
};

const membership = (rt: Runtime, { id, rule }: { id: string; rule: GroupRule | null }): Membership => ({
  id,
  rule,
  now: rt.now(),
});

async function toLine(rt: Runtime, staff: Staff, row: GroupRow): Promise<GroupLine> {
  const group = { ...row, rule: readRule(row.rule) };
  return { ...group, count: await countMembers(rt.db, membership(rt, group), sightOf(staff)) };
}

/** The groups in sight by their titles, open ones or those that were closed, each with how many members are in sight. */
export async function listGroups(rt: Runtime, staff: Staff, { closed = false } = {}): Promise<GroupLine[]> {
  requireRight(staff, 'look');
  const rows = await listGroupRows(rt.db, sightOf(staff), closed);
  return Promise.all(rows.map((row) => toLine(rt, staff, row)));
}

async function pageOf(
  rt: Runtime,
  staff: Staff,
  group: Membership,
  after: RelativeCursor | undefined,
  most = PAGE,
): Promise<{ members: MemberLine[]; next?: RelativeCursor }> {
  const rows = await listMembers(rt.db, group, { sight: sightOf(staff), after, limit: most + 1 });
  const page = rows.slice(0, most);
  const last = page.at(-1);
  const members = page.map(({ id, nameSealed, relation, area, circleCode, unitName }) => ({
    id,
    name: openName(rt, id, nameSealed) ?? '',
    relation,
    area,
    circleCode,
    unitName,
  }));
  if (rows.length <= most || !last) return { members };
  return { members, next: { createdAt: last.createdAt, id: last.id } };
}

/** One group with a page of its members in sight (50, or `most`), and what its rule names that is there no more. Throws `not-found`. */
export async function showGroup(
  rt: Runtime,
  staff: Staff,
  id: string,
  { after, most }: { after?: RelativeCursor | undefined; most?: number } = {},
) {
  requireRight(staff, 'look');
  const row = await findGroup(rt.db, sightOf(staff), id);
  if (!row) throw new AppError('not-found');
  const group = await toLine(rt, staff, row);
  const page = await pageOf(rt, staff, membership(rt, group), after, most);
  const problems: RuleProblem[] =
    group.rule === null ? [] : await checkRule(rt, group.rule, await listOwnUnits(rt, staff));
  return { ...group, ...page, problems };
}

/** Whom a rule would fit, before it is kept: how many in sight, and the newest of them. The rule is one that `checkRule` has no problem with. */
export async function tryRule(rt: Runtime, staff: Staff, rule: GroupRule, id?: string) {
  requireRight(staff, 'coordinate');
  const group: Membership = { id, rule, now: rt.now() };
  const [count, page] = await Promise.all([
    countMembers(rt.db, group, sightOf(staff)),
    pageOf(rt, staff, group, undefined),
  ]);
  return { count, members: page.members };
}
