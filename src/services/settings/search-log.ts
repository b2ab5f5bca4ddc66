import { type LedgerQuery, searchEntries } from '../../store/ledger-search.ts';
import { nameThings } from '../../store/named-things.ts';
import { recordLedger } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';

const PAGE = 50;
const MOST_EXPORTED = 10_000;

/** No id is longer. */
const MOST_OF_ID = 200;

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

/** Every text in what an entry carries, at whatever depth: ids of things may be among them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The names of staff, units, circles, groups, offers, sources, answers and flows that entries speak of, by their ids; what belongs to units out of sight keeps its id, and so does every relative. */
async function nameAll(
  rt: Runtime,
  { units }: Staff,
  lines: readonly LogLine[],
): Promise<Map<string, string>> {
  const ids = [
    ...new Set(lines.flatMap(({ subject, body }) => [subject ?? '', ...textsIn(JSON.parse(body))])),
  ].filter((id) => id !== '' && id.length <= MOST_OF_ID);
  const [things, people] = await Promise.all([nameThings(rt.db, ids), openStaffNames(rt, ids)]);
  const inSight = things.filter(({ unitId }) => units === 'all' || unitId === null || units.includes(unitId));
  return new Map([...inSight.map(({ id, name }) => [id, name] as const), ...people]);
}

/** A page of the audit log, the newest first, with the names of what it speaks of; `next` leads to older entries. Throws `forbidden`. */
export async function searchLog(
  rt: Runtime,
  staff: Staff,
  query: LogQuery,
): Promise<{ lines: LogLine[]; names: Map<string, string>; next?: number }> {
  requireRight(staff, 'administer');
  const rows = await search(rt, query, PAGE + 1);
  const lines = rows.slice(0, PAGE);
  const names = await nameAll(rt, staff, lines);
  const last = lines.at(-1);
  return rows.length > PAGE && last ? { lines, names, next: last.seq } : { lines, names };
}

/** The newest `MOST_EXPORTED` entries that match, to be kept elsewhere; the export itself is an entry. */
export async function exportLog(rt: Runtime, staff: Staff, query: LogQuery): Promise<LogLine[]> {
  requireRight(staff, 'administer');
  const lines = await search(rt, query, MOST_EXPORTED);
  await recordLedger(rt, { kind: 'log.exported', actor: staff.id, body: { entries: lines.length } });
  return lines;
}
