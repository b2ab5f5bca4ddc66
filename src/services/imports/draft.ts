import { addImports, findImport, type ImportRow } from '../../store/people/imports.ts';
import { seal, unseal } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import type { ImportChoices } from './check-rows.ts';
import type { PlannedRow } from './plan.ts';
import type { Table } from './table.ts';

/** How long a draft is kept, ms of the real clock. */
export const DRAFT_LIVES_MS = 2 * 3_600_000;

/** What a draft holds: first the spreadsheet, then what is being written, at last what came of it. */
export type Draft =
  | { status: 'read'; table: Table; choices?: ImportChoices }
  | { status: 'running'; rows: PlannedRow[] }
  | { status: 'done'; imported: number; left: { row: number }[] };

const place = (id: string): string => `imports.rows:${id}`;

/** What a draft is to hold, sealed for its place. */
export const sealDraft = (rt: Runtime, id: string, { status: _kept, ...rest }: Draft): string =>
  seal(rt.db.keys, place(id), JSON.stringify(rest));

/** What a draft holds. */
export const openDraft = (rt: Runtime, { id, status, rowsSealed }: ImportRow): Draft =>
  ({ status, ...JSON.parse(unseal(rt.db.keys, place(id), rowsSealed)) }) as Draft;

/** The draft this member of staff uploaded. Throws `not-found` for another's, and for one whose time is over. */
export async function findDraft(rt: Runtime, staff: Staff, id: string): Promise<Draft> {
  requireRight(staff, 'care');
  const row = await findImport(rt.db, id);
  if (row?.staffId !== staff.id || (row.endsAt <= rt.clock() && row.status !== 'running'))
    throw new AppError('not-found');
  return openDraft(rt, row);
}

/** Keeps a table sealed for two hours, for this member of staff alone; `choices` when it is known already how its columns are read. */
export async function keepTable(
  rt: Runtime,
  staff: Staff,
  table: Table,
  choices?: ImportChoices,
): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const id = rt.newId();
  const at = rt.clock();
  await rt.db.lane.put(addImports, {
    id,
    staffId: staff.id,
    status: 'read',
    rowsSealed: sealDraft(rt, id, { status: 'read', table, ...(choices ? { choices } : {}) }),
    createdAt: at,
    endsAt: at + DRAFT_LIVES_MS,
  });
  await recordLedger(rt, {
    kind: 'import.uploaded',
    actor: staff.id,
    subject: id,
    body: { rows: table.rows.length },
  });
  return { id };
}
