// Members of staff with local accounts, as an administrator makes them and as they take their invitation.

import { Secret, TOTP } from 'otpauth';
import { inviteMember } from '../../src/services/staff/invite-member.ts';
import type { Role } from '../../src/services/staff/staff.ts';
import { createApp } from '../../src/web/app.ts';
import type { AppOptions } from '../../src/web/env.ts';
import { type Answer, openBrowser, type TestBrowser } from './browser.ts';
import type { TestRuntime } from './runtime.ts';

export const PASSWORD = 'kaffe under lindetræet';

export type Invited = { id: string; link: string; path: string };

/** Invites someone; who sees all units unless some are named. */
export async function invite(
  rt: TestRuntime,
  {
    email = 'medarbejder1@example.org',
    role = 'advisor',
    units = [] as string[],
    name = 'Medarbejder 1',
  } = {},
): Promise<Invited> {
  const place = { role: role as Role, allUnits: units.length === 0, units };
  const made = await inviteMember(rt, 'house', { name, email, ...place });
  return { ...made, path: new URL(made.link).pathname };
}

/** The code an authenticator shows at the runtime's time, or some steps away from it. */
export const codeOf = (rt: TestRuntime, secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: rt.clock() + steps * 30_000 });

const secretIn = (html: string): string =>
  /class="desk-secret">([A-Z2-7 ]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '';

const sealedIn = (html: string): string => /name="noegle" value="([^"]+)"/.exec(html)?.[1] ?? '';

export type Taken = { browser: TestBrowser; secret: string; codes: string[]; answer: Answer };

/** Takes an invitation in a browser of its own, up to the recovery codes. */
export async function take(
  rt: TestRuntime,
  path: string,
  { password = PASSWORD, options = {} as AppOptions } = {},
): Promise<Taken> {
  const browser = openBrowser(createApp(rt, options));
  await browser.get(path);
  const form = await browser.follow(await browser.post(path));
  const secret = secretIn(form.text);
  const answer = await browser.post('/desk/invitation', {
    password,
    again: password,
    code: secret ? codeOf(rt, secret) : '',
    noegle: sealedIn(form.text),
  });
  const codes = [...answer.text.matchAll(/<code>([A-Z0-9-]{27})<\/code>/g)].map(([, code = '']) => code);
  rt.forward(60_000);
  return { browser, secret, codes, answer };
}

/** Logs in with password and code in a browser of its own; the answer is that of the last step. */
export async function logIn(
  rt: TestRuntime,
  { email = 'medarbejder1@example.org', password = PASSWORD, code = '', from = '/desk/login' },
): Promise<{ browser: TestBrowser; answer: Answer }> {
  const browser = openBrowser(createApp(rt));
  await browser.get(from);
  const first = await browser.post('/desk/login/adgangskode', { email, adgangskode: password });
  if (first.location !== '/desk/login/kode') return { browser, answer: first };
  await browser.follow(first);
  return { browser, answer: await browser.post('/desk/login/kode', { kode: code }) };
}
