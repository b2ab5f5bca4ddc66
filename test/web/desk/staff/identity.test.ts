// Login by the municipality against a real provider: what succeeds, and each way it can fail.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterPassword } from '../../../../src/services/staff/enter-password.ts';
import { findStaff } from '../../../../src/services/staff/find-staff.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../../support/browser.ts';
import { type DeskRuntime, makeDesk, rowsOf } from '../../../support/desk.ts';
import { goThrough, identityOf, type Playground, startProvider } from '../../../support/oidc.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const cookie = '__Host-limen_staff';
const memory = '__Host-limen_login';

let provider: Playground;
let rt: DeskRuntime;

beforeEach(async () => {
  provider = await startProvider();
  provider.person.claims = { name: 'Medarbejder 7', roles: ['advisor'], units: ['bostedet lindehuset'] };
  rt = await makeDesk({ config: { demo: false } });
  rt.identity = identityOf(provider.env);
});

afterEach(async () => {
  await provider.close();
  await rt[Symbol.asyncDispose]();
});

type Way = { browser: TestBrowser; search: string };

/** Up to the moment the browser comes back; `change` is done to the address it is sent to. */
async function depart(change = (url: URL): URL => url): Promise<Way> {
  const browser = openBrowser(createApp(rt));
  const answer = await browser.get('/desk/login/kommune');
  return { browser, search: await goThrough(change(new URL(answer.location ?? '')).href) };
}

const arrive = ({ browser, search }: Way) => browser.get(`/desk/login/retur${search}`);

const staffOf = (browser: TestBrowser) => findStaff(rt, browser.cookies.get(cookie) ?? '');

/** Nobody is in, no member was made, and the page says what to do. */
async function expectRefusal(way: Way, status: number, told: RegExp): Promise<void> {
  const before = await rowsOf(rt, 'select * from staff');
  const answer = await arrive(way);
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(told);
  expect(answer.text).toContain('href="/desk/login"');
  expect(await staffOf(way.browser)).toBeUndefined();
  expect(await rowsOf(rt, 'select * from staff')).toEqual(before);
  expect(await rowsOf(rt, "select * from sessions where kind = 'staff'")).toEqual([]);
}

test('a member is made at the first login, with name, role and units by the claims, and known again at the next', async () => {
  const first = await depart();
  expect((await arrive(first)).location).toBe('/desk');
  expect(await staffOf(first.browser)).toMatchObject({
    name: 'Medarbejder 7',
    role: 'advisor',
    units: ['unit-1'],
  });

  provider.person.claims = { name: 'Medarbejder 7', roles: ['reader', 'coordinator'], units: ['*'] };
  const second = await depart();
  await arrive(second);

  expect(await staffOf(second.browser)).toMatchObject({ role: 'coordinator', units: 'all' });
  expect(await rowsOf(rt, 'select id from staff where subject_hash is not null')).toHaveLength(1);
  const kinds = await rowsOf(rt, "select kind from ledger where kind like 'staff.%' order by seq");
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'staff.made',
    'staff.login',
    'staff.changed',
    'staff.login',
  ]);
});

test('the login page leads there and takes no password, and the session is a new one', async () => {
  const browser = openBrowser(createApp(rt));
  const page = await browser.get('/desk/login');
  expect(page.text).toContain('href="/desk/login/kommune"');
  expect(page.text).not.toContain('type="password"');
  const typed = { email: 'medarbejder7@example.org', password: 'x' };
  await expect(enterPassword(rt, typed, { address: '192.0.2.1' })).rejects.toThrow('not-found');

  const way = await depart();
  way.browser.cookies.set(cookie, 'planted-before-the-login');
  await arrive(way);
  expect(way.browser.cookies.get(cookie)).not.toBe('planted-before-the-login');
  expect(way.browser.cookies.has(memory)).toBe(false);
});

test('logging out ends the session here', async () => {
  const way = await depart();
  await arrive(way);
  const token = way.browser.cookies.get(cookie) ?? '';
  await way.browser.get('/desk');
  await way.browser.post('/desk/logout');
  expect(await findStaff(rt, token)).toBeUndefined();
});

test('an answer with another state is refused', async () => {
  const way = await depart();
  const search = way.search.replace(/state=[^&]+/, 'state=another');
  await expectRefusal({ ...way, search }, 403, /passer ikke til det, du begyndte/);
});

test('an answer nobody here asked for is refused', async () => {
  const way = await depart();
  await expectRefusal({ browser: openBrowser(createApp(rt)), search: way.search }, 403, /passer ikke/);
});

test('an answer is refused that comes too late', async () => {
  const way = await depart();
  rt.forward(15 * 60_000);
  await expectRefusal(way, 403, /passer ikke/);
});

test('an ID token with another nonce is refused', async () => {
  const way = await depart((url) => {
    url.searchParams.set('nonce', 'another');
    return url;
  });
  await expectRefusal(way, 403, /passer ikke/);
});

test('a code works once', async () => {
  const way = await depart();
  const kept = way.browser.cookies.get(memory) ?? '';
  expect((await arrive(way)).location).toBe('/desk');
  const thief = openBrowser(createApp(rt));
  thief.cookies.set(memory, kept);

  const again = await arrive({ browser: thief, search: way.search });

  expect(again.status).toBe(403);
  expect(await staffOf(thief)).toBeUndefined();
});

test.each([
  ['another audience', { claims: { aud: 'another' } }],
  ['another issuer', { claims: { iss: 'https://another.example' } }],
  ['a time that is over', { claims: { exp: 1_000_000_000 } }],
  ['the signature of another key', { key: 'another' as const }],
])('an ID token with %s is refused', async (_, wrong) => {
  provider.wrong = wrong;
  await expectRefusal(await depart(), 403, /passer ikke/);
});

test('whoever is denied there is told so', async () => {
  provider.deny = true;
  await expectRefusal(await depart(), 403, /gav ikke adgang/);
});

test('a provider that is down is told of, on the way there and on the way back', async () => {
  const way = await depart();
  await provider.close();
  await expectRefusal(way, 503, /svarer ikke lige nu/);

  rt.identity = identityOf(provider.env);
  const browser = openBrowser(createApp(rt));
  expect((await browser.get('/desk/login/kommune')).status).toBe(503);
});

test.each([
  ['no role claim', { name: 'Medarbejder 7' }],
  ['a role that is none of ours', { name: 'Medarbejder 7', roles: ['root', '__proto__'] }],
])('with %s nobody is made', async (_, claims) => {
  provider.person.claims = claims;
  await expectRefusal(await depart(), 403, /ingen rolle i Limen/);
});

test('a member whose role is taken away does not get in, and is logged out elsewhere', async () => {
  const before = await depart();
  await arrive(before);
  provider.person.claims = { name: 'Medarbejder 7', roles: [] };

  await expectRefusal(await depart(), 403, /ingen rolle i Limen/);

  expect(await staffOf(before.browser)).toBeUndefined();
});

test('a closed member does not get in', async () => {
  await arrive(await depart());
  await rt.db.client.execute('update staff set closed_at = 1 where subject_hash is not null');
  await rt.db.client.execute('delete from sessions');
  await expectRefusal(await depart(), 403, /Din adgang til Limen er lukket/);
});

test('neither log nor ledger nor any column in clear tells who it was', async () => {
  await arrive(await depart());
  provider.deny = true;
  await arrive(await depart());
  const tables = ['ledger', 'staff', 'sessions', 'limits'];
  const all = JSON.stringify([
    rt.lines,
    await Promise.all(tables.map((t) => rowsOf(rt, `select * from ${t}`))),
  ]);
  for (const told of ['Medarbejder 7', 'person-1', provider.issuer]) expect(all).not.toContain(told);
});
