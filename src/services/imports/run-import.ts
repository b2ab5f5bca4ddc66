import type { LedgerRow } from '../../store/ledger.ts';
import {
  findImport,
  forgetImports,
  type ImportedRelative,
  type ImportRow,
  importRelatives,
  listRunningImports,
  stepImports,
} from '../../store/people/imports.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import { toRow } from '../relatives/create-relative.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { checkImport } from './check-import.ts';
import type { ImportChoices } from './check-rows.ts';
import { DRAFT_LIVES_MS, type Draft, findDraft, openDraft, sealDraft } from './draft.ts';
import { type PlannedRow, planRows } from './plan.ts';

const BATCH = 100;

/** What the uploader has said to: how columns are read, how many are to come of it, and what may be left out. */
export type ImportOrder = ImportChoices & {
  expected: number;
  /** Rows with something wrong are left out. */
  leaveBad: boolean;
  /** Rows that look like somebody we have are left out. */
  leaveAlike: boolean;
};

function entriesOf(rt: Runtime, actor: string, subject: string, planned: PlannedRow): LedgerRow[] {
  const { id: relativeId, consent, form } = planned;
  const created = ledgerRow(rt, {
    kind: 'relative.created',
    actor,
    relativeId,
    subject,
    body: { how: 'import' },
  });
  if (!consent) return [created];
  const body = { how: consent.how, on: consent.on, language: form.language };
  return [
    created,
    ledgerRow(rt, { kind: 'consent.given', actor, relativeId, purpose: 'sms', subject, body }),
  ];
}

function toImported(rt: Runtime, actor: string, subject: string, planned: PlannedRow): ImportedRelative {
  const at = rt.now();
  const { relative, number, words } = toRow(rt, planned.form, planned.circleId, planned.id, at);
  const circle = planned.circle && { ...planned.circle, createdAt: at };
  return { relative, number, circle, words, ledger: entriesOf(rt, actor, subject, planned) };
}

/** Writes what was planned, batch by batch; whatever of it is there already stays. */
async function carryOut(rt: Runtime, row: ImportRow, rows: readonly PlannedRow[]): Promise<void> {
  const left: { row: number }[] = [];
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    const there = await rt.db.lane.put(
      importRelatives,
      batch.map((planned) => toImported(rt, row.staffId, row.id, planned)),
    );
    left.push(...batch.filter(({ id }) => !there.has(id)).map(({ row: number }) => ({ row: number })));
  }
  const done: Draft = { status: 'done', imported: rows.length - left.length, left };
  const body = { imported: done.imported, left: left.length };
  await rt.db.lane.put(stepImports, {
    id: row.id,
    from: 'running',
    to: 'done',
    rowsSealed: sealDraft(rt, row.id, done),
    endsAt: rt.clock() + DRAFT_LIVES_MS,
    ledger: [ledgerRow(rt, { kind: 'import.done', actor: row.staffId, subject: row.id, body })],
  });
}

async function finish(rt: Runtime, id: string): Promise<void> {
  const row = await findImport(rt.db, id);
  if (row?.status !== 'running') return;
  const draft = openDraft(rt, row);
  if (draft.status === 'running') await carryOut(rt, row, draft.rows);
}

/** Goes on with the draft of this member of staff where it was cut short. Throws `not-found`. */
export async function resumeImport(rt: Runtime, staff: Staff, id: string): Promise<void> {
  await findDraft(rt, staff, id);
  await finish(rt, id);
}

/**
 * Imports the good rows of a draft. The decision is one commit; from then on all of them are written, in batches that can
 * be done again, also after a crash. Throws `not-found`, `already-done`, `field-missing`, and `changed-meanwhile` when
 * something is to be left out that was not agreed to, or the count is another than was shown.
 */
export async function runImport(rt: Runtime, staff: Staff, id: string, order: ImportOrder): Promise<void> {
  const draft = await findDraft(rt, staff, id);
  if (draft.status !== 'read') throw new AppError('already-done');
  const { good, bad, alike } = await checkImport(rt, staff, draft.table, order);
  const rows = order.leaveAlike ? good.filter(({ row }) => !alike.has(row)) : good;
  if ((bad.length > 0 && !order.leaveBad) || rows.length !== order.expected || rows.length === 0)
    throw new AppError('changed-meanwhile');
  const running: Draft = { status: 'running', rows: planRows(rt, rows) };
  const body = {
    rows: rows.length,
    leftOut: draft.table.rows.length - rows.length,
    consents: order.consents,
  };
  const step = {
    id,
    from: 'read',
    to: 'running',
    rowsSealed: sealDraft(rt, id, running),
    endsAt: rt.clock() + DRAFT_LIVES_MS,
    ledger: [ledgerRow(rt, { kind: 'import.begun', actor: staff.id, subject: id, body })],
  };
  if (!(await rt.db.lane.put(stepImports, step))) throw new AppError('already-done');
  await finish(rt, id);
}

/** Finishes imports that were cut short, and throws away drafts whose time is over. For a slow beat, and for the start. */
export async function finishImports(rt: Runtime): Promise<void> {
  for (const { id } of await listRunningImports(rt.db)) await finish(rt, id);
  await rt.db.lane.put(forgetImports, rt.clock());
}
