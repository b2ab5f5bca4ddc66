// The tree of units, as administrators tend it.
import {
  addUnit,
  changeUnits,
  closeUnits,
  listUnitTree,
  reopenUnits,
  type UnitRow,
} from '../../store/people/units.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from './staff.ts';

/** A unit in its place: how deep it stands, and what belongs to it. */
export type UnitLine = UnitRow & { depth: number };

/** The units in the order of the tree, each right after its parent; the closed ones among them. */
export async function listUnitLines(rt: Runtime, staff: Staff): Promise<UnitLine[]> {
  requireRight(staff, 'administer');
  const rows = await listUnitTree(rt.db);
  const known = new Set(rows.map(({ id }) => id));
  const childrenOf = Map.groupBy(rows, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ''));
  const lines = (parent: string, depth: number): UnitLine[] =>
    (childrenOf.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...lines(row.id, depth + 1)]);
  return lines('', 0);
}

/** One unit with those it may be moved under: open, not itself and none under it. Throws `not-found`. */
export async function showUnit(rt: Runtime, staff: Staff, id: string) {
  const lines = await listUnitLines(rt, staff);
  const at = lines.findIndex((line) => line.id === id);
  const unit = lines[at];
  if (!unit) throw new AppError('not-found');
  const next = lines.findIndex((line, i) => i > at && line.depth <= unit.depth);
  const below = lines.slice(at + 1, next === -1 ? undefined : next);
  const inside = new Set([id, ...below.map((line) => line.id)]);
  return {
    ...unit,
    openBelow: below.filter(({ closedAt }) => closedAt === null).length,
    others: lines.filter((line) => line.closedAt === null && line.id !== id),
    parents: lines.filter((line) => line.closedAt === null && !inside.has(line.id)),
  };
}

export type UnitView = Awaited<ReturnType<typeof showUnit>>;

export type UnitForm = { name: string; area: string; parentId: string };

const MAX_UNIT_NAME = 80;

async function readUnit(rt: Runtime, form: UnitForm, id?: string) {
  const [name, area] = [form.name, form.area].map((text) => text.replace(/\s+/g, ' ').trim());
  if (!name) throw new AppError('field-missing', 'name');
  if (!area) throw new AppError('field-missing', 'area');
  if (name.length > MAX_UNIT_NAME) throw new AppError('text-too-long', 'name');
  if (area.length > MAX_UNIT_NAME) throw new AppError('text-too-long', 'area');
  const rows = await listUnitTree(rt.db);
  const isTaken = rows.some((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw new AppError('unit-taken', 'name');
  const parentId = form.parentId === '' ? null : form.parentId;
  if (parentId !== null && !rows.some((row) => row.id === parentId && row.closedAt === null))
    throw new AppError('field-unreadable', 'parentId');
  return { name, area, parentId };
}

/** Adds a unit and gives its id. Throws `field-missing`, `text-too-long`, `unit-taken`, `field-unreadable` with the field. */
export async function makeUnit(rt: Runtime, staff: Staff, form: UnitForm): Promise<string> {
  requireRight(staff, 'administer');
  const unit = await readUnit(rt, form);
  const id = rt.newId();
  const body = { parentId: unit.parentId };
  const entry = ledgerRow(rt, { kind: 'unit.made', actor: staff.id, subject: id, body });
  await rt.db.lane.put(addUnit, { row: { id, ...unit }, ledger: [entry] });
  return id;
}

/**
 * Renames or moves a unit as it was `seen` (`changedAt`); whoever works in its new parent sees its relatives. Throws as
 * `makeUnit`, and `not-found`, `changed-meanwhile`.
 */
export async function changeUnit(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: UnitForm & { seen: number },
): Promise<void> {
  const before = await showUnit(rt, staff, id);
  const unit = await readUnit(rt, form, id);
  const body = { parentId: unit.parentId, before: before.parentId, renamed: unit.name !== before.name };
  const entry = ledgerRow(rt, { kind: 'unit.changed', actor: staff.id, subject: id, body });
  if (await rt.db.lane.put(changeUnits, { id, ...unit, seen, at: rt.now(), ledger: [entry] })) return;
  if ((await showUnit(rt, staff, id)).changedAt !== seen) throw new AppError('changed-meanwhile');
  throw new AppError('field-unreadable', 'parentId');
}

/** Closes a unit; its circles, waiting referrals, open sources and groups, and coming events go to the unit `to`, or it has none. Throws `not-found`, `already-done`, `unit-in-use`. */
export async function closeUnit(rt: Runtime, staff: Staff, id: string, to: string): Promise<void> {
  const unit = await showUnit(rt, staff, id);
  if (unit.closedAt !== null) throw new AppError('already-done');
  const body = { to: to || null, circles: unit.circles };
  const entry = ledgerRow(rt, { kind: 'unit.closed', actor: staff.id, subject: id, body });
  const order = { id, to: to === '' ? null : to, at: rt.clock(), ledger: [entry] };
  if (!(await rt.db.lane.put(closeUnits, order))) throw new AppError('unit-in-use', 'to');
}

/** Opens a closed unit again; circles that went elsewhere stay there. Throws `not-found`, `already-done`. */
export async function reopenUnit(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await showUnit(rt, staff, id);
  const entry = ledgerRow(rt, { kind: 'unit.reopened', actor: staff.id, subject: id });
  if (!(await rt.db.lane.put(reopenUnits, { id, ledger: [entry] }))) throw new AppError('already-done');
}
