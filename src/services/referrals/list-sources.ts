import { findSourceRow, type ListedSource, listSourceRows } from '../../store/care/sources.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

const MOST_SOURCES = 500;

/** A source with how often it was opened and what became of its referrals; `address` is what the QR code holds. */
export type SourceLine = ListedSource & { address: string };

const toLine = (rt: Runtime, row: ListedSource): SourceLine => ({
  ...row,
  address: `${rt.config.publicUrl}/henvis/${row.code}`,
});

/** The sources of the units in sight, open ones first. */
export async function listSources(rt: Runtime, staff: Staff): Promise<SourceLine[]> {
  requireRight(staff, 'look');
  return (await listSourceRows(rt.db, sightOf(staff), MOST_SOURCES)).map((row) => toLine(rt, row));
}

/** One source. Throws `not-found`, also for one of a unit out of sight. */
export async function showSource(rt: Runtime, staff: Staff, id: string): Promise<SourceLine> {
  requireRight(staff, 'look');
  const row = await findSourceRow(rt.db, sightOf(staff), id);
  if (!row) throw new AppError('not-found');
  return toLine(rt, row);
}
