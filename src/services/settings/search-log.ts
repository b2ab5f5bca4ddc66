import { type LedgerQuery, searchEntries } from '../../store/ledger-search.ts';
import { recordLedger } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

const PAGE = 50;
const MOST_EXPORTED = 10_000;

export type LogQuery = LedgerQuery;

/** Entries of the audit log with the names of staff; names of relatives are not opened. */
async function search(rt: Runtime, query: LogQuery, limit: number) {
  const rows = await searchEntries(rt.db, query, limit);
  const names = await openStaffNames(
    rt,
    rows.map(({ actor }) => actor),
  );
  return rows.map((row) => ({ ...row, by: names.get(row.actor) ?? row.actor }));
}

export type LogLine = Awaited<ReturnType<typeof search>>[number];

/** A page of the audit log, the newest first; `next` leads to older entries. Throws `forbidden`. */
export async function searchLog(
  rt: Runtime,
  staff: Staff,
  query: LogQuery,
): Promise<{ lines: LogLine[]; next?: number }> {
  requireRight(staff, 'administer');
  const rows = await search(rt, query, PAGE + 1);
  const lines = rows.slice(0, PAGE);
  const last = lines.at(-1);
  return rows.length > PAGE && last ? { lines, next: last.seq } : { lines };
}

/** The newest `MOST_EXPORTED` entries that match, to be kept elsewhere; the export itself is an entry. */
export async function exportLog(rt: Runtime, staff: Staff, query: LogQuery): Promise<LogLine[]> {
  requireRight(staff, 'administer');
  const lines = await search(rt, query, MOST_EXPORTED);
  await recordLedger(rt, { kind: 'log.exported', actor: staff.id, body: { entries: lines.length } });
  return lines;
}
