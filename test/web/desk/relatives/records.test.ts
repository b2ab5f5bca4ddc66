// Changing, shielding, moving and merging records, and the warning before someone is there twice, as the pages do it.
import { expect, test } from 'vitest';
import { showRelative } from '../../../../src/services/relatives/show-relative.ts';
import { addRelative, advisor, makeDesk, openDesk, relativeForm, rowsOf } from '../../../support/desk.ts';

const XSS = '<img src=x onerror=alert(1)>';

const fieldOf = (text: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1] ?? '';

const form = {
  name: 'Storebror',
  tiltale: 'Mads',
  relation: 'søskende',
  area: 'demens',
  language: 'da',
  ageBand: '18-29',
  gender: 'mand',
  guardian: '',
  channel: 'sms',
  hoursFrom: '16:00',
  hoursTo: '18:00',
  foundBy: 'folder',
  advisor: 'demo-advisor',
  note: '',
};

test('a record is changed by the form, and shows what is new', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const page = await browser.get(`/desk/paaroerende/${id}/ret`);
  const seen = fieldOf(page.text, 'seen');
  const saved = await browser.post(`/desk/paaroerende/${id}/ret`, { ...form, seen, onlyCall: 'yes' });
  const { text } = await browser.follow(saved);
  for (const told of ['Storebror', 'Oplysningerne er gemt', 'Kun ring', '16.00', 'Demo advisor', 'En folder'])
    expect(text).toContain(told);
  const stale = await browser.post(`/desk/paaroerende/${id}/ret`, { ...form, seen, name: 'Sent' });
  expect(stale.status).toBe(422);
  expect(stale.text).toContain('value="Sent"');
});

test('a refused change keeps what was typed, but no CPR number, and nothing is markup', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const page = await browser.get(`/desk/paaroerende/${id}/ret`);
  const seen = fieldOf(page.text, 'seen');
  const refused = await browser.post(`/desk/paaroerende/${id}/ret`, {
    ...form,
    seen,
    name: XSS,
    note: 'født 010190-1234',
    hoursTo: '',
  });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Skriv ikke cpr-nummer her');
  expect(refused.text).toContain('Skriv både fra og til');
  expect(refused.text).not.toMatch(/010190|<img/);
  expect(refused.text).toContain('&lt;img');
});

test('shielding says what it takes from the others, and takes it', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const page = await browser.get(`/desk/paaroerende/${id}/skaerm`);
  for (const told of ['som om den pårørende ikke findes', 'Demo advisor (dig)', 'Demo coordinator'])
    expect(page.text).toContain(told);
  const saved = await browser.post(`/desk/paaroerende/${id}/skaerm`, { til: 'skaermet' });
  expect((await browser.follow(saved)).text).toContain('Skærmet. Kun disse ser den pårørende: Demo advisor.');
  const other = await openDesk(rt, 'coordinator');
  for (const path of ['', '?fra=list', '/ret', '/skaerm', '/kreds', '/flet', `/flet/${id}`])
    expect([path, (await other.get(`/desk/paaroerende/${id}${path}`)).status]).toEqual([path, 404]);
  await browser.post(`/desk/paaroerende/${id}/skaerm`, { til: 'ophaevet' });
  expect((await other.get(`/desk/paaroerende/${id}?fra=list`)).status).toBe(200);
});

test('who shields or changes a number from a page that is old by now is told, and shown what is there', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const setOf = async (path: string): Promise<string> =>
    /name="set" value="([^"]*)"/.exec((await browser.get(`/desk/paaroerende/${id}/${path}`)).text)?.[1] ?? '';
  const [shield, number] = [await setOf('skaerm'), await setOf('nummer')];
  const numberForm = { phone: 'auto', channel: 'sms', set: number };
  await browser.post(`/desk/paaroerende/${id}/nummer`, { ...numberForm, number: '20 00 00 98' });
  const late = await browser.post(`/desk/paaroerende/${id}/nummer`, { ...numberForm, number: '20 00 00 99' });
  expect(late.text).toContain('En anden har ændret det imens');
  expect(late.text).toContain('value="20 00 00 98"');
  await browser.post(`/desk/paaroerende/${id}/skaerm`, {
    til: 'skaermet',
    staff: 'demo-coordinator',
    set: shield,
  });
  const other = await openDesk(rt, 'coordinator');
  const refused = await other.post(`/desk/paaroerende/${id}/skaerm`, { til: 'ophaevet', set: shield });
  expect(refused.text).toContain('En anden har ændret det imens');
  expect(refused.text).toContain('Ophæv skærmningen');
  const again = /name="set" value="([^"]*)"/.exec(refused.text)?.[1] ?? '';
  expect((await other.post(`/desk/paaroerende/${id}/skaerm`, { til: 'ophaevet', set: again })).status).toBe(
    303,
  );
});

test('a relative is moved to another circle by its code', async () => {
  await using rt = await makeDesk();
  const [id, other] = [await addRelative(rt), await addRelative(rt, { name: 'Far', number: '20000022' })];
  const { circle } = await showRelative(rt, advisor, other, 'direct');
  const browser = await openDesk(rt);
  await browser.get(`/desk/paaroerende/${id}/kreds`);
  const wrong = await browser.post(`/desk/paaroerende/${id}/kreds`, { circle: 'K-AAAAAA', unit: '' });
  expect([wrong.status, wrong.text.includes('id="circle-error"')]).toEqual([422, true]);
  const moved = await browser.post(`/desk/paaroerende/${id}/kreds`, { circle: circle.code, unit: '' });
  expect((await browser.follow(moved)).text).toContain('flyttet til kredsen');
});

test('two records of one person are found, compared and merged, and the old address leads on', async () => {
  await using rt = await makeDesk();
  const [id, other] = [
    await addRelative(rt, { name: 'Åse Holm' }),
    await addRelative(rt, { name: `Aase ${XSS}`, number: '20000022' }),
  ];
  const browser = await openDesk(rt);
  await browser.get(`/desk/paaroerende/${id}/flet`);
  const found = await browser.post(`/desk/paaroerende/${id}/flet`, { soeg: 'aase' });
  expect(found.text).toContain(`href="/desk/paaroerende/${id}/flet/${other}"`);
  expect(found.text).not.toContain(`/flet/${id}"`);
  const page = await browser.get(`/desk/paaroerende/${id}/flet/${other}`);
  for (const told of ['Det kan ikke laves om', '20 00 00 21', '20 00 00 22', 'Hvilket nummer gælder?'])
    expect(page.text).toContain(told);
  expect(page.text).not.toContain('<img');
  const merged = await browser.post(`/desk/paaroerende/${id}/flet/${other}`, {
    seen: fieldOf(page.text, 'seen'),
    number: 'other',
  });
  const { text } = await browser.follow(merged);
  expect(text).toContain('De to er flettet');
  expect(text).toContain('20 00 00 22');
  const old = await browser.get(`/desk/paaroerende/${other}?fra=search`);
  expect(old.location).toBe(`/desk/paaroerende/${id}?fra=search`);
  expect((await browser.post(`/desk/paaroerende/${id}/flet/${other}`, { seen: 'x' })).status).toBe(404);
});

test('who looks like somebody we have is shown before saving, and registered when it is another', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt, { name: 'Åse Holm' });
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');
  const twin = relativeForm({ name: 'Aase Holm', number: '20000022' });
  const asked = await browser.post('/desk/paaroerende/ny', twin);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain(`href="/desk/paaroerende/${id}?fra=new"`);
  expect(await rowsOf(rt, 'select 1 from relatives')).toHaveLength(1);
  const other = await browser.post('/desk/paaroerende/ny', {
    ...twin,
    relation: 'ven',
    tiltale: 'Frk. Holm',
  });
  expect(other.location).toContain('gemt=relative');
  const again = await browser.post('/desk/paaroerende/ny', { ...twin, number: '20000023', alike: 'yes' });
  expect(again.location).toContain('gemt=relative');
});

test('a reader changes, shields, moves and merges nobody', async () => {
  await using rt = await makeDesk();
  const [id, other] = [await addRelative(rt), await addRelative(rt, { name: 'Far', number: '20000022' })];
  const browser = await openDesk(rt, 'reader');
  for (const path of ['ret', 'skaerm', 'kreds', 'flet', `flet/${other}`]) {
    expect([path, (await browser.get(`/desk/paaroerende/${id}/${path}`)).status]).toEqual([path, 403]);
    expect([path, (await browser.post(`/desk/paaroerende/${id}/${path}`)).status]).toEqual([path, 403]);
  }
});

test('the search stands on every page, once', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  for (const path of ['/desk', '/desk/opgaver', `/desk/paaroerende/${id}?fra=list`, '/desk/paaroerende']) {
    const { text } = await browser.get(path);
    expect([path, text.match(/<form method="post" action="\/desk\/paaroerende\/soeg"/g)?.length]).toEqual([
      path,
      1,
    ]);
  }
});
