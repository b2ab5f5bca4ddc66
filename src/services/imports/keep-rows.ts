// An import that is sent by a program: what its columns mean is said with it, so that it can be looked through page by page.
import { AppError } from '../app-error.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { type CheckedImport, checkImport } from './check-import.ts';
import { checkChoices, type ImportChoices } from './check-rows.ts';
import { guessColumns, IMPORT_FIELDS, type ImportField, type Mapping } from './columns.ts';
import { type Draft, findDraft, keepTable } from './draft.ts';
import { readCsv } from './read-csv.ts';
import { type ImportOrder, runImport } from './run-import.ts';
import { type Table, toTable } from './table.ts';

/** A row by the names of its fields. */
export type FieldRow = Partial<Record<ImportField, string | undefined>>;

/** Rows, or a CSV text with the headings of its columns by field; headings that are not named are guessed. */
export type RowsOrder = Omit<ImportChoices, 'mapping'> &
  ({ rows: readonly FieldRow[] } | { csv: string; columns: FieldRow });

/** Rows as a table in which the first row is 1, since there is no line of headings above it. */
function tableOf(rows: readonly FieldRow[]): Table {
  const used = IMPORT_FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  const lines = rows.map((row) => used.map((field) => row[field] ?? ''));
  const table = toTable([used, ...lines]);
  return { ...table, rows: table.rows.map((line) => ({ ...line, row: line.row - 1 })) };
}

function mappingOf(headings: readonly string[], columns: FieldRow): Mapping {
  const mapping = guessColumns(headings);
  for (const field of IMPORT_FIELDS) {
    const heading = columns[field];
    if (heading === undefined) continue;
    const column = headings.indexOf(heading);
    if (column < 0) throw new AppError('field-unreadable', `columns.${field}`);
    mapping[field] = column;
  }
  return mapping;
}

/**
 * Keeps rows for two hours, for whoever sent them alone; nobody is registered. Throws `file-empty`, `file-too-large`,
 * `file-unreadable`, `field-missing` for a column or unit, `field-unreadable` for a heading that is not there.
 */
export async function keepRows(rt: Runtime, staff: Staff, order: RowsOrder): Promise<{ id: string }> {
  requireRight(staff, 'care');
  const table = 'rows' in order ? tableOf(order.rows) : toTable(readCsv(new TextEncoder().encode(order.csv)));
  const { unit, area, consents } = order;
  const mapping = mappingOf(table.headings, 'rows' in order ? {} : order.columns);
  const choices = { mapping, unit, area, consents };
  checkChoices(choices, await listOwnUnits(rt, staff));
  return keepTable(rt, staff, table, choices);
}

type Kept = Extract<Draft, { status: 'read' }> & { choices: ImportChoices };

const isKept = (draft: Draft): draft is Kept => draft.status === 'read' && draft.choices !== undefined;

/** How it stands with an import, and what its rows come to while nothing is begun. Throws `not-found`. */
export async function showRows(rt: Runtime, staff: Staff, id: string) {
  const draft = await findDraft(rt, staff, id);
  if (!isKept(draft)) return { draft };
  return { draft, checked: await checkImport(rt, staff, draft.table, draft.choices) };
}

/** The rows of an import that was not begun. Throws `not-found`, `already-done`. */
export async function checkRows(rt: Runtime, staff: Staff, id: string): Promise<CheckedImport> {
  const { checked } = await showRows(rt, staff, id);
  if (!checked) throw new AppError('already-done');
  return checked;
}

/** Registers the good rows, as `runImport`. */
export async function runRows(
  rt: Runtime,
  staff: Staff,
  id: string,
  order: Pick<ImportOrder, 'expected' | 'leaveBad' | 'leaveAlike'>,
): Promise<void> {
  const draft = await findDraft(rt, staff, id);
  if (!isKept(draft)) throw new AppError('already-done');
  await runImport(rt, staff, id, { ...draft.choices, ...order });
}
