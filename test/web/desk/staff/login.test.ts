import { expect, test } from 'vitest';
import { IDLE_MS } from '../../../../src/services/staff/login-staff.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser } from '../../../support/browser.ts';
import { makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';

test('the demo shows one button for each role, marked as a demo', async () => {
  await using rt = await makeDesk();
  const { status, text } = await openBrowser(createApp(rt)).get('/desk/login');
  expect(status).toBe(200);
  expect(text).toContain('DEMO');
  expect(text.match(/name="rolle" value="\w+"/g)).toHaveLength(4);
});

test('one press logs in with a cookie no script can read', async () => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  await browser.get('/desk/login');

  const answer = await browser.post('/desk/login', { rolle: 'advisor' });

  expect([answer.status, answer.location]).toEqual([303, '/desk']);
  const [cookie = ''] = answer.headers.getSetCookie().filter((line) => line.includes('limen_staff'));
  expect(cookie).toMatch(/^__Host-limen_staff=[\w-]{22};/);
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    expect(cookie).toContain(attribute);
  expect(cookie).not.toMatch(/Max-Age|Expires|Domain/i);
  expect((await browser.get('/desk')).text).toContain('Demo advisor</a>, rådgiver');
});

test('outside the demo nobody gets in without a password', async () => {
  await using rt = await makeDesk({ config: { demo: false } });
  const browser = openBrowser(createApp(rt));
  const page = await browser.get('/desk/login');
  expect(page.text).toContain('name="adgangskode"');
  expect(page.text).not.toContain('name="rolle"');
  expect((await browser.post('/desk/login', { rolle: 'administrator' })).status).not.toBe(303);
  expect(await rowsOf(rt, 'select count(*) as n from sessions')).toEqual([{ n: 0 }]);
});

test('outside the demo a form made by hand meets nothing', async () => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  await browser.get('/desk/login');
  const real = openBrowser(createApp({ ...rt, config: { ...rt.config, demo: false } }));
  for (const [name, value] of browser.cookies) real.cookies.set(name, value);
  const answer = await real.post('/desk/login', { csrf: browser.token(), rolle: 'administrator' });
  expect(answer.status).toBe(404);
});

test.each(['', 'root', 'reader,administrator'])('an unknown role (%s) is not let in', async (rolle) => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  await browser.get('/desk/login');
  expect((await browser.post('/desk/login', { rolle })).status).toBe(404);
});

test('a login from another site, or without the token, is refused', async () => {
  await using rt = await makeDesk();
  const browser = openBrowser(createApp(rt));
  await browser.get('/desk/login');
  const role = { rolle: 'advisor' };
  expect((await browser.post('/desk/login', role, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await browser.post('/desk/login', { ...role, csrf: 'x' })).status).toBe(403);
});

test('logging out ends the session for good', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  const stolen = new Map(browser.cookies);

  const answer = await browser.post('/desk/logout');

  expect(answer.location).toBe('/desk/login');
  for (const [name, value] of stolen) browser.cookies.set(name, value);
  expect((await browser.get('/desk')).location).toBe('/desk/login');
});

test('a session that idled is led to the login, and what it tried to change is refused', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  rt.forward(31 * 60_000);
  expect((await browser.get('/desk/paaroerende')).location).toBe('/desk/login');
  expect((await browser.post('/desk/paaroerende/ny', {})).status).toBe(403);
});

test("a relative's session opens no desk", async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  await rt.db.client.execute("update sessions set kind = 'page'");
  expect((await browser.get('/desk')).location).toBe('/desk/login');
});

test('a page of the desk says where a press keeps the session, and there the time begins anew', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt);
  const [, address = ''] = /data-pulse="([^"]+)"/.exec((await browser.get('/desk')).text) ?? [];
  rt.forward(IDLE_MS - 60_000);
  const pulse = await browser.get(address);
  rt.forward(IDLE_MS - 60_000);

  expect([pulse.status, Number(pulse.text)]).toEqual([200, IDLE_MS]);
  expect((await browser.get('/desk')).status).toBe(200);

  rt.forward(IDLE_MS);
  expect((await browser.get(address)).location).toBe('/desk/login');
});
