// `limen invite`: how the first administrator comes in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCli } from '../../src/main/run-cli.ts';
import { type DeskRuntime, makeDesk, rowsOf } from '../support/desk.ts';
import { testKey } from '../support/runtime.ts';
import { invite as inviteAlready, take } from '../support/staff.ts';

let rt: DeskRuntime;
let folder: string;
let told: string;

beforeEach(async () => {
  rt = await makeDesk({ config: { demo: false }, now: Date.now() });
  folder = await mkdtemp(join(tmpdir(), 'limen-invite-'));
  told = '';
  const tell = (text: unknown): boolean => {
    told += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(tell);
  vi.spyOn(process.stderr, 'write').mockImplementation(tell);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rt[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

async function limen(args: string[], env: Record<string, string> = {}): Promise<number> {
  const settings = {
    DATABASE_URL: rt.url,
    LIMEN_DATA: folder,
    LIMEN_KEYS: testKey,
    PUBLIC_URL: 'https://limen.test',
  };
  for (const [name, value] of Object.entries({ ...settings, ...env })) vi.stubEnv(name, value);
  return runCli(['invite', ...args]);
}

const WHO = ['--name', 'Administrator 1', '--email', 'administrator1@example.org', '--role', 'administrator'];

test('the first administrator gets a link that lets one in once', async () => {
  expect(await limen([...WHO, '--all-units', '--json'])).toBe(0);
  const { link, id } = JSON.parse(told);

  const { browser, answer } = await take(rt, new URL(link).pathname);

  expect(answer.status).toBe(200);
  expect((await browser.get('/desk/brugere')).status).toBe(200);
  const made = await rowsOf(rt, "select actor, subject from ledger where kind = 'staff.made'");
  expect(made).toEqual([{ actor: 'house', subject: id }]);
});

test('a unit is given by name', async () => {
  expect(await limen([...WHO, '--unit', 'bostedet lindehuset'])).toBe(0);
  expect(await rowsOf(rt, 'select unit_id from staff_units')).toEqual([{ unit_id: 'unit-1' }]);
});

test.each([
  [['--role', 'root', '--all-units'], '--role root'],
  [[], '--all-units'],
  [['--unit', 'findes ikke'], '--unit findes ikke'],
  [['--email', 'ikke en e-mail', '--all-units'], 'navn@kommune.dk'],
])('%j is refused in one line, and nobody is made', async (change, line) => {
  const before = await rowsOf(rt, 'select * from staff');
  expect(await limen([...WHO, ...change])).toBe(1);
  expect(told).toContain(line);
  expect(await rowsOf(rt, 'select * from staff')).toEqual(before);
});

test('an e-mail that is taken is refused', async () => {
  await inviteAlready(rt, { email: 'administrator1@example.org' });
  expect(await limen([...WHO, '--all-units'])).toBe(1);
  expect(told).toContain('Der er allerede en bruger');
});

test('where staff come from the login of the municipality nobody is invited', async () => {
  const env = {
    STAFF_OIDC_ISSUER: 'https://login.example.org',
    STAFF_OIDC_CLIENT_ID: 'limen',
    STAFF_OIDC_CLIENT_SECRET: 'a secret of the tests alone',
  };
  expect(await limen([...WHO, '--all-units'], env)).toBe(1);
  expect(told).toContain('STAFF_OIDC_ISSUER');
});
