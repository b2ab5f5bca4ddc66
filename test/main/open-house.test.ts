// Databases and keys that do not belong together are refused before anything is written with them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/main/config.ts';
import { createRuntime } from '../../src/main/create-runtime.ts';
import { setUpDemo } from '../../src/main/demo/seed-demo.ts';
import { openGateway } from '../../src/main/open-gateway.ts';
import { openHouse } from '../../src/main/open-house.ts';
import { setUpOrganisation } from '../../src/main/set-up.ts';
import { closeDatabase } from '../../src/store/open.ts';

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
  const config = settings(FIRST);
  const { gateway } = await openGateway(config, Date.now);
  const rt = createRuntime(config, await openHouse(config), { ms: 0 }, gateway);
  await setUpDemo(rt);

  await expect(setUpOrganisation(rt, { ...config, demo: false })).rejects.toThrow(/^DATABASE_URL: /);

  await gateway.close();
  await closeDatabase(rt.db);
});
