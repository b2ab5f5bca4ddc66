// The way in as a person goes it: invited by an administrator, a password and a code from the authenticator, logged in anew, logged out.
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DESKTOP, look, MOBILE, press } from './browser.ts';
import { playInDemo } from './play-in-demo.ts';

const PASSWORD = 'kaffe under lindetræet';
const EMAIL = 'medarbejder1@example.org';

const stage = playInDemo();
let admin: Page;
let user: Page;
let secret: string;
let link: string;

/** The code of the step after the last one, since none opens twice. */
const code = (steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

beforeAll(async () => {
  admin = await stage.openPage(DESKTOP);
  user = await stage.openPage(MOBILE);
});

describe('log in with password and code', { timeout: 120_000 }, () => {
  it('an administrator makes a user and gets a link to hand over', async () => {
    await admin.goto(`${stage.demo.url}/desk`);
    await press(admin, /^Administrator/);
    await admin.goto(`${stage.demo.url}/desk/brugere/ny`);
    await look(admin, '40-new-user');
    await admin.fill('[name=email]', EMAIL);
    await admin.fill('[name=name]', 'Medarbejder 1');
    await admin.selectOption('[name=role]', 'advisor');
    await admin.getByLabel('Område Nord').check();
    await press(admin, /^Opret bruger/);
    await look(admin, '41-invitation-link');
    link = (await admin.locator('.desk-secret').innerText()).trim();
    expect(link).toMatch(/\/desk\/invitation\/[\w-]{22}$/);
  });

  it('the invited person chooses a password, connects an authenticator and keeps the recovery codes', async () => {
    await user.goto(link);
    await look(user, '42-invitation');
    await press(user, /^Begynd/);
    expect(new URL(user.url()).pathname).toBe('/desk/invitation');
    await look(user, '43-password-and-code');
    secret = (await user.locator('.desk-secret').innerText()).replaceAll(' ', '');
    await user.fill('[name=password]', PASSWORD);
    await user.fill('[name=again]', PASSWORD);
    await user.fill('[name=code]', code());
    await press(user, /^Gem, og log ind/);
    await look(user, '44-recovery-codes');
    expect(await user.locator('.desk-codes li').count()).toBe(8);
  });

  it('logs out, and in again with password and code', async () => {
    await user.goto(`${stage.demo.url}/desk`);
    await press(user, /^Log af/);
    await user.fill('[name=email]', EMAIL);
    await user.fill('[name=adgangskode]', 'en forkert adgangskode');
    await press(user, /^Fortsæt/);
    expect(await user.inputValue('[name=email]')).toBe(EMAIL);
    await look(user, '45-login-refused');
    await user.fill('[name=adgangskode]', PASSWORD);
    await press(user, /^Fortsæt/);
    await look(user, '46-code');
    await user.fill('[name=kode]', code(1));
    await press(user, /^Log ind/);
    expect(new URL(user.url()).pathname).toBe('/desk');
    expect(await user.locator('header').innerText()).toContain('Medarbejder 1');
    await user.goto(`${stage.demo.url}/desk/sessioner`);
    await look(user, '47-sessions');
  });

  for (const path of ['/desk/mig', '/desk/mig/adgangskode', '/desk/mig/kodeapp', '/desk/mig/koder'])
    it(`has nothing for axe to find on ${path}, where a login of one's own is looked after`, async () => {
      const answer = await user.goto(stage.demo.url + path);
      expect([answer?.status(), new URL(user.url()).pathname]).toEqual([200, path]);
      await look(user, `47${path.replaceAll('/', '-')}`);
    });

  for (const [name, path] of [
    ['48-users', '/desk/brugere'],
    ['49-user', '/desk/brugere/demo-advisor'],
    ['50-close-user', '/desk/brugere/demo-advisor/luk'],
    ['51-units', '/desk/enheder'],
    ['52-unit', '/desk/enheder/demo-nord'],
    ['53-close-unit', '/desk/enheder/demo-nord-pleje/luk'],
  ] as const)
    it(`has nothing for axe to find on ${path}, wide and narrow`, async () => {
      await admin.goto(stage.demo.url + path);
      await look(admin, name);
      await admin.setViewportSize(MOBILE);
      await look(admin, `${name}-narrow`);
      await admin.setViewportSize(DESKTOP);
    });
});
