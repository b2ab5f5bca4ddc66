import { expect, test } from 'vitest';
import { showRelative } from '../../../../src/services/relatives/show-relative.ts';
import { addRelative, advisor, makeDesk, openDesk, relativeForm, rowsOf } from '../../../support/desk.ts';

const XSS = '<img src=x onerror=alert(1)>"\'';
const escaped = '&lt;img src=x onerror=alert(1)&gt;';

test('a relative is registered by the form and shown', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');

  const answer = await browser.post('/desk/paaroerende/ny', relativeForm({ consent: 'yes' }));

  expect(answer.location).toMatch(/^\/desk\/paaroerende\/[\w-]{22}\?fra=new&gemt=relative$/);
  const { text } = await browser.follow(answer);
  for (const shown of [
    'Bror, 22',
    '20 00 00 21',
    'Bostedet Lindehuset',
    'Sagt ja',
    'Den pårørende er oprettet',
  ])
    expect(text).toContain(shown);
});

test('a landline is told apart when it is saved', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');
  const answer = await browser.post('/desk/paaroerende/ny', relativeForm({ number: '38 12 34 56' }));
  expect((await browser.follow(answer)).text).toContain('hver sms bliver til et opkald');
});

test('everything that is wrong is told at once, each at its field, and what was typed stays', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');

  const { status, text } = await browser.post(
    '/desk/paaroerende/ny',
    relativeForm({ name: '', number: '+46 70 123 45 67', ageBand: '0-17', note: 'Husk kaffe' }),
  );

  expect(status).toBe(422);
  expect(text).toContain('<title>Fejl: Ny pårørende');
  for (const field of ['name', 'number', 'guardian']) {
    expect(text).toContain(`id="${field}-error"`);
    expect(text).toContain(`href="#${field}"`);
  }
  expect(text).toContain('Vi kan ikke sende sms til numre fra det land.');
  expect(text).toContain('Husk kaffe');
  expect(await rowsOf(rt, 'select count(*) as n from relatives')).toEqual([{ n: 0 }]);
});

test('a CPR number is refused with why, and comes back in no field', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');
  const { text } = await browser.post(
    '/desk/paaroerende/ny',
    relativeForm({ name: 'Ole 010190-1234', number: '010190-1234' }),
  );
  expect(text).toContain('Skriv ikke cpr-nummer her');
  expect(text).not.toContain('010190');
});

test('a taken number asks whether the phone is shared, and takes yes for an answer', async () => {
  await using rt = await makeDesk();
  await addRelative(rt);
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');
  const form = relativeForm({ name: 'Mor, 51' });

  const first = await browser.post('/desk/paaroerende/ny', form);
  expect(first.text).toContain('Ja, flere læser denne telefon');
  const second = await browser.post('/desk/paaroerende/ny', { ...form, shared: 'yes' });

  expect((await browser.follow(second)).text).toContain('delt telefon');
});

test('what people type is never markup', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende/ny');
  const form = relativeForm({ name: XSS, note: XSS, ageBand: '0-17', guardian: XSS, tiltale: '<b>Mads' });

  const refused = await browser.post('/desk/paaroerende/ny', { ...form, unit: '' });
  const saved = await browser.follow(await browser.post('/desk/paaroerende/ny', form));
  const list = await browser.get('/desk/paaroerende');

  for (const { text } of [refused, saved, list]) {
    expect(text).toContain(escaped);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<b>');
  }
});

test('searching leaves nothing in an address and finds by number and alias', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { name: 'Datter, 52', number: '20000022' });
  const browser = await openDesk(rt);
  const page = await browser.get('/desk/paaroerende');
  expect(page.text).toMatch(/<form method="post" action="\/desk\/paaroerende\/soeg"/);

  for (const soeg of ['20 00 00 21', 'bror']) {
    const { text } = await browser.post('/desk/paaroerende/soeg', { soeg });
    expect(text).toContain(`/desk/paaroerende/${id}?fra=search`);
    expect(text).not.toContain('Datter, 52');
  }
  expect((await browser.post('/desk/paaroerende/soeg', { soeg: 'Ingen' })).text).toContain('Ingen fundet');
});

test.each([
  ['', 'Teksten er tom.'],
  ['x'.repeat(100), 'Teksten er for lang.'],
  ['12 34 56', 'Nummeret kan ikke læses'],
  ['010190-1234', 'Skriv ikke cpr-nummer her'],
])('a search for %s is answered with a sentence', async (soeg, sentence) => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await browser.get('/desk/paaroerende');
  const { status, text } = await browser.post('/desk/paaroerende/soeg', { soeg });
  expect(status).toBe(422);
  expect(text).toContain(sentence);
  expect(text).not.toContain('010190');
});

test('the list turns its pages by links', async () => {
  await using rt = await makeDesk();
  for (let n = 0; n < 51; n += 1) await addRelative(rt, { number: `2000${1000 + n}`, name: `Nr. ${n}.` });
  const browser = await openDesk(rt);
  const first = await browser.get('/desk/paaroerende');
  const [, next = ''] = /href="(\/desk\/paaroerende\?efter=[^"]+)"/.exec(first.text) ?? [];
  const second = await browser.get(next.replaceAll('&amp;', '&'));
  const count = (text: string): number => text.match(/\?fra=list"/g)?.length ?? 0;
  expect([count(first.text), count(second.text)]).toEqual([50, 1]);
  expect(count((await browser.get("/desk/paaroerende?efter=' or 1=1")).text)).toBe(50);
});

const purposes = (rt: Parameters<typeof rowsOf>[0]) =>
  rowsOf(rt, "select purpose from ledger where kind = 'relative.viewed' order by seq");

test('a look is logged with where it came from; who comes back within the hour is at the same task', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  await browser.get(`/desk/paaroerende/${id}?fra=alert`);
  const back = await browser.get(`/desk/paaroerende/${id}`);
  expect(back.text).toContain('Bror, 22');
  expect(await purposes(rt)).toEqual([{ purpose: 'alert' }, { purpose: 'alert' }]);
});

test.each(['', '?fra=nysgerrighed', '?fra=direct', '?fra=api'])(
  'a record opened by its address (%s) is shown and logged only once it was said why',
  async (query) => {
    await using rt = await makeDesk();
    const id = await addRelative(rt);
    const browser = await openDesk(rt);
    expect((await browser.get('/desk/paaroerende/nobody')).status).toBe(404);
    const asked = await browser.get(`/desk/paaroerende/${id}${query}`);
    expect(asked.text).toContain('Hvorfor åbner du den pårørende?');
    expect(asked.text).not.toContain('Bror');
    expect(await purposes(rt)).toEqual([]);
    expect((await browser.get(`/desk/paaroerende/${id}?fra=called`)).text).toContain('Bror, 22');
    expect(await purposes(rt)).toEqual([{ purpose: 'called' }]);
    rt.forward(61 * 60_000);
    expect((await (await openDesk(rt)).get(`/desk/paaroerende/${id}`)).text).toContain('Hvorfor åbner du');
  },
);

test('a PIN is shown this once and stands in no address', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const page = await browser.get(`/desk/paaroerende/${id}?fra=list`);
  expect(page.text).toContain('ingen PIN-kode');

  const { status, text, location, headers } = await browser.post(`/desk/paaroerende/${id}/pin`);

  expect([status, location]).toEqual([200, null]);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toMatch(/<p class="desk-code">\d{3} \d{3}<\/p>/);
  expect((await browser.get(`/desk/paaroerende/${id}?fra=list`)).text).not.toMatch(/class="desk-code"/);
});

test.each([
  ['voice', '10 minutter'],
  ['paper', '14 dage'],
])('a one-time code by %s says for how long it holds', async (paa, length) => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  await browser.get(`/desk/paaroerende/${id}?fra=list`);
  const given = await browser.post(`/desk/paaroerende/${id}/engangskode`, { paa });
  expect(given.text).toContain(`Koden gælder i ${length}.`);
  const page = await browser.get(`/desk/paaroerende/${id}?fra=list`);
  expect(page.text).toContain(`Den gælder i ${length} endnu.`);
});

test('a number from another country is refused with the countries we send to', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const browser = await openDesk(rt);
  const at = `/desk/paaroerende/${id}/nummer`;
  expect((await browser.get(at)).text).toContain('value="20 00 00 21"');
  const refused = await browser.post(at, { number: '+1 212 555 0123', phone: 'auto', channel: 'sms' });
  expect(refused.text).toMatch(/Vi sender til numre fra [^<]*Danmark/);
  const unread = await browser.post(at, { number: 'abc', phone: 'auto', channel: 'sms' });
  expect(unread.text).toContain('12 34 56 78 eller +45 12 34 56 78');
});

test('the number is changed by the form, and a refused one says why', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  await addRelative(rt, { number: '20000022' });
  const browser = await openDesk(rt);
  const at = `/desk/paaroerende/${id}/nummer`;
  expect((await browser.get(at)).text).toContain('Nummeret er nu 20 00 00 21');
  const form = { phone: 'auto', channel: 'sms' };

  expect((await browser.post(at, { ...form, number: 'x' })).text).toContain('Nummeret kan ikke læses');
  expect((await browser.post(at, { ...form, number: '20000022' })).text).toContain('name="shared"');
  const answer = await browser.post(at, { ...form, number: '20000023' });

  expect((await browser.follow(answer)).text).toContain('20 00 00 23');
});

test('the circle asks once more and shows the effect before it stops everything', async () => {
  await using rt = await makeDesk();
  const id = await addRelative(rt);
  const { circle } = await showRelative(rt, advisor, id, 'direct');
  const browser = await openDesk(rt);
  expect((await browser.get(`/desk/paaroerende/${id}?fra=list`)).text).toContain(
    `/desk/kredse/${circle.id}/doed`,
  );
  const page = await browser.get(`/desk/kredse/${circle.id}/doed`);
  for (const told of ['Forløb, der stopper: 0', 'Bror, 22', circle.code]) expect(page.text).toContain(told);

  const answer = await browser.post(`/desk/kredse/${circle.id}/doed`);

  const after = await browser.follow(answer);
  expect(after.text).toContain('Alt er stoppet for hele kredsen');
  expect((await browser.get(`/desk/paaroerende/${id}?fra=list`)).text).toContain('Borgeren er død');
  expect((await browser.post(`/desk/kredse/${circle.id}/doed`)).status).toBe(409);
});

test('a date to come is refused on the circle, and what was ticked stays', async () => {
  await using rt = await makeDesk();
  const { circle } = await showRelative(rt, advisor, await addRelative(rt), 'direct');
  const browser = await openDesk(rt);
  await browser.get(`/desk/kredse/${circle.id}`);
  const { status, text } = await browser.post(`/desk/kredse/${circle.id}`, {
    apart: 'yes',
    consentCheckedOn: '2099-01-01',
  });
  expect(status).toBe(422);
  expect(text).toMatch(/name="apart"[^>]* checked/);
});

test('the desk speaks English to those who choose it', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  const { text } = await browser.get('/desk/paaroerende?sprog=en');
  expect(text).toContain('<html lang="en"');
  expect(text).toContain('New relative');
});
