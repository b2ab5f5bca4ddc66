import { expect, test } from 'vitest';
import { checkImport } from '../../../src/services/imports/check-import.ts';
import { guessColumns } from '../../../src/services/imports/columns.ts';
import { findDraft } from '../../../src/services/imports/draft.ts';
import { dropDraft } from '../../../src/services/imports/drop-draft.ts';
import {
  finishImports,
  type ImportOrder,
  resumeImport,
  runImport,
} from '../../../src/services/imports/run-import.ts';
import { uploadTable } from '../../../src/services/imports/upload-table.ts';
import { findRelatives } from '../../../src/services/relatives/find-relatives.ts';
import { showRelative } from '../../../src/services/relatives/show-relative.ts';
import type { Staff } from '../../../src/services/staff/staff.ts';
import { addRelative, advisor, type DeskRuntime, makeDesk, reader, rowsOf } from '../../support/desk.ts';
import { makeRuntime } from '../../support/runtime.ts';
import { bytesOf, csv, HEADINGS, listOf, SEVEN_BAD } from '../../support/spreadsheet.ts';

const choices = { mapping: guessColumns(HEADINGS), unit: 'unit-1', area: 'demens', consents: true };

const orderOf = (expected: number, change: Partial<ImportOrder> = {}): ImportOrder => ({
  ...choices,
  expected,
  leaveBad: true,
  leaveAlike: true,
  ...change,
});

const upload = (rt: DeskRuntime, lines: string[][]): Promise<{ id: string }> =>
  uploadTable(rt, advisor, bytesOf(csv(lines)));

const count = async (rt: DeskRuntime, from: string): Promise<number> =>
  Number((await rowsOf(rt, `select count(*) as n from ${from}`))[0]?.n);

const checked = async (rt: DeskRuntime, lines: string[][], staff: Staff = advisor) => {
  const { id } = await uploadTable(rt, staff, bytesOf(csv(lines)));
  const draft = await findDraft(rt, staff, id);
  if (draft.status !== 'read') throw new Error('not read');
  return checkImport(rt, staff, draft.table, choices);
};

test('every kind of wrong row is told by row and field', async () => {
  await using rt = await makeDesk();
  const { good, bad } = await checked(rt, listOf(200, SEVEN_BAD));
  expect(good).toHaveLength(193);
  expect(
    bad.map(({ row, problems }) => [row, problems.map(({ field, code }) => `${field}: ${code}`).join()]),
  ).toEqual([
    [5, 'name: field-missing'],
    [17, 'number: number-unreadable'],
    [40, 'number: number-repeated'],
    [77, 'name: cpr-typed'],
    [101, 'relation: choice-unknown'],
    [150, 'number: number-country'],
    [199, 'consentOn: consent-date'],
  ]);
});

test('good rows are registered with all that the form would give them: circle, index, ledger, consent', async () => {
  await using rt = await makeDesk();
  const { circle } = await showRelative(rt, advisor, await addRelative(rt), 'direct');
  const { id } = await upload(rt, [
    HEADINGS,
    ['Åse Holm', 'Åse', '20001001', 'kone', circle.code, 'papir', '2027-01-15'],
    ['Bo Holm', 'Bo', '38 12 34 56', 'søn', 'familien 1', '', ''],
    ['Ib Holm', 'Ib', '20001003', 'bror', 'Familien 1', '', ''],
  ]);
  await runImport(rt, advisor, id, orderOf(3));
  const found = async (name: string) => {
    const [line] = (await findRelatives(rt, advisor, name)).lines;
    return showRelative(rt, advisor, line?.id ?? '', 'search');
  };
  const [aase, bo, ib] = [await found('åse'), await found('bo ho'), await found('ib')];
  expect(aase).toMatchObject({ relation: 'ægtefælle', area: 'demens', tiltale: 'Åse', channel: 'sms' });
  expect(aase.circle.id).toBe(circle.id);
  expect(aase.consents).toMatchObject([{ given: true, how: 'paper', on: '2027-01-15', purpose: 'sms' }]);
  expect(bo).toMatchObject({ channel: 'ring', consents: [] });
  expect([bo.circle.id, bo.circle.unitName]).toEqual([ib.circle.id, 'Bostedet Lindehuset']);
  expect(bo.circle.code).not.toContain('amili');
  expect(await findDraft(rt, advisor, id)).toEqual({ status: 'done', imported: 3, left: [] });
});

test('a consent is never taken without the yes of the uploader, or without how and when', async () => {
  await using rt = await makeDesk();
  const { id } = await upload(rt, listOf(3));
  await runImport(rt, advisor, id, orderOf(3, { consents: false }));
  expect(await count(rt, "ledger where kind = 'consent.given'")).toBe(0);
  const { bad } = await checked(rt, [HEADINGS, ['Bo', 'Bo', '20009001', '', '', 'telefon', '']]);
  expect(bad[0]?.problems).toEqual([{ field: 'consentOn', code: 'consent-half' }]);
});

test('nothing is imported that was not agreed to', async () => {
  await using rt = await makeDesk();
  const { id } = await upload(rt, listOf(10, { 5: SEVEN_BAD[5] ?? [] }));
  await expect(runImport(rt, advisor, id, orderOf(9, { leaveBad: false }))).rejects.toThrow(
    'changed-meanwhile',
  );
  await expect(runImport(rt, advisor, id, orderOf(10))).rejects.toThrow('changed-meanwhile');
  expect(await count(rt, 'relatives')).toBe(0);
  const twice = await Promise.allSettled([
    runImport(rt, advisor, id, orderOf(9)),
    runImport(rt, advisor, id, orderOf(9)),
  ]);
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await count(rt, 'relatives')).toBe(9);
});

/** A desk whose process dies before its n-th commit from `arm` on, and at each one after it until `mend`. */
async function makeFragile() {
  let left = Number.POSITIVE_INFINITY;
  const rt = await makeDesk({
    around: (when) => {
      if (when === 'before') left -= 1;
      if (left <= 0) throw new Error('the process dies');
    },
  });
  const arm = (commits: number): void => {
    left = commits;
  };
  return { rt, arm, mend: () => arm(Number.POSITIVE_INFINITY) };
}

test('a crash in the middle leaves nothing half: what was decided is finished, and nobody is there twice', async () => {
  const { rt: fragile, arm, mend } = await makeFragile();
  await using rt = fragile;
  const { id } = await upload(rt, listOf(350));
  arm(4);
  await expect(runImport(rt, advisor, id, orderOf(350))).rejects.toThrow();
  mend();
  const half = await count(rt, 'relatives');
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan(350);

  await using after = await makeRuntime({ beside: rt });
  await Promise.all([finishImports(after), resumeImport(rt, advisor, id)]);
  expect(await count(rt, 'relatives')).toBe(350);
  expect(await count(rt, 'circles')).toBe(350);
  expect(await count(rt, "ledger where kind = 'relative.created'")).toBe(350);
  expect(await count(rt, "ledger where kind = 'consent.given'")).toBe(350);
  expect(await count(rt, "ledger where kind = 'import.done'")).toBe(1);
  expect(await findDraft(rt, advisor, id)).toEqual({ status: 'done', imported: 350, left: [] });
});

test('a number that somebody else gets meanwhile is left out and told', async () => {
  const { rt: fragile, arm, mend } = await makeFragile();
  await using rt = fragile;
  const { id } = await upload(rt, listOf(3));
  arm(2);
  await expect(runImport(rt, advisor, id, orderOf(3))).rejects.toThrow();
  mend();
  await addRelative(rt, { number: '20001001' });
  await resumeImport(rt, advisor, id);
  expect(await findDraft(rt, advisor, id)).toEqual({ status: 'done', imported: 2, left: [{ row: 3 }] });
  expect([await count(rt, 'relatives'), await count(rt, 'circles')]).toEqual([3, 3]);
  expect(await count(rt, "ledger where kind = 'consent.given'")).toBe(2);
});

test('rows that look like somebody are told, and left out on request', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { name: 'Åse Holm', tiltale: 'Åse' });
  const lines = [
    HEADINGS,
    ['Aase Holm', 'Åse', '20001001', 'kone', '', '', ''],
    ['Åse Bo', 'Å', '20001002', 'kone', '', '', ''],
  ];
  const { alike } = await checked(rt, lines);
  expect([...alike].map(([row, others]) => [row, others.map((other) => other.id)])).toEqual([[2, [id]]]);
  const { id: draft } = await upload(rt, lines);
  await runImport(rt, advisor, draft, orderOf(1));
  expect(await count(rt, 'relatives')).toBe(2);
});

test('a draft is for the one who uploaded it, sealed, and gone after two hours', async () => {
  await using rt = await makeDesk();
  const { id } = await upload(rt, listOf(3));
  expect(JSON.stringify(await rowsOf(rt, 'select * from imports'))).not.toMatch(/rørende|2000/);
  const other: Staff = { ...advisor, id: 'demo-coordinator' };
  for (const staff of [other, { ...reader, role: 'advisor' } as Staff])
    await expect(findDraft(rt, staff, id)).rejects.toThrow('not-found');
  await expect(uploadTable(rt, reader, bytesOf('a'))).rejects.toThrow('forbidden');
  rt.forward(2 * 3_600_000);
  await expect(findDraft(rt, advisor, id)).rejects.toThrow('not-found');
  await expect(runImport(rt, advisor, id, orderOf(3))).rejects.toThrow('not-found');
  await finishImports(rt);
  expect(await count(rt, 'imports')).toBe(0);
});

test('a draft can be thrown away at once, and nothing of it is imported', async () => {
  await using rt = await makeDesk();
  const { id } = await upload(rt, listOf(3));
  await dropDraft(rt, advisor, id);
  await expect(runImport(rt, advisor, id, orderOf(3))).rejects.toThrow('not-found');
  expect(await count(rt, 'imports')).toBe(0);
});

test('nobody imports into a unit or circle out of sight', async () => {
  await using rt = await makeDesk();
  const { circle } = await showRelative(rt, advisor, await addRelative(rt), 'direct');
  const far: Staff = { ...advisor, units: ['unit-2'] };
  await expect(checked(rt, listOf(1), far)).rejects.toThrow('field-missing: unit');
  const none: Staff = { ...advisor, units: ['unit-1'] };
  await rt.db.client.execute("update circles set unit_id = 'unit-2'");
  const { bad } = await checked(rt, [HEADINGS, ['Bo', 'Bo', '20001001', '', circle.code, '', '']], none);
  expect(bad[0]?.problems).toEqual([{ field: 'circle', code: 'circle-unknown' }]);
});
