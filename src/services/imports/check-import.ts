import { isoDate } from '../../journey/time/format.ts';
import { listCirclesByCode, listTakenNumbers } from '../../store/people/imports.ts';
import { numberId } from '../../store/people/numbers.ts';
import { getOrganisation } from '../organisation.ts';
import { readNumber } from '../phone-number.ts';
import { listOwnUnits } from '../relatives/choose-circle.ts';
import { type Alike, findAlike } from '../relatives/find-alike.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { type CheckedRow, checkChoices, checkRow, type ImportChoices } from './check-rows.ts';
import type { Table } from './table.ts';

/** A row that can be registered, with the circle it goes into when its code is known. */
export type GoodRow = CheckedRow & { numberId: string | undefined; circleId: string | undefined };

/** What a spreadsheet comes to: rows to register, rows with something wrong, and which of the good ones look like somebody we have. */
export type CheckedImport = { good: GoodRow[]; bad: CheckedRow[]; alike: Map<number, Alike[]> };

const PAGE = 500;

const CODE = /^k-[2-9a-z]{6}$/i;

/** The id a row's number has, when it can be read. */
function idOf(rt: Runtime, { form }: CheckedRow): string | undefined {
  if (form.number.trim() === '') return undefined;
  try {
    return numberId(rt.db.keys, readNumber(form.number, rt.config.countries).e164);
  } catch {
    return undefined;
  }
}

async function takenOf(rt: Runtime, ids: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let from = 0; from < ids.length; from += PAGE)
    for (const id of await listTakenNumbers(rt.db, ids.slice(from, from + PAGE))) taken.add(id);
  return taken;
}

/** Numbers that another row or another relative has already. */
async function checkNumbers(rt: Runtime, rows: readonly (CheckedRow & { numberId: string | undefined })[]) {
  const taken = await takenOf(
    rt,
    rows.flatMap(({ numberId: id }) => (id ? [id] : [])),
  );
  const first = new Map<string, number>();
  for (const { numberId: id, row, problems } of rows) {
    if (!id) continue;
    const other = first.get(id);
    if (other !== undefined) problems.push({ field: 'number', code: 'number-repeated', other });
    else if (taken.has(id)) problems.push({ field: 'number', code: 'number-taken' });
    else first.set(id, row);
  }
}

/** The circles that are named by their code; a code that is not there, or out of sight, is a problem. */
async function findCircles(
  rt: Runtime,
  staff: Staff,
  rows: readonly CheckedRow[],
): Promise<Map<string, string>> {
  const codes = [...new Set(rows.flatMap(({ circle }) => (CODE.test(circle) ? [circle.toUpperCase()] : [])))];
  const found = new Map<string, string>();
  for (let from = 0; from < codes.length; from += PAGE)
    for (const { id, code } of await listCirclesByCode(rt.db, codes.slice(from, from + PAGE), sightOf(staff)))
      found.set(code, id);
  for (const { circle, problems } of rows)
    if (CODE.test(circle) && !found.has(circle.toUpperCase()))
      problems.push({ field: 'circle', code: 'circle-unknown' });
  return found;
}

/** Checks every row of a spreadsheet. Throws `field-missing` for a column or unit that was not chosen. */
export async function checkImport(
  rt: Runtime,
  staff: Staff,
  table: Table,
  choices: ImportChoices,
): Promise<CheckedImport> {
  const units = await listOwnUnits(rt, staff);
  checkChoices(choices, units);
  const { people: lists } = await getOrganisation(rt);
  const known = { units, countries: rt.config.countries, today: isoDate(rt.now()), lists };
  const rows = table.rows.map((line) => {
    const checked = checkRow(line, choices, known);
    return { ...checked, numberId: idOf(rt, checked) };
  });
  await checkNumbers(rt, rows);
  const circles = await findCircles(rt, staff, rows);
  const good = rows
    .filter(({ problems }) => problems.length === 0)
    .map((row) => ({ ...row, circleId: circles.get(row.circle.toUpperCase()) }));
  const alike = await findAlike(
    rt,
    staff,
    good.map(({ row, form, circleId }) => ({ key: row, circleId, ...form })),
  );
  return { good, bad: rows.filter(({ problems }) => problems.length > 0), alike };
}
