import { findGroup, listGroupRows } from '../../store/groups/groups.ts';
import { isMember, listPlacesOf } from '../../store/groups/members.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, requireSight, type Staff, sightOf } from '../staff/staff.ts';
import { readRule } from './group-rule.ts';
import { moveMember } from './move-member.ts';

/**
 * Puts a relative into a group, or takes them out. Into a group with a rule only those come who had left it. Throws
 * `not-found` for either out of sight, `field-unreadable` for a rule that decides, `already-done`.
 */
export async function putInGroup(
  rt: Runtime,
  staff: Staff,
  order: { groupId: string; relativeId: string; leave: boolean },
): Promise<void> {
  await requireSight(rt, staff, 'care', 'relative', order.relativeId);
  const group = await findGroup(rt.db, sightOf(staff), order.groupId);
  if (!group || group.closedAt !== null) throw new AppError('not-found');
  if (group.rule !== null && !order.leave) {
    const places = await listPlacesOf(rt.db, order.relativeId);
    const hasLeft = places.some(({ groupId, leftAt }) => groupId === group.id && leftAt !== null);
    if (!hasLeft) throw new AppError('field-unreadable', 'rule');
  }
  if (!(await moveMember(rt, { ...order, by: staff.id }))) throw new AppError('already-done');
}

/** Where a relative stands in a group: in it, or left it, and whether a rule decides. */
export type Place = { id: string; title: string; hasRule: boolean; isMember: boolean; hasLeft: boolean };

/** The open groups in sight, each with where a relative stands in it. Throws `not-found`. */
export async function listPlaces(rt: Runtime, staff: Staff, relativeId: string): Promise<Place[]> {
  requireRight(staff, 'look');
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  const [rows, places] = await Promise.all([
    listGroupRows(rt.db, sightOf(staff), false),
    listPlacesOf(rt.db, relativeId),
  ]);
  const left = new Set(places.filter(({ leftAt }) => leftAt !== null).map(({ groupId }) => groupId));
  return Promise.all(
    rows.map(async ({ id, title, rule }) => ({
      id,
      title,
      hasRule: rule !== null,
      isMember: await isMember(rt.db, { id, rule: readRule(rule), now: rt.now() }, relativeId),
      hasLeft: left.has(id),
    })),
  );
}
