import { addSources, closeSources, findSourceRow, renameSources } from '../../store/care/sources.ts';
import { AppError } from '../app-error.ts';
import { codeFrom } from '../circles/codes.ts';
import { ledgerRow } from '../record-ledger.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import { looksLikeCpr } from '../relatives/looks-like-cpr.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

const LONGEST_TITLE = 80;

function titleOf(text: string): string {
  const title = text.trim();
  if (title === '') throw new AppError('field-missing', 'title');
  if (title.length > LONGEST_TITLE) throw new AppError('text-too-long', 'title');
  if (looksLikeCpr(title)) throw new AppError('cpr-typed', 'title');
  return title;
}

async function requireSource(rt: Runtime, staff: Staff, id: string): Promise<void> {
  requireRight(staff, 'coordinate');
  if (!(await findSourceRow(rt.db, sightOf(staff), id))) throw new AppError('not-found');
}

/** Makes a source of referrals to one of the units in sight, with a short code of its own. Throws by the fields `title` and `unit`. */
export async function addSource(
  rt: Runtime,
  staff: Staff,
  form: { title: string; unit: string },
): Promise<{ id: string }> {
  requireRight(staff, 'coordinate');
  const title = titleOf(form.title);
  const unit = (await listOwnUnits(rt, staff)).find(({ id }) => id === form.unit);
  if (!unit) throw new AppError('field-unreadable', 'unit');
  const id = rt.newId();
  const code = codeFrom(rt.newId()).slice(2).toLowerCase();
  const row = { id, code, title, unitId: unit.id, createdAt: rt.now() };
  const entry = { kind: 'source.added', actor: staff.id, subject: id, body: { unit: unit.id } };
  await rt.db.lane.put(addSources, { row, ledger: [ledgerRow(rt, entry)] });
  return { id };
}

/**
 * Gives a source another name as it was `seen` (`changedAt`); its address stays. Throws `not-found`, `changed-meanwhile`,
 * and by the field `title`.
 */
export async function renameSource(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: { title: string; seen: number },
): Promise<void> {
  await requireSource(rt, staff, id);
  const title = titleOf(form.title);
  const ledger = [ledgerRow(rt, { kind: 'source.renamed', actor: staff.id, subject: id })];
  const name = { id, seen: form.seen, changedAt: rt.now(), content: { title }, ledger };
  if (!(await rt.db.lane.put(renameSources, name))) throw new AppError('changed-meanwhile');
}

/** Closes a source, so that its address opens nothing, or opens it again. Throws `not-found`, and `already-done`. */
export async function closeSource(rt: Runtime, staff: Staff, id: string, close: boolean): Promise<void> {
  await requireSource(rt, staff, id);
  const kind = close ? 'source.closed' : 'source.opened';
  const ledger = [ledgerRow(rt, { kind, actor: staff.id, subject: id })];
  if (!(await rt.db.lane.put(closeSources, { id, close, at: rt.now(), ledger })))
    throw new AppError('already-done');
}
