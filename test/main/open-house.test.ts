// Databases and keys that do not belong together are refused before anything is written with them.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { setUpDemo } from '../../src/main/demo/seed-demo.ts';
import { holdDatabase } from '../../src/main/hold-database.ts';
import { loadKeys } from '../../src/main/load-keys.ts';
import { openHouse } from '../../src/main/open-house.ts';
import { setUpOrganisation } from '../../src/main/set-up.ts';
import { closeDatabase } from '../../src/store/open.ts';
import { makeRuntime } from '../support/runtime.ts';

const [FIRST = '', SECOND = '', THIRD = ''] = [1, 2, 3].map((n) => Buffer.alloc(32, n).toString('base64'));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

const settings = (keys: string) =>
  readConfig({ DATABASE_URL: `file:${join(folder, 'limen.db')}`, LIMEN_DATA: folder, LIMEN_KEYS: keys });

const open = async (...keys: string[]): Promise<void> =>
  closeDatabase(await openHouse(settings(keys.join(','))));

test('the same keys open a database again, and a new one may stand before them', async () => {
  await open(FIRST);
  await open(FIRST);
  await open(SECOND, FIRST);
  await open(THIRD, SECOND, FIRST);
});

test.each([
  ['another key', [SECOND]],
  ['the first key left out', [THIRD, SECOND]],
  ['a key left out that has written', [THIRD, FIRST]],
  ['the keys the other way round', [FIRST, SECOND]],
])('%s is refused in one line that names the setting', async (_what, keys) => {
  await open(FIRST);
  await open(SECOND, FIRST);

  await expect(open(...keys)).rejects.toThrow(/^LIMEN_KEYS: [^\n]+$/);
  await open(SECOND, FIRST);
});

test('the database of the demo is refused where SMS are real', async () => {
  await using rt = await makeRuntime({ config: { demo: true } });
  await setUpDemo(rt);

  await expect(setUpOrganisation(rt, { ...settings(FIRST), demo: false })).rejects.toThrow(/^DATABASE_URL: /);
});

test('keys are made once, also by starts at the same moment, for nobody else to read', async () => {
  const config = { ...settings(FIRST), LIMEN_KEYS: undefined };

  const made = await Promise.all([loadKeys(config), loadKeys(config)]);

  expect(made[1].writer.id).toBe(made[0].writer.id);
  expect((await loadKeys(config)).writer.id).toBe(made[0].writer.id);
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.startsWith('keys'))).toEqual(['keys']);
});

test('a database file belongs to one process at a time', async () => {
  const release = await holdDatabase(settings(FIRST));

  await expect(holdDatabase(settings(FIRST))).rejects.toThrow(/^DATABASE_URL: [^\n]+another Limen process/);
  release();
  (await holdDatabase(settings(FIRST)))();
});

test.each([
  ['a folder', (folder: string) => folder],
  ['a place where nothing can be made', () => '/proc/limen/limen.db'],
])('%s is no database file, and that is said at once', async (_what, path) => {
  const config = readConfig({ DATABASE_URL: `file:${path(folder)}`, LIMEN_DATA: folder });

  await expect(openHouse(config)).rejects.toThrow(/DATABASE_URL|ENOENT/);
});
