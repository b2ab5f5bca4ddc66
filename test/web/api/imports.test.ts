// Imports by a program: rows or CSV in, problems row by row, and then all of the good ones or none.
import { expect, test } from 'vitest';
import { openProgram, type Program } from '../../support/api.ts';
import { addRelative, makeDesk, rowsOf } from '../../support/desk.ts';

const row = (n: number, more: Record<string, string> = {}) => ({
  name: `Pårørende ${n}`,
  tiltale: `P${n}`,
  number: `20 00 01 ${String(n).padStart(2, '0')}`,
  ...more,
});

const begin = async (program: Program, body: Record<string, unknown>): Promise<string> => {
  const made = await program.post('/imports', { unit: 'unit-1', area: 'demens', ...body });
  expect([made.status, made.text.includes('Pårørende')]).toEqual([201, false]);
  return String(made.json.id);
};

test('rows are looked through before anybody is registered, and the bad ones are told cell by cell', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const rows = [row(1), row(2, { number: '12' }), row(3, { number: row(1).number }), row(4)];
  const id = await begin(program, { rows });

  const shown = await program.get(`/imports/${id}`);
  expect(shown.json).toMatchObject({ state: 'read', rows: 4, good: 2, bad: 2, alike: 0, unused: [] });
  const first = await program.get(`/imports/${id}/rows?limit=1`, { 'accept-language': 'en' });
  expect(first.json.data).toEqual([
    {
      row: 2,
      alike: [],
      problems: [
        {
          field: 'number',
          code: 'number-unreadable',
          detail: expect.stringContaining('cannot be read'),
          other: null,
        },
      ],
    },
  ]);
  const second = await program.get(`/imports/${id}/rows?limit=1&cursor=${String(first.json.next)}`);
  expect(second.json).toMatchObject({
    data: [{ row: 3, problems: [{ code: 'number-repeated', other: 1 }] }],
    next: null,
  });
  expect(await rowsOf(rt, 'select 1 from relatives')).toEqual([]);
});

test('the good rows are registered at once, in their circles, and only as many as were expected', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const rows = [row(1, { circle: 'a', unit: 'unit-1' }), row(2, { circle: 'a' }), row(3, { number: '12' })];
  const id = await begin(program, { rows });
  const [unsaid, fewer] = [
    await program.post(`/imports/${id}/run`, { expected: 2 }),
    await program.post(`/imports/${id}/run`, { expected: 1, leaveBad: true }),
  ];
  expect([unsaid.json.code, fewer.json.code]).toEqual(['changed-meanwhile', 'changed-meanwhile']);

  const run = await program.post(`/imports/${id}/run`, { expected: 2, leaveBad: true }, 'same-request');
  const again = await program.post(`/imports/${id}/run`, { expected: 2, leaveBad: true }, 'same-request');
  expect([run.status, run.json]).toMatchObject([200, { state: 'done', registered: 2, left: [] }]);
  expect(again.text).toBe(run.text);
  expect(await rowsOf(rt, 'select count(*) as n, count(distinct circle_id) as c from relatives')).toEqual([
    { n: 2, c: 1 },
  ]);
  const later = await program.post(`/imports/${id}/run`, { expected: 2, leaveBad: true });
  expect([later.status, later.json.code]).toEqual([409, 'already-done']);
});

test('a CSV file is read by its headings, guessed or named, and headings nobody reads are told', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const csv = 'Navn;Kald;Mobil;Sko\nPårørende 1;P1;20 00 01 01;44\n';
  const missing = await program.post('/imports', { csv, unit: 'unit-1' });
  expect([missing.status, missing.json.detail]).toEqual([422, 'Feltet tiltale mangler.']);
  const wrong = await program.post('/imports', { csv, unit: 'unit-1', columns: { tiltale: 'Kælenavn' } });
  expect(wrong.json.errors).toMatchObject([{ pointer: '#/columns/tiltale', code: 'field-unreadable' }]);

  const id = await begin(program, { csv, columns: { tiltale: 'Kald' } });
  expect((await program.get(`/imports/${id}`)).json).toMatchObject({
    columns: { name: 'Navn', tiltale: 'Kald', number: 'Mobil' },
    unused: ['Sko'],
    good: 1,
  });
});

test('rows that look like somebody who is there are told with whom, and may be left out', async () => {
  await using rt = await makeDesk();
  const there = await addRelative(rt, { name: 'Pårørende 1', tiltale: 'P1' });
  const program = await openProgram(rt);
  const id = await begin(program, { rows: [row(1), row(2)] });
  const alike = await program.get(`/imports/${id}/rows?which=alike`);
  expect(alike.json.data).toMatchObject([{ row: 1, problems: [], alike: [{ id: there }] }]);
  const run = await program.post(`/imports/${id}/run`, { expected: 1, leaveAlike: true });
  expect(run.json).toMatchObject({ state: 'done', registered: 1 });
});

test('a cancelled import is gone, and nobody but the key that sent it ever sees it', async () => {
  await using rt = await makeDesk();
  const [program, stranger] = [await openProgram(rt), await openProgram(rt)];
  const id = await begin(program, { rows: [row(1)] });
  expect((await stranger.get(`/imports/${id}`)).status).toBe(404);
  expect((await program.post(`/imports/${id}/cancel`)).status).toBe(200);
  expect((await program.get(`/imports/${id}`)).status).toBe(404);
  expect(await rowsOf(rt, 'select 1 from imports')).toEqual([]);
});

test('an import of many rows goes beyond what other requests may weigh', async () => {
  await using rt = await makeDesk();
  const program = await openProgram(rt);
  const rows = Array.from({ length: 900 }, (_, n) => ({
    ...row(1),
    name: `Pårørende ${n}`,
    note: 'x'.repeat(60),
  }));
  expect(JSON.stringify({ rows }).length).toBeGreaterThan(100_000);
  const id = await begin(program, { rows });
  expect((await program.get(`/imports/${id}`)).json).toMatchObject({ rows: 900, good: 1, bad: 899 });
  const elsewhere = await program.post('/relatives', { name: 'x'.repeat(70_000) });
  expect(elsewhere.status).toBe(413);
});
