// Logout where staff come from the municipality's login, against a real provider (RP-Initiated Logout 1.0).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findStaff } from '../../../../src/services/staff/find-staff.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser, type TestBrowser } from '../../../support/browser.ts';
import { type DeskRuntime, makeDesk, openDesk } from '../../../support/desk.ts';
import {
  goThrough,
  identityOf,
  type Jar,
  leaveThrough,
  type Playground,
  startProvider,
} from '../../../support/oidc.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const cookie = '__Host-limen_staff';
let rt: DeskRuntime;
let providers: Playground[] = [];

async function begin(options?: { takesLogout: boolean }): Promise<Playground> {
  const provider = await startProvider(options);
  providers.push(provider);
  provider.person.claims = { name: 'Medarbejder 7', roles: ['advisor'], units: ['*'] };
  rt.identity = identityOf(provider.env);
  return provider;
}

beforeEach(async () => {
  rt = await makeDesk({ config: { demo: false } });
});

afterEach(async () => {
  for (const provider of providers) await provider.close();
  providers = [];
  await rt[Symbol.asyncDispose]();
});

async function logIn(jar: Jar): Promise<TestBrowser> {
  const browser = openBrowser(createApp(rt));
  const { location } = await browser.get('/desk/login/kommune');
  await browser.get(`/desk/login/retur${await goThrough(location ?? '', undefined, jar)}`);
  await browser.get('/desk');
  return browser;
}

const sentTo = (refresh: string | null): string => refresh?.replace(/^0; url=/, '') ?? '';

test('whoever logs out is out here first, then out at the provider, and comes back to the login page', async () => {
  const provider = await begin();
  const jar: Jar = new Map();
  await logIn(jar);
  const browser = await logIn(jar);
  expect(provider.asked).toBe(1);
  const token = browser.cookies.get(cookie) ?? '';

  const answer = await browser.post('/desk/logout');
  expect(await findStaff(rt, token)).toBeUndefined();
  expect([answer.location, browser.cookies.has(cookie)]).toEqual(['/desk/login/ud', false]);
  const page = await browser.follow(answer);
  const url = sentTo(page.headers.get('refresh'));
  expect(page.text).toContain('Du er logget af Limen');

  expect(await leaveThrough(url, jar)).toBe('https://limen.test/desk/login');
  await logIn(jar);
  expect(provider.asked).toBe(2);
});

test('the address there carries our client id and the way back, and nothing of whoever it was', async () => {
  const provider = await begin();
  const browser = await logIn(new Map());
  const page = await browser.follow(await browser.post('/desk/logout'));

  const url = new URL(sentTo(page.headers.get('refresh')));

  expect(url.origin).toBe(provider.issuer);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'limen',
    post_logout_redirect_uri: 'https://limen.test/desk/login',
  });
});

test('a provider that announces no logout is not asked, and the page says what is left to do', async () => {
  await begin({ takesLogout: false });
  const browser = await logIn(new Map());
  const token = browser.cookies.get(cookie) ?? '';

  const page = await browser.follow(await browser.post('/desk/logout'));

  expect(await findStaff(rt, token)).toBeUndefined();
  expect([page.status, page.headers.get('refresh')]).toEqual([200, null]);
  expect(page.text).toContain('Luk alle browserens vinduer');
});

test('a provider that is down keeps nobody logged in here', async () => {
  const provider = await begin();
  const browser = await logIn(new Map());
  const token = browser.cookies.get(cookie) ?? '';
  await provider.close();
  rt.identity = identityOf(provider.env);

  const page = await browser.follow(await browser.post('/desk/logout'));

  expect(await findStaff(rt, token)).toBeUndefined();
  expect([page.status, page.headers.get('refresh')]).toEqual([200, null]);
});

test('who did not come from the provider is not sent there', async () => {
  await using demo = await makeDesk();
  const browser = await openDesk(demo, 'advisor');
  demo.identity = identityOf((await begin()).env);
  expect((await browser.post('/desk/logout')).location).toBe('/desk/login');
  delete demo.identity;
  expect((await browser.get('/desk/login/ud')).status).toBe(404);
});
