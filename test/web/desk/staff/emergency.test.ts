// The emergency login beside the municipality's: off unless made, told of at each use, closed where users are.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterCode } from '../../../../src/services/staff/enter-code.ts';
import { enterPassword } from '../../../../src/services/staff/enter-password.ts';
import { openInvitation, showInvitation } from '../../../../src/services/staff/invitation.ts';
import { inviteMember } from '../../../../src/services/staff/invite-member.ts';
import type { Staff } from '../../../../src/services/staff/staff.ts';
import { settleAlert } from '../../../../src/services/waiting/settle-alert.ts';
import { createApp } from '../../../../src/web/app.ts';
import { openBrowser } from '../../../support/browser.ts';
import { type DeskRuntime, makeDesk, rowsOf } from '../../../support/desk.ts';
import { identityOf, type Playground, startProvider } from '../../../support/oidc.ts';
import { codeOf, invite, logIn as logInFrom, PASSWORD, take } from '../../../support/staff.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let provider: Playground;
let rt: DeskRuntime;

beforeEach(async () => {
  provider = await startProvider();
  rt = await makeDesk({ config: { demo: false } });
});

afterEach(async () => {
  await provider.close();
  await rt[Symbol.asyncDispose]();
});

const turnOn = (): void => {
  rt.identity = identityOf(provider.env);
};

const EMERGENCY = { role: 'administrator', allUnits: true, units: [], emergency: true } as const;

async function makeEmergency(email = 'noed@example.org') {
  const made = await inviteMember(rt, 'house', { name: 'Administrator 1', email, ...EMERGENCY });
  return { ...made, ...(await take(rt, new URL(made.link).pathname)) };
}

const logIn = (form: { email?: string; password?: string; code?: string }) =>
  logInFrom(rt, { from: '/desk/login/noed', ...form });

const alerts = () => rowsOf(rt, "select urgent, audience, status, step from alerts where kind = 'emergency'");
const page = async () => (await openBrowser(createApp(rt)).get('/desk/login')).text;

test('without one there is no way past the municipality’s login, also for accounts from before it', async () => {
  const { secret } = await take(rt, (await invite(rt)).path);
  turnOn();

  expect(await page()).not.toContain('/desk/login/noed');
  expect((await openBrowser(createApp(rt)).get('/desk/login/noed')).location).toBe('/desk/login');
  const typed = { email: 'medarbejder1@example.org', password: PASSWORD };
  await expect(enterPassword(rt, typed, { address: '192.0.2.1' })).rejects.toThrow('not-found');

  await makeEmergency();
  expect((await logIn({ code: codeOf(rt, secret) })).answer.status).toBe(422);
});

test('where the emergency login is open, ordinary accounts open nothing: no password, no login half way, no invitation', async () => {
  const { secret } = await take(rt, (await invite(rt)).path);
  const typed = { email: 'medarbejder1@example.org', password: PASSWORD };
  const wait = await enterPassword(rt, typed, { address: '192.0.2.1' });
  const member = { name: 'Rådgiver 2', email: 'ny@example.org', role: 'advisor', allUnits: true, units: [] };
  const { link } = await inviteMember(rt, 'house', member);
  const open = () => openInvitation(rt, link.slice(link.lastIndexOf('/') + 1), { address: '192.0.2.1' });
  const begun = await open();
  turnOn();
  await makeEmergency();

  const code = enterCode(rt, codeOf(rt, secret), { address: '192.0.2.1', wait });
  await expect(code).rejects.toThrow('code-wrong');
  await expect(enterPassword(rt, typed, { address: '192.0.2.1' })).rejects.toThrow('login-wrong');
  await expect(open()).rejects.toThrow('invitation-over');
  await expect(showInvitation(rt, begun)).rejects.toThrow('invitation-over');
});

test('an administrator comes in by password and code while the provider is down; alert, ledger and log tell of it', async () => {
  turnOn();
  const { id, secret } = await makeEmergency();
  await provider.close();
  expect(await alerts()).toHaveLength(1);

  expect(await page()).toContain('href="/desk/login/noed"');
  const { answer, browser } = await logIn({ email: 'noed@example.org', code: codeOf(rt, secret) });

  expect(answer.location).toBe('/desk');
  expect(await alerts()).toEqual(
    Array.from({ length: 2 }, () => ({ urgent: 1, audience: 'administrator', status: 'open', step: id })),
  );
  const used = await rowsOf(rt, "select body from ledger where kind = 'staff.emergency.used'");
  expect(used.map(({ body }) => JSON.parse(String(body)).by)).toEqual(['invitation', 'password']);
  expect(JSON.stringify(rt.lines)).toContain('the emergency login was used');
  const shown = await browser.get('/desk/varsler');
  expect(shown.text).toContain('Nødadgangen blev brugt af Administrator 1');
  expect(shown.text).not.toContain('action="/desk/varsler/emergency');
  const [alert] = await rowsOf(rt, "select id from alerts where kind = 'emergency'");
  const own: Staff = { id, role: 'administrator', units: 'all' };
  await expect(settleAlert(rt, own, String(alert?.id))).rejects.toThrow('not-yourself');
  await expect(settleAlert(rt, { ...own, id: 'a', role: 'advisor' }, String(alert?.id))).rejects.toThrow(
    'forbidden',
  );
  await settleAlert(rt, { ...own, id: 'another' }, String(alert?.id));
  expect((await browser.get('/desk/brugere')).text).toContain('nødadgang');
  expect((await browser.get('/desk/mig')).text).toContain('/desk/mig/adgangskode');
});

test('what fails raises no alert, and is locked as everywhere', async () => {
  turnOn();
  const { secret } = await makeEmergency();
  const wrong = { email: 'noed@example.org', password: 'en anden adgangskode' };
  for (let i = 0; i < 5; i += 1) expect((await logIn(wrong)).answer.status).toBe(422);
  const locked = await logIn({ email: 'noed@example.org', code: codeOf(rt, secret) });
  expect(locked.answer.status).toBe(422);
  expect(locked.answer.text).toContain('Nødadgang');
  expect(await alerts()).toHaveLength(1);
});

test('it is closed where users are, and the way in is gone with the last one', async () => {
  turnOn();
  const { id, secret, browser } = await makeEmergency();
  const another = await makeEmergency('noed2@example.org');

  await another.browser.get(`/desk/brugere/${id}/luk`);
  expect((await another.browser.post(`/desk/brugere/${id}/luk`)).status).toBe(303);

  expect((await browser.get('/desk')).location).toBe('/desk/login');
  expect((await logIn({ email: 'noed@example.org', code: codeOf(rt, secret) })).answer.status).toBe(422);
  await rt.db.client.execute('update staff set closed_at = 1 where emergency = 1');
  expect(await page()).not.toContain('/desk/login/noed');
});

test('where staff have local accounts none is made for emergencies', async () => {
  const form = { name: 'Administrator 1', email: 'noed@example.org', ...EMERGENCY };
  await expect(inviteMember(rt, 'house', form)).rejects.toThrow('not-found');
  turnOn();
  await expect(inviteMember(rt, 'house', { ...form, emergency: false })).rejects.toThrow('not-found');
});
