import {
  addGroups,
  changeGroups,
  closeGroups,
  findGroup,
  type GroupContent,
} from '../../store/groups/groups.ts';
import { AppError, type ErrorCode } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import { checkRule, type GroupRule, type RuleField } from './group-rule.ts';

/** A group as its form sends it; `unit` is empty for the whole organisation, `rule` null where members are put in. */
export type GroupForm = { title: string; note: string; unit: string; rule: GroupRule | null };

export type GroupField = 'title' | 'note' | 'unit' | 'rule' | RuleField;
export type GroupProblem = { field: GroupField; code: ErrorCode };

const MOST = { title: 80, note: 500 } as const;

/** Everything that is wrong with a group, at most one problem a field. A group of the whole organisation is made by those who see all of it. */
export async function checkGroup(rt: Runtime, staff: Staff, form: GroupForm): Promise<GroupProblem[]> {
  const units = await listOwnUnits(rt, staff);
  const problems: GroupProblem[] = [];
  if (form.title.trim() === '') problems.push({ field: 'title', code: 'field-missing' });
  for (const field of ['title', 'note'] as const) {
    if (form[field].trim().length > MOST[field]) problems.push({ field, code: 'text-too-long' });
    else if (looksLikeCpr(form[field])) problems.push({ field, code: 'cpr-typed' });
  }
  const isOwn = form.unit === '' ? staff.units === 'all' : units.some(({ id }) => id === form.unit);
  if (!isOwn) problems.push({ field: 'unit', code: form.unit === '' ? 'field-missing' : 'field-unreadable' });
  return form.rule === null ? problems : [...problems, ...(await checkRule(rt, form.rule, units))];
}

async function contentOf(rt: Runtime, staff: Staff, form: GroupForm): Promise<GroupContent> {
  const [problem] = await checkGroup(rt, staff, form);
  if (problem) throw new AppError(problem.code, problem.field);
  return {
    title: form.title.trim(),
    note: form.note.trim(),
    unitId: form.unit || null,
    rule: form.rule && JSON.stringify(form.rule),
  };
}

/** Makes a group. Throws `forbidden` without the right to coordinate, or the first problem of `checkGroup`. */
export async function addGroup(rt: Runtime, staff: Staff, form: GroupForm): Promise<{ id: string }> {
  requireRight(staff, 'coordinate');
  const content = await contentOf(rt, staff, form);
  const id = rt.newId();
  const ledger = [ledgerRow(rt, { kind: 'group.added', actor: staff.id, subject: id })];
  await rt.db.lane.put(addGroups, { id, at: rt.now(), by: staff.id, content, ledger });
  return { id };
}

/** A group in sight, which those who have it in their units alone may change. Throws `not-found`, `forbidden`. */
async function ownGroup(rt: Runtime, staff: Staff, id: string) {
  requireRight(staff, 'coordinate');
  const group = await findGroup(rt.db, sightOf(staff), id);
  if (!group) throw new AppError('not-found');
  if (group.unitId === null && staff.units !== 'all') throw new AppError('forbidden');
  return group;
}

/**
 * Changes a group as it was `seen` (`changedAt`); how its members come stays as it is. Throws `not-found`, `forbidden`,
 * `changed-meanwhile` when somebody changed or closed it, or the first problem.
 */
export async function changeGroup(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: GroupForm & { seen: number },
): Promise<void> {
  const group = await ownGroup(rt, staff, id);
  if ((group.rule === null) !== (form.rule === null)) throw new AppError('field-unreadable', 'rule');
  const content = await contentOf(rt, staff, form);
  const ledger = [ledgerRow(rt, { kind: 'group.changed', actor: staff.id, subject: id })];
  const change = { id, seen, changedAt: rt.now(), content, ledger };
  if (!(await rt.db.lane.put(changeGroups, change))) throw new AppError('changed-meanwhile');
}

/** Closes a group, which nobody is written to through any more, or opens it again. Throws `not-found`, `forbidden`, `already-done`. */
export async function closeGroup(rt: Runtime, staff: Staff, id: string, close: boolean): Promise<void> {
  await ownGroup(rt, staff, id);
  const kind = close ? 'group.closed' : 'group.opened';
  const ledger = [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(closeGroups, { id, close, at: rt.now(), ledger })))
    throw new AppError('already-done');
}
