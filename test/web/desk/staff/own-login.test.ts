// What staff do about their own login: password, recovery codes, authenticator.
import { expect, test, vi } from 'vitest';
import { findStaff } from '../../../../src/services/staff/find-staff.ts';
import type { TestBrowser } from '../../../support/browser.ts';
import { type DeskRuntime, makeDesk, openDesk, rowsOf } from '../../../support/desk.ts';
import { codeOf, invite, logIn, PASSWORD, type Taken, take } from '../../../support/staff.ts';

vi.setConfig({ testTimeout: 60_000 });

const NEW = 'regnbuer over havnegaden';
const cookie = '__Host-limen_staff';

async function withMember<T>(
  work: (at: { rt: DeskRuntime; taken: Taken; browser: TestBrowser; id: string }) => Promise<T>,
): Promise<T> {
  await using rt = await makeDesk({ config: { demo: false } });
  const { path, id } = await invite(rt, { role: 'reader' });
  const taken = await take(rt, path);
  return await work({ rt, taken, browser: taken.browser, id });
}

const isIn = async (rt: DeskRuntime, browser: TestBrowser): Promise<boolean> =>
  (await findStaff(rt, browser.cookies.get(cookie) ?? '')) !== undefined;

const kinds = async (rt: DeskRuntime): Promise<unknown[]> =>
  (await rowsOf(rt, "select kind from ledger where kind like 'staff.%' order by seq")).map(
    ({ kind }) => kind,
  );

/** Logs in somewhere else, a step later, so that its code is a fresh one. */
async function elsewhere(rt: DeskRuntime, secret: string): Promise<TestBrowser> {
  const { browser } = await logIn(rt, { code: codeOf(rt, secret) });
  rt.forward(60_000);
  return browser;
}

async function changePassword(browser: TestBrowser, present: string, password = NEW, again = password) {
  await browser.get('/desk/mig/adgangskode');
  return browser.post('/desk/mig/adgangskode', { present, password, again });
}

test('a reader changes the own password with the old one: it opens, the old one does not, and other sessions end', () =>
  withMember(async ({ rt, taken, browser }) => {
    const other = await elsewhere(rt, taken.secret);
    const before = browser.cookies.get(cookie) ?? '';

    const answer = await changePassword(browser, PASSWORD);

    expect(answer.location).toBe('/desk/mig?gemt=ownPassword');
    expect((await browser.follow(answer)).text).toContain('logget af alle andre steder');
    expect([await isIn(rt, browser), await isIn(rt, other)]).toEqual([true, false]);
    expect(await findStaff(rt, before)).toBeUndefined();
    expect((await kinds(rt)).at(-1)).toBe('staff.password.changed');
    expect((await logIn(rt, { code: codeOf(rt, taken.secret) })).answer.status).toBe(422);
    expect((await logIn(rt, { password: NEW, code: codeOf(rt, taken.secret) })).answer.location).toBe(
      '/desk',
    );
  }));

test.each([
  [PASSWORD, 'kort', 'kort', 'password'],
  [PASSWORD, NEW, `${NEW}!`, 'again'],
  ['en anden adgangskode', NEW, NEW, 'present'],
])(
  'a change from %s to %s is refused at its field, and nothing typed comes back',
  (present, password, again, field) =>
    withMember(async ({ rt, browser }) => {
      const before = await rowsOf(rt, 'select password_hash, changed_at from accounts');

      const answer = await changePassword(browser, present, password, again);

      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).not.toContain(`value="${password}"`);
      expect(await rowsOf(rt, 'select password_hash, changed_at from accounts')).toEqual(before);
    }),
);

test('whoever sits at an open browser gets five guesses at the password, and then it is locked for the login too', () =>
  withMember(async ({ rt, taken, browser }) => {
    for (let i = 0; i < 5; i += 1) await changePassword(browser, 'en anden adgangskode');

    const locked = await changePassword(browser, PASSWORD);

    expect([locked.status, locked.text.includes('Vent mindst 15 minutter')]).toEqual([422, true]);
    expect((await logIn(rt, { code: codeOf(rt, taken.secret) })).answer.status).toBe(422);
    expect((await kinds(rt)).filter((kind) => kind === 'staff.login.failed').length).toBeGreaterThanOrEqual(
      5,
    );
    rt.forward(15 * 60_000);
    expect((await changePassword(browser, PASSWORD)).location).toBe('/desk/mig?gemt=ownPassword');
  }));

test('tries count with those of the login: where these are used up, the own login is not changed either', () =>
  withMember(async ({ rt, taken, browser }) => {
    await elsewhere(rt, taken.secret);
    await rt.db.client.execute("update limits set count = 30 where subject like 'login.account:%'");

    const refused = await changePassword(browser, PASSWORD);

    expect([refused.status, refused.text.includes('prøvet for mange gange')]).toEqual([422, true]);
    expect(await kinds(rt)).not.toContain('staff.password.changed');
  }));

test('two who change the same password at once are told apart', () =>
  withMember(async ({ rt, taken, browser }) => {
    const other = await elsewhere(rt, taken.secret);
    await browser.get('/desk/mig/adgangskode');
    await other.get('/desk/mig/adgangskode');
    const form = { present: PASSWORD, password: NEW, again: NEW };

    const both = await Promise.all([
      browser.post('/desk/mig/adgangskode', form),
      other.post('/desk/mig/adgangskode', form),
    ]);

    expect(both.filter(({ location }) => location === '/desk/mig?gemt=ownPassword')).toHaveLength(1);
    expect((await kinds(rt)).filter((kind) => kind === 'staff.password.changed')).toHaveLength(1);
  }));

test('new recovery codes are shown once after a code of the authenticator, and the old ones open nothing', () =>
  withMember(async ({ rt, taken, browser }) => {
    await browser.get('/desk/mig/koder');
    expect((await browser.post('/desk/mig/koder', { present: '000000' })).status).toBe(422);

    const answer = await browser.post('/desk/mig/koder', { present: codeOf(rt, taken.secret) });

    const codes = [...answer.text.matchAll(/<code>([A-Z0-9-]{27})<\/code>/g)].map(([, code = '']) => code);
    expect(new Set([...codes, ...taken.codes]).size).toBe(16);
    expect((await browser.get('/desk/mig/koder')).text).not.toContain(codes[0]);
    expect((await kinds(rt)).at(-1)).toBe('staff.recovery.renewed');
    expect((await logIn(rt, { code: taken.codes[0] ?? '' })).answer.status).toBe(422);
    expect((await logIn(rt, { code: codes[0] ?? '' })).answer.location).toBe('/desk');
  }));

async function replace(rt: DeskRuntime, browser: TestBrowser, present: string, wrongCode?: string) {
  const { text } = await browser.get('/desk/mig/kodeapp');
  const secret = /class="desk-secret">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
  const noegle = /name="noegle" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const code = wrongCode ?? codeOf(rt, secret);
  return { secret, answer: await browser.post('/desk/mig/kodeapp', { present, code, noegle }) };
}

test('another authenticator is connected after a code of the present one, which then opens nothing', () =>
  withMember(async ({ rt, taken, browser }) => {
    const other = await elsewhere(rt, taken.secret);

    const { secret, answer } = await replace(rt, browser, codeOf(rt, taken.secret));

    expect(answer.location).toBe('/desk/mig?gemt=ownAuthenticator');
    expect([await isIn(rt, browser), await isIn(rt, other)]).toEqual([true, false]);
    expect((await kinds(rt)).at(-1)).toBe('staff.authenticator.changed');
    rt.forward(60_000);
    expect((await logIn(rt, { code: codeOf(rt, taken.secret) })).answer.status).toBe(422);
    expect((await logIn(rt, { code: codeOf(rt, secret) })).answer.location).toBe('/desk');
    expect((await logIn(rt, { code: taken.codes[0] ?? '' })).answer.location).toBe('/desk');
  }));

test('a phone that is gone is replaced with a recovery code, which is used up', () =>
  withMember(async ({ rt, taken, browser }) => {
    const present = taken.codes[0] ?? '';
    expect((await replace(rt, browser, present)).answer.location).toBe('/desk/mig?gemt=ownAuthenticator');
    expect((await replace(rt, browser, present)).answer.status).toBe(422);
    expect((await browser.get('/desk/mig')).text).toContain('<dd>7</dd>');
  }));

test('a wrong code of the new authenticator uses nothing up and shows the same picture again', () =>
  withMember(async ({ rt, taken, browser }) => {
    const present = taken.codes[0] ?? '';
    const { secret, answer } = await replace(rt, browser, present, '000000');

    expect(answer.status).toBe(422);
    expect(answer.text).toContain('href="#code"');
    expect(answer.text.replaceAll(' ', '')).toContain(secret);
    expect((await replace(rt, browser, present)).answer.location).toBe('/desk/mig?gemt=ownAuthenticator');
  }));

test('the secret of another member’s form connects nothing', () =>
  withMember(async ({ rt, taken, browser }) => {
    const { path } = await invite(rt, { email: 'medarbejder2@example.org', name: 'Medarbejder 2' });
    const two = await take(rt, path);
    const { text } = await two.browser.get('/desk/mig/kodeapp');
    const secret = /class="desk-secret">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? '';
    const noegle = /name="noegle" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await browser.get('/desk/mig/kodeapp');

    const form = { present: codeOf(rt, taken.secret), code: codeOf(rt, secret), noegle };
    expect((await browser.post('/desk/mig/kodeapp', form)).status).toBe(422);
  }));

test('in the demo there is nothing to change, and the page says so', async () => {
  await using rt = await makeDesk();
  const browser = await openDesk(rt, 'reader');
  const page = await browser.get('/desk/mig');
  expect(page.text).toContain('I demoen er der ingen adgangskode');
  expect(page.text).not.toContain('/desk/mig/adgangskode');
  expect((await browser.get('/desk/mig/adgangskode')).status).toBe(404);
  expect((await browser.post('/desk/mig/adgangskode', {})).status).toBe(404);
});

test('neither password, code nor secret is left in the ledger, the log or the database', () =>
  withMember(async ({ rt, taken, browser }) => {
    await changePassword(browser, PASSWORD);
    const { secret } = await replace(rt, browser, codeOf(rt, taken.secret));
    const tables = ['ledger', 'accounts', 'staff', 'sessions', 'limits'];
    const all = JSON.stringify([
      rt.lines,
      await Promise.all(tables.map((name) => rowsOf(rt, `select * from ${name}`))),
    ]);
    for (const told of [PASSWORD, NEW, secret, 'example.org']) expect(all).not.toContain(told);
  }));
