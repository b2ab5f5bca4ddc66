import { expect, test } from 'vitest';
import { makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { bytesOf, csv, HEADINGS, listOf, SEVEN_BAD } from '../../../support/spreadsheet.ts';

const AT = '/desk/paaroerende/import';

const columns = {
  'k-name': '0',
  'k-tiltale': '1',
  'k-number': '2',
  'k-relation': '3',
  'k-circle': '4',
  'k-consentHow': '5',
  'k-consentOn': '6',
  unit: 'unit-1',
  area: 'demens',
  consents: 'yes',
};

test('200 rows of which 7 are bad: uploaded, looked through, the seven fetched as a file, 193 registered', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  expect((await browser.get('/desk/paaroerende')).text).toContain(`href="${AT}"`);
  await browser.get(AT);
  const uploaded = await browser.upload(AT, bytesOf(csv(listOf(200, SEVEN_BAD))));
  expect(uploaded.location).toMatch(/^\/desk\/paaroerende\/import\/[\w-]{22}$/);
  const page = uploaded.location ?? '';

  const guessed = await browser.follow(uploaded);
  expect(guessed.text).toContain('200 rækker');
  expect(guessed.text).toMatch(/name="k-number"[\s\S]*?<option value="2" selected/);

  const preview = await browser.post(`${page}/vis`, columns);
  for (const told of ['Klar til at blive oprettet: 193', 'Rækker med fejl: 7'])
    expect(preview.text).toContain(told);
  expect(preview.text).toMatch(/<td>77<\/td>\s*<td>Navn<\/td>\s*<td>Skriv ikke cpr-nummer her/);
  expect(preview.text).not.toContain('010190-1234');

  const file = await browser.post(`${page}/fejl`, columns);
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(file.headers.get('content-type')).toContain('text/csv');
  expect(file.text.trim().split('\r\n')).toHaveLength(8);

  const unticked = await browser.post(page, { ...columns, good: '193', alike: '0' });
  expect(unticked.status).toBe(422);
  expect(await rowsOf(rt, 'select 1 from relatives')).toHaveLength(0);
  const stale = await browser.post(page, { ...columns, good: '190', alike: '0', leaveBad: 'yes' });
  expect(stale.text).toContain('Noget er ændret');
  const done = await browser.post(page, { ...columns, good: '193', alike: '0', leaveBad: 'yes' });
  expect((await browser.follow(done)).text).toContain('Oprettet: 193 pårørende.');
  expect(await rowsOf(rt, 'select 1 from relatives')).toHaveLength(193);
  expect((await browser.post(page, { ...columns, good: '193', alike: '0', leaveBad: 'yes' })).status).toBe(
    409,
  );
});

test('what stands in cells and headings is never markup', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  const xss = '<img src=x onerror=alert(1)>';
  const lines = [
    [xss, ...HEADINGS.slice(1)],
    [xss, '<b>x', '20001001', 'datter', xss, '', ''],
    [xss, '<b>y', '12', xss, '', '', ''],
  ];
  const page = (await browser.upload(AT, bytesOf(csv(lines)))).location ?? '';
  const guessed = await browser.get(page);
  const preview = await browser.post(`${page}/vis`, columns);
  const done = await browser.follow(
    await browser.post(page, { ...columns, good: '1', alike: '0', leaveBad: 'yes' }),
  );
  const list = await browser.get('/desk/paaroerende');
  for (const { text } of [guessed, preview, done, list]) expect(text).not.toMatch(/<img|<b>/);
  expect(list.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test.each([
  ['nothing', bytesOf(''), 'Der er ingen rækker i filen'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'Filen kan ikke læses'],
])('%s instead of a list is answered with what to do', async (_, bytes, sentence) => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  const { status, text } = await browser.upload(AT, bytes);
  expect(status).toBe(422);
  expect(text).toContain(sentence);
});

test('a file that is too large is refused at the door, and files are taken nowhere else', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  expect((await browser.upload(AT, new Uint8Array(2.2 * 1024 * 1024))).status).toBe(413);
  expect((await browser.upload('/desk/paaroerende/soeg', bytesOf('a'))).status).toBe(400);
  expect(await rowsOf(rt, 'select 1 from imports')).toHaveLength(0);
});

test('an upload without the token of the form is refused', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  const other = await openDesk(rt, 'coordinator');
  browser.cookies.clear();
  for (const [name, value] of other.cookies) browser.cookies.set(name, value);
  expect((await browser.upload(AT, bytesOf(csv(listOf(1))))).status).toBe(403);
  expect(await rowsOf(rt, 'select 1 from imports')).toHaveLength(0);
});

test("another's draft answers as if it were not there, and a reader has no import", async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  const page = (await browser.upload(AT, bytesOf(csv(listOf(1))))).location ?? '';
  const other = await openDesk(rt, 'administrator');
  expect((await other.get(page)).status).toBe(404);
  expect((await other.post(`${page}/vis`, columns)).status).toBe(404);
  expect((await (await openDesk(rt, 'reader')).get(AT)).status).toBe(403);
});

test('columns that are missing are asked for, and what was chosen stays', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get(AT);
  const page = (await browser.upload(AT, bytesOf(csv(listOf(1))))).location ?? '';
  const { status, text } = await browser.post(`${page}/vis`, {
    ...columns,
    'k-number': '',
    area: 'handicap',
  });
  expect(status).toBe(422);
  expect(text).toContain('id="k-number-error"');
  expect(text).toMatch(/<option value="handicap" selected/);
});
