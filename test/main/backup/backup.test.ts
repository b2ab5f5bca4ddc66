// `limen backup` and `limen restore` on real files, real processes and a real server.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@libsql/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backUp } from '../../../src/main/backup/back-up.ts';
import { putBack } from '../../../src/main/backup/put-back.ts';
import { checkKeys } from '../../../src/main/check-keys.ts';
import { readConfig } from '../../../src/main/config.ts';
import { holdDatabase } from '../../../src/main/hold-database.ts';
import { openHouse } from '../../../src/main/open-house.ts';
import { runCli } from '../../../src/main/run-cli.ts';
import { chainLedger } from '../../../src/services/chain-ledger.ts';
import { recordLedger } from '../../../src/services/record-ledger.ts';
import { migrateDatabase } from '../../../src/store/migrate.ts';
import { closeDatabase, openDatabase } from '../../../src/store/open.ts';
import { makeKey } from '../../../src/store/seal.ts';
import { say } from '../../journey/engine/make-flow.ts';
import { enrol, type House, makeHouse, PHONE } from '../../services/stand.ts';
import { hasSqld, startSqld } from '../../support/sqld.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

let folder: string;
let house: House;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-backup-'));
  house = await makeHouse();
  await enrol(house, [say('nu')]);
  await recordLedger(house, { kind: 'test', actor: 'test' });
  await chainLedger(house);
  await checkKeys(house.db);
});
afterEach(async () => {
  await house[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const fileUrl = (name: string): string => pathToFileURL(at(name)).href;
const settings = (url: string, more: Record<string, string> = {}) =>
  readConfig({ DATABASE_URL: url, LIMEN_DATA: folder, LIMEN_KEYS: KEY, ...more });

/** Every row of every table but what is written when a backup is made or put back. */
async function contentOf(url: string): Promise<Record<string, unknown[]>> {
  const client = createClient({ url, intMode: 'number' });
  const tables = await client.execute(
    String.raw`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_%' ESCAPE '\' AND name NOT LIKE 'sqlite%'
      AND name NOT IN ('memory', 'restorations', 'leases', 'sessions') ORDER BY name`,
  );
  const content: Record<string, unknown[]> = {};
  for (const { name } of tables.rows)
    content[String(name)] = (await client.execute(`SELECT * FROM ${name}`)).rows.map((row) => ({ ...row }));
  client.close();
  return content;
}

const rowsOf = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = createClient({ url, intMode: 'number' });
  const { rows } = await client.execute(sql);
  client.close();
  return rows.map((row) => ({ ...row }));
};

type Ran = { code: number; out: string; err: string };

const settingsOf = (env: Record<string, string>) => ({
  LIMEN_DATA: folder,
  LIMEN_KEYS: KEY,
  DATABASE_URL: house.url,
  ...env,
});

/** In this process, with what it prints caught. */
async function limen(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  const catchInto = (stream: 'out' | 'err') => (text: string | Uint8Array) => {
    ran[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catchInto('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(catchInto('err')),
  ];
  for (const [name, value] of Object.entries(settingsOf(env))) vi.stubEnv(name, value);
  try {
    ran.code = await runCli(args);
    return ran;
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** As people run it: a process of its own, with at most so many blocks of 1,024 bytes in a file. */
const limenProcess = (args: string[], env: Record<string, string> = {}, blocks = 'unlimited'): Promise<Ran> =>
  new Promise((resolve) => {
    const line = `ulimit -f ${blocks}; exec "$0" src/main/limen.js "$@"`;
    const options = { timeout: 60_000, env: { ...process.env, ...settingsOf(env) } };
    execFile('bash', ['-c', line, process.execPath, ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });

describe('a backup', { timeout: 60_000 }, () => {
  it('is the whole database in one file that its owner alone may read, with when it was made, its counts and the head of its chain', async () => {
    const before = Date.now();
    const done = await backUp({ DATABASE_URL: house.url }, at('b.db'));

    expect(await contentOf(fileUrl('b.db'))).toEqual(await contentOf(house.url));
    expect(done).toMatchObject({
      counts: { relatives: 1, messages: 1, ledger: expect.any(Number) },
      ledger: { ok: true, unchained: 0 },
    });
    expect(done.ledger.head).not.toBe('');
    expect(done.takenAt).toBeGreaterThanOrEqual(before);
    expect((await stat(at('b.db'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['b.db']);
  });

  it('carries no keys, and says so; needs none', async () => {
    const ran = await limen(['backup', at('b.db')], { LIMEN_KEYS: '' });

    expect(ran).toMatchObject({ code: 0, out: expect.stringMatching(/Nøglerne er ikke med/) });
    expect(await readdir(folder)).toEqual(['b.db']);
    const bytes = await readFile(at('b.db'));
    expect(bytes.includes(KEY)).toBe(false);
    expect(bytes.includes(Buffer.from(KEY, 'base64'))).toBe(false);
    expect(bytes.includes(PHONE)).toBe(false);
  });

  it('prints one JSON object', async () => {
    const ran = await limen(['backup', at('b.db'), '--json']);

    expect(JSON.parse(ran.out)).toMatchObject({
      file: at('b.db'),
      takenAt: expect.stringMatching(/^\d{4}-.*[+-]\d\d:00$/),
      bytes: expect.any(Number),
      counts: { relatives: 1 },
      ledger: { ok: true, head: expect.any(String) },
    });
  });

  it('never overwrites a file', async () => {
    await writeFile(at('b.db'), 'dear');

    const ran = await limen(['backup', at('b.db')]);

    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^[^\n]*b\.db [^\n]*nothing is overwritten\.\n$/),
    });
    expect(await readFile(at('b.db'), 'utf8')).toBe('dear');
  });

  it('says in one sentence that a folder is not there', async () => {
    const ran = await limen(['backup', at('no/b.db')]);

    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/^[^\n]+cannot be written[^\n]+\n$/) });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says in one sentence that the disk is full, and leaves nothing behind', async () => {
    const ran = await limenProcess(['backup', at('b.db')], {}, '100');

    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/^[^\n]+nothing was left behind\.\n$/) });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['a database that is not there', 'file:/tmp/limen-no-such-folder/limen.db'],
    ['an empty file', ''],
  ])('refuses %s', async (_what, url) => {
    if (url === '') await writeFile(at('empty.db'), '');

    const ran = await limen(['backup', at('b.db')], { DATABASE_URL: url || fileUrl('empty.db') });

    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/^DATABASE_URL: [^\n]+\n$/) });
    expect(existsSync(at('b.db'))).toBe(false);
  });
});

/** Another process that owns a database file and writes pairs of rows as fast as it can until it is told to end. */
const WRITER = `
  import { createClient } from '@libsql/client';
  const client = createClient({ url: process.argv[1], intMode: 'number' });
  let busy = 0, pairs = 0, ends = false;
  process.on('SIGTERM', () => { ends = true; });
  while (!ends) {
    const at = pairs++;
    const one = { sql: "INSERT INTO limits (subject, period, count) VALUES ('left', ?, 1)", args: [at] };
    const two = { sql: "INSERT INTO limits (subject, period, count) VALUES ('right', ?, 1)", args: [at] };
    await client.batch([one, two], 'write').catch(() => { busy += 1; });
    if (pairs === 5) process.stdout.write('begins\\n');
    await new Promise((go) => setImmediate(go));
  }
  process.stdout.write(JSON.stringify({ busy, pairs }));
`;

async function startWriter(
  url: string,
): Promise<{ child: ChildProcess; end(): Promise<{ busy: number; pairs: number }> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  await once(child.stdout, 'data');
  return {
    child,
    async end() {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
      return JSON.parse(out.slice('begins\n'.length)) as { busy: number; pairs: number };
    },
  };
}

/** Whether both rows of every pair are there, up to one moment. */
const isOfOneMoment = async (url: string): Promise<boolean> => {
  const [row] = await rowsOf(
    url,
    `SELECT count(*) AS n, count(DISTINCT subject) AS s, max(period) + 1 AS pairs FROM limits WHERE subject IN ('left', 'right')`,
  );
  return row !== undefined && row.s === 2 && Number(row.n) === 2 * Number(row.pairs);
};

describe('a backup while everything runs', { timeout: 90_000 }, () => {
  it('is of one moment of a file that another process writes, and no write of it fails', async () => {
    const writer = await startWriter(house.url);
    for (const name of ['1.db', '2.db']) {
      const ran = await limenProcess(['backup', at(name)]);
      expect(ran.err).toBe('');
      expect(await isOfOneMoment(fileUrl(name))).toBe(true);
    }
    const { busy, pairs } = await writer.end();

    expect(busy).toBe(0);
    expect(pairs).toBeGreaterThan(10);
    expect(await rowsOf(house.url, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it.runIf(hasSqld)(
    'is of one moment of a server, and goes into a file or another server again',
    async () => {
      await using sqld = await startSqld();
      await backUp({ DATABASE_URL: house.url }, at('first.db'));
      await putBack(settings(sqld.url), at('first.db'));
      const writer = await startWriter(sqld.url);
      const done = await backUp({ DATABASE_URL: sqld.url }, at('second.db'));
      const { busy } = await writer.end();

      expect(busy).toBe(0);
      expect(await isOfOneMoment(fileUrl('second.db'))).toBe(true);
      expect(done.counts).toMatchObject({ relatives: 1, messages: 1 });
      const { limits: _, ...content } = await contentOf(fileUrl('second.db'));
      const { limits: __, ...expected } = await contentOf(house.url);
      expect(content).toEqual(expected);
      await putBack(settings(fileUrl('limen.db')), at('second.db'));
      expect((await contentOf(fileUrl('limen.db'))).messages).toEqual(expected.messages);
    },
  );
});

describe('putting a backup back', { timeout: 60_000 }, () => {
  beforeEach(async () => {
    await house.db.client.execute(
      "INSERT INTO sessions (token_hash, kind, subject, created_at, seen_at, ends_at) VALUES ('t', 'staff', 'staff-1', 1, 1, 9999999999999)",
    );
    await house.db.client.execute(
      "INSERT INTO leases (name, owner, fence, ends_at) VALUES ('sender:name', 'dead', 7, 9999999999999)",
    );
    await backUp({ DATABASE_URL: house.url }, at('b.db'));
  });

  it('makes a database of it that holds everything back, with nobody logged in and no lease held', async () => {
    const ran = await limen(['restore', at('b.db'), '--json'], { DATABASE_URL: fileUrl('limen.db') });

    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ counts: { relatives: 1 }, ledger: { ok: true } });
    expect(await contentOf(fileUrl('limen.db'))).toEqual(await contentOf(house.url));
    expect(
      await rowsOf(fileUrl('limen.db'), 'SELECT taken_at > 0 AS taken, reconciled_at FROM restorations'),
    ).toEqual([{ taken: 1, reconciled_at: null }]);
    expect(await rowsOf(fileUrl('limen.db'), 'SELECT 1 FROM sessions')).toEqual([]);
    expect(await rowsOf(fileUrl('limen.db'), 'SELECT ends_at FROM leases')).toEqual([{ ends_at: 0 }]);
    expect((await readdir(folder)).sort()).toEqual(['b.db', 'limen.db']);
  });

  it('leaves a database that is there alone, and keeps it beside with --replace, what a killed house left in its log included', async () => {
    await copyFile(new URL(house.url), at('limen.db'));
    await copyFile(new URL(`${house.url}-wal`), at('limen.db-wal'));
    await house.db.client.execute('DELETE FROM messages');
    const there = await contentOf(fileUrl('limen.db'));
    await copyFile(new URL(`${house.url}-wal`), at('limen.db-wal'));

    const refused = await limen(['restore', at('b.db')], { DATABASE_URL: fileUrl('limen.db') });
    const ran = await limen(['restore', at('b.db'), '--replace', '--json'], {
      DATABASE_URL: fileUrl('limen.db'),
    });

    expect(refused).toMatchObject({ code: 1, err: expect.stringMatching(/--replace/) });
    const { kept } = JSON.parse(ran.out) as { kept: string };
    expect(kept).toMatch(/limen\.db\.before-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d$/);
    expect((await contentOf(pathToFileURL(kept).href)).relatives).toEqual(there.relatives);
    expect((await contentOf(fileUrl('limen.db'))).messages).toHaveLength(1);
    expect(existsSync(at('limen.db-wal'))).toBe(false);
  });

  it('refuses a database that a house holds', async () => {
    const release = await holdDatabase(settings(fileUrl('limen.db')));
    const ran = await limen(['restore', at('b.db'), '--replace'], { DATABASE_URL: fileUrl('limen.db') });
    release();

    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(/belongs to another Limen process/) });
  });

  const damage = {
    'a damaged file': async () => {
      const { size } = await stat(at('b.db'));
      await truncate(at('b.db'), size - 8_192);
    },
    'a file that is no database': () => writeFile(at('b.db'), 'no database, a letter'.repeat(500)),
    'a database of something else': async () => {
      await rm(at('b.db'));
      const other = createClient({ url: fileUrl('b.db') });
      await other.execute('CREATE TABLE t (a)');
      other.close();
    },
    'a backup of a newer Limen': () =>
      change("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9999999999999)"),
    'a backup whose chain is broken': () => change("UPDATE ledger SET body = '{}', actor = 'somebody else'"),
    'a copy that does not say when it was made': () => change("DELETE FROM memory WHERE name = 'backup'"),
    'a file that is not there': () => rm(at('b.db')),
  };
  const change = async (sql: string): Promise<void> => {
    const client = createClient({ url: fileUrl('b.db') });
    await client.execute(sql);
    client.close();
  };

  it.each(Object.entries(damage))('refuses %s in one sentence and changes nothing', async (_what, spoil) => {
    await writeFile(at('limen.db'), '');
    await spoil();
    const there = (await readdir(folder)).sort();

    const ran = await limen(['restore', at('b.db')], { DATABASE_URL: fileUrl('limen.db') });

    expect(ran.code).toBe(1);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).not.toMatch(/failed|Error/);
    expect((await readdir(folder)).sort()).toEqual(there);
    expect((await stat(at('limen.db'))).size).toBe(0);
  });

  it.each([
    ['other keys', makeKey(), /^LIMEN_KEYS: /],
    ['no keys at all', '', /^LIMEN_KEYS: is required/],
  ])('refuses %s', async (_what, keys, sentence) => {
    const ran = await limen(['restore', at('b.db')], { DATABASE_URL: fileUrl('limen.db'), LIMEN_KEYS: keys });

    expect(ran).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
    expect(await readdir(folder)).toEqual(['b.db']);
  });

  it('takes a copy made otherwise when it is told when that was', async () => {
    await change("DELETE FROM memory WHERE name = 'backup'");

    const wrong = await limen(['restore', at('b.db'), '--taken-at', 'i går'], {
      DATABASE_URL: fileUrl('limen.db'),
    });
    const ran = await limen(['restore', at('b.db'), '--taken-at', '2027-03-01T09:00', '--json'], {
      DATABASE_URL: fileUrl('limen.db'),
    });

    expect(wrong).toMatchObject({ code: 1, err: expect.stringMatching(/2027-03-01T09:00/) });
    expect(JSON.parse(ran.out)).toMatchObject({ takenAt: '2027-03-01T09:00:00+01:00' });
  });

  it('takes a copy of a house that was put back for no backup', async () => {
    await putBack(settings(fileUrl('limen.db')), at('b.db'));
    await copyFile(at('limen.db'), at('copy.db'));

    const ran = await limen(['restore', at('copy.db'), '--taken-at', '2027-03-01T09:00', '--json'], {
      DATABASE_URL: fileUrl('other.db'),
    });

    expect(JSON.parse(ran.out)).toMatchObject({ takenAt: '2027-03-01T09:00:00+01:00' });
  });

  it('brings an older backup up to date', async () => {
    await rm(at('b.db'));
    await cp('migrations', at('older'), { recursive: true });
    const journal = JSON.parse(await readFile(at('older/meta/_journal.json'), 'utf8')) as {
      entries: unknown[];
    };
    await writeFile(
      at('older/meta/_journal.json'),
      JSON.stringify({ ...journal, entries: journal.entries.slice(0, 3) }),
    );
    const older = await openDatabase({ url: fileUrl('older.db'), keys: house.db.keys });
    await migrateDatabase(older, at('older'));
    await closeDatabase(older);
    await backUp({ DATABASE_URL: fileUrl('older.db') }, at('b.db'));

    const ran = await limen(['restore', at('b.db')], { DATABASE_URL: fileUrl('limen.db') });

    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(await rowsOf(fileUrl('limen.db'), 'SELECT count(*) AS n FROM restorations')).toEqual([{ n: 1 }]);
  });

  it('says that the disk is full, and leaves nothing behind', async () => {
    const ran = await limenProcess(['restore', at('b.db')], { DATABASE_URL: fileUrl('limen.db') }, '100');

    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/the disk is full/) });
    expect(await readdir(folder)).toEqual(['b.db']);
  });

  it.runIf(hasSqld)('that breaks off leaves a half on a server that no house opens', async () => {
    await using sqld = await startSqld();
    await closeDatabase(await openHouse(settings(sqld.url)));
    const server = createClient({ url: sqld.url });
    await server.execute(
      "CREATE TRIGGER broken BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'broken'); END",
    );

    await expect(putBack(settings(sqld.url), at('b.db'))).rejects.toThrow(/broken/);
    await server.execute('DROP TRIGGER broken');
    server.close();

    expect(await rowsOf(sqld.url, 'SELECT count(*) AS n FROM journeys')).toEqual([{ n: 1 }]);
    await expect(openHouse(settings(sqld.url))).rejects.toThrow(/^DATABASE_URL: .*not finished/);
    await backUp({ DATABASE_URL: sqld.url }, at('half.db'));
    await expect(putBack(settings(fileUrl('limen.db')), at('half.db'))).rejects.toThrow(/not finished/);
  });

  it.runIf(hasSqld)('refuses a server that is not empty, and replaces none', async () => {
    await using sqld = await startSqld();
    await putBack(settings(sqld.url), at('b.db'));

    await expect(putBack(settings(sqld.url), at('b.db'))).rejects.toThrow(/^DATABASE_URL: [^\n]*not empty/);
    await expect(putBack(settings(sqld.url), at('b.db'), { replace: true })).rejects.toThrow(/files alone/);
    expect(
      await rowsOf(sqld.url, 'SELECT count(*) AS n FROM restorations WHERE reconciled_at IS NULL'),
    ).toEqual([{ n: 1 }]);
  });
});
