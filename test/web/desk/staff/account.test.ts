// Local accounts through the pages: the invitation, password and code, the lock.
import { expect, test, vi } from 'vitest';
import { findStaff } from '../../../../src/services/staff/find-staff.ts';
import { INVITATION_MS } from '../../../../src/services/staff/invitation.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser } from '../../../support/browser.ts';
import { makeDesk, rowsOf } from '../../../support/desk.ts';
import { codeOf, invite, logIn, PASSWORD, take } from '../../../support/staff.ts';

const cookie = '__Host-limen_staff';

const accountOf = async (rt: Awaited<ReturnType<typeof makeDesk>>) =>
  (await rowsOf(rt, 'select * from accounts'))[0];

const real = { config: { demo: false } };

vi.setConfig({ testTimeout: 60_000 });

test('someone who is invited chooses a password, connects an authenticator, and is in', async () => {
  await using rt = await makeDesk(real);
  const { path, id } = await invite(rt);

  const { browser, codes, answer } = await take(rt, path);

  expect(answer.status).toBe(200);
  expect(new Set(codes).size).toBe(8);
  expect((await browser.get('/desk')).text).toContain('Medarbejder 1');
  expect(await findStaff(rt, browser.cookies.get(cookie) ?? '')).toMatchObject({ id, role: 'advisor' });
});

test('looking at an invitation changes nothing, and its token leaves the address with the first press', async () => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);
  const before = JSON.stringify([
    await rowsOf(rt, 'select * from accounts'),
    await rowsOf(rt, 'select * from sessions'),
  ]);
  const browser = openBrowser(createApp(rt));

  await browser.get(path);
  await browser.get(path);

  expect(
    JSON.stringify([await rowsOf(rt, 'select * from accounts'), await rowsOf(rt, 'select * from sessions')]),
  ).toBe(before);
  expect((await browser.post(path)).location).toBe('/desk/invitation');
});

test('an invitation is taken once, also by two at once', async () => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);

  const both = await Promise.all([take(rt, path), take(rt, path)]);

  expect(both.map(({ answer }) => answer.status).sort()).toEqual([200, 410]);
  expect((await take(rt, path)).answer.status).toBe(410);
});

test('an invitation is over after three days, and so is one that was opened in time', async () => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);
  const early = openBrowser(createApp(rt));
  await early.get(path);
  rt.forward(INVITATION_MS - 60_000);
  await early.post(path);
  rt.forward(60_000);

  expect((await take(rt, path)).answer.status).toBe(410);
  const form = await early.get('/desk/invitation');
  const secret = /class="desk-secret">([A-Z2-7 ]+)</.exec(form.text)?.[1]?.replaceAll(' ', '') ?? '';
  const noegle = /name="noegle" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const late = await early.post('/desk/invitation', {
    password: PASSWORD,
    again: PASSWORD,
    code: codeOf(rt, secret),
    noegle,
  });
  expect(late.status).toBe(410);
});

test.each([
  ['kort', 'kort', 'password'],
  ['prøvekommune2027', 'prøvekommune2027', 'password'],
  [PASSWORD, `${PASSWORD}!`, 'again'],
])('a password like %s is asked for anew, with the same authenticator', async (password, again, field) => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);
  const browser = openBrowser(createApp(rt));
  await browser.get(path);
  const form = await browser.follow(await browser.post(path));
  const secret = /class="desk-secret">([A-Z2-7 ]+)</.exec(form.text)?.[1] ?? '';
  const noegle = /name="noegle" value="([^"]+)"/.exec(form.text)?.[1] ?? '';

  const answer = await browser.post('/desk/invitation', { password, again, code: '', noegle });

  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`href="#${field}"`);
  expect(answer.text).toContain(secret);
  expect(answer.text).not.toContain(password);
});

test('password and code let in, under a fresh token, and the wait between them opens nothing', async () => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);
  const { secret } = await take(rt, path);
  const browser = openBrowser(createApp(rt));
  await browser.get('/desk/login');
  await browser.post('/desk/login/adgangskode', {
    email: ' Medarbejder1@Example.org',
    adgangskode: PASSWORD,
  });
  const waiting = browser.cookies.get(cookie) ?? '';

  expect((await browser.get('/desk')).location).toBe('/desk/login');
  await browser.get('/desk/login/kode');
  expect((await browser.post('/desk/login/kode', { kode: codeOf(rt, secret) })).location).toBe('/desk');

  expect((await browser.get('/desk')).status).toBe(200);
  expect(browser.cookies.get(cookie)).not.toBe(waiting);
  browser.cookies.set(cookie, waiting);
  expect((await browser.get('/desk')).location).toBe('/desk/login');
});

test('a token set before the login is worth nothing after it', async () => {
  await using rt = await makeDesk(real);
  const { path } = await invite(rt);
  const { secret, browser: first } = await take(rt, path);
  const planted = first.cookies.get(cookie) ?? '';
  const browser = openBrowser(createApp(rt));
  browser.cookies.set(cookie, planted);
  await browser.get('/desk/login');
  await browser.post('/desk/login/adgangskode', { email: 'medarbejder1@example.org', adgangskode: PASSWORD });
  await browser.get('/desk/login/kode');
  await browser.post('/desk/login/kode', { kode: codeOf(rt, secret) });

  expect(await findStaff(rt, planted)).toBeUndefined();
  expect(await findStaff(rt, browser.cookies.get(cookie) ?? '')).toBeDefined();
});

test('a code opens once, also in parallel, and not again a step later', async () => {
  await using rt = await makeDesk(real);
  const { secret } = await take(rt, (await invite(rt)).path);
  const code = codeOf(rt, secret);

  const both = await Promise.all([logIn(rt, { code }), logIn(rt, { code })]);

  expect(both.map(({ answer }) => answer.location).sort()).toEqual(['/desk', null]);
  rt.forward(30_000);
  expect((await logIn(rt, { code })).answer.status).toBe(422);
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.location).toBe('/desk');
});

test.each([
  [-1, '/desk'],
  [1, '/desk'],
  [-2, null],
  [2, null],
])('a code %i steps away answers %s', async (steps, location) => {
  await using rt = await makeDesk(real);
  const { secret } = await take(rt, (await invite(rt)).path);
  expect((await logIn(rt, { code: codeOf(rt, secret, steps) })).answer.location).toBe(location);
});

test('a recovery code opens once, however it is typed, and the others go on', async () => {
  await using rt = await makeDesk(real);
  const { codes } = await take(rt, (await invite(rt)).path);
  const [first = '', second = ''] = codes;

  expect((await logIn(rt, { code: first.toLowerCase().replaceAll('-', ' ') })).answer.location).toBe('/desk');
  expect((await logIn(rt, { code: first })).answer.status).toBe(422);
  expect((await logIn(rt, { code: second })).answer.location).toBe('/desk');
});

test('a known and an unknown e-mail, and a locked account, are answered alike', async () => {
  await using rt = await makeDesk(real);
  await take(rt, (await invite(rt)).path);
  const plain = (text: string) => text.replace(/value="[^"]*"/g, '').replaceAll(/ukendt|medarbejder1/g, '');
  const wrong = { password: 'en anden adgangskode' };

  const known = (await logIn(rt, wrong)).answer;
  const unknown = (await logIn(rt, { ...wrong, email: 'ukendt@example.org' })).answer;
  await Promise.all(Array.from({ length: 6 }, () => logIn(rt, wrong)));
  const locked = (await logIn(rt, {})).answer;

  expect([known.status, unknown.status, locked.status]).toEqual([422, 422, 422]);
  expect(plain(unknown.text)).toBe(plain(known.text));
  expect(plain(locked.text)).toBe(plain(known.text));
});

test('guessing in parallel gives five guesses, then the account is locked for a while, and twice as long next time', async () => {
  await using rt = await makeDesk(real);
  const { secret } = await take(rt, (await invite(rt)).path);
  const wrong = { password: 'en anden adgangskode' };

  await Promise.all(Array.from({ length: 12 }, () => logIn(rt, wrong)));
  expect(await accountOf(rt)).toMatchObject({ failures: 5, locked_until: rt.clock() + 15 * 60_000 });
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.status).toBe(422);

  rt.forward(15 * 60_000);
  await Promise.all(Array.from({ length: 5 }, () => logIn(rt, wrong)));
  expect(await accountOf(rt)).toMatchObject({ failures: 10, locked_until: rt.clock() + 30 * 60_000 });

  rt.forward(30 * 60_000);
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.location).toBe('/desk');
  expect(await accountOf(rt)).toMatchObject({ failures: 0, locked_until: null });
});

test('whoever knows no more than an e-mail keeps its owner out for an hour at most', async () => {
  await using rt = await makeDesk(real);
  const { secret } = await take(rt, (await invite(rt)).path);
  await rt.db.client.execute('update accounts set failures = 49');

  await logIn(rt, { password: 'en anden adgangskode' });
  expect(await accountOf(rt)).toMatchObject({ failures: 50, locked_until: rt.clock() + 60 * 60_000 });

  rt.forward(60 * 60_000);
  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.location).toBe('/desk');
});

test('whoever knows the password gets five guesses at the code', async () => {
  await using rt = await makeDesk(real);
  const { secret } = await take(rt, (await invite(rt)).path);
  for (let i = 0; i < 5; i += 1) expect((await logIn(rt, { code: '000000' })).answer.status).toBe(422);

  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.status).toBe(422);
  expect((await accountOf(rt))?.failures).toBe(5);
});

test('the ledger and the log tell of it, without e-mail, password or code, and the database holds none of them', async () => {
  await using rt = await makeDesk(real);
  const { secret, codes } = await take(rt, (await invite(rt)).path);
  await logIn(rt, { password: 'en anden adgangskode' });
  await logIn(rt, { email: 'ukendt@example.org' });
  await logIn(rt, { code: codeOf(rt, secret) });

  const ledger = await rowsOf(rt, "select kind, actor from ledger where kind like 'staff.%'");
  expect(ledger.map(({ kind }) => kind)).toEqual([
    'staff.made',
    'staff.invitation.taken',
    'staff.login',
    'staff.login.failed',
    'staff.login',
  ]);
  expect(JSON.stringify(rt.lines)).toContain('a login for an e-mail nobody has failed');
  const tables = ['ledger', 'accounts', 'staff', 'sessions', 'limits'];
  const all = JSON.stringify([
    await Promise.all(tables.map((name) => rowsOf(rt, `select * from ${name}`))),
    rt.lines,
  ]);
  for (const told of ['example.org', PASSWORD, secret, codes[0] ?? '?', 'Medarbejder 1'])
    expect(all).not.toContain(told);
});

test('a member who was closed meanwhile does not get in with the right password', async () => {
  await using rt = await makeDesk(real);
  const { secret, browser } = await take(rt, (await invite(rt)).path);
  await rt.db.client.execute('update staff set closed_at = 1 where email_hash is not null');

  expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.status).toBe(422);
  expect((await browser.get('/desk')).location).toBe('/desk/login');
});
