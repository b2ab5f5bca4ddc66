import { expect, test } from 'vitest';
import { findStaff } from '../../../src/services/staff/find-staff.ts';
import { IDLE_MS, loginStaff, SESSION_MS } from '../../../src/services/staff/login-staff.ts';
import { logoutStaff } from '../../../src/services/staff/logout-staff.ts';
import { advisor, makeDesk, rowsOf } from '../../support/desk.ts';

test('one press lets a role of the demo in, and the ledger tells', async () => {
  await using rt = await makeDesk();

  const token = await loginStaff(rt, 'advisor');

  expect(await findStaff(rt, token)).toEqual({
    id: 'demo-advisor',
    role: 'advisor',
    units: 'all',
    name: 'Demo advisor',
  });
  expect(await rowsOf(rt, "select actor from ledger where kind = 'staff.login'")).toEqual([
    { actor: 'demo-advisor' },
  ]);
});

test('the cookie is not in the database', async () => {
  await using rt = await makeDesk();
  const token = await loginStaff(rt, 'advisor');
  expect(JSON.stringify(await rowsOf(rt, 'select * from sessions'))).not.toContain(token);
});

test('outside the demo nobody is let in, and a session from the demo is worth nothing', async () => {
  await using rt = await makeDesk();
  const token = await loginStaff(rt, 'administrator');
  const real = { ...rt, config: { ...rt.config, demo: false } };
  await expect(loginStaff(real, 'administrator')).rejects.toThrow('not-found');
  expect(await findStaff(real, token)).toBeUndefined();
});

test.each(['', 'root', '__proto__', 'reader '])('a role nobody knows (%s) is not let in', async (role) => {
  await using rt = await makeDesk();
  await expect(loginStaff(rt, role)).rejects.toThrow('not-found');
});

test('a session ends half an hour after the last sign of life', async () => {
  await using rt = await makeDesk();
  const token = await loginStaff(rt, 'reader');

  rt.forward(IDLE_MS - 1);
  expect(await findStaff(rt, token)).toBeDefined();
  rt.forward(IDLE_MS - 1);
  expect(await findStaff(rt, token)).toBeDefined();
  rt.forward(IDLE_MS);

  expect(await findStaff(rt, token)).toBeUndefined();
});

test('a session ends eight hours after login, however busy', async () => {
  await using rt = await makeDesk();
  const token = await loginStaff(rt, 'reader');
  for (let at = 0; at + IDLE_MS / 2 < SESSION_MS; at += IDLE_MS / 2) {
    rt.forward(IDLE_MS / 2);
    if (rt.clock() < SESSION_MS) expect(await findStaff(rt, token)).toBeDefined();
  }
  rt.forward(IDLE_MS / 2);
  expect(await findStaff(rt, token)).toBeUndefined();
});

test("the demo's clock ends no session", async () => {
  await using rt = await makeDesk();
  const token = await loginStaff(rt, 'reader');
  rt.forwardJourneys(7 * 24 * 60 * 60_000);
  expect(await findStaff(rt, token)).toBeDefined();
});

test('logging in anew ends the session before, and logging out ends this one', async () => {
  await using rt = await makeDesk();
  const first = await loginStaff(rt, 'advisor');
  const second = await loginStaff(rt, 'reader', first);
  expect(await findStaff(rt, first)).toBeUndefined();

  await logoutStaff(rt, advisor, second);

  expect(await findStaff(rt, second)).toBeUndefined();
});
