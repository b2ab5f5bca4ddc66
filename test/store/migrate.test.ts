import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';

const migrations = new URL('../../migrations', import.meta.url).pathname;

type Journal = { entries: { tag: string }[] };

/** The migrations up to the n-th, in a folder of their own. */
async function upTo(n: number, folder: string): Promise<string> {
  const half = join(folder, `half-${n}`);
  await cp(migrations, half, { recursive: true });
  const path = join(half, 'meta/_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8')) as Journal;
  await writeFile(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, n) }));
  return half;
}

/** Where it matters how they are applied and not what is in them: each is a commit of its own, so these tell as much as all. */
const FEW = 6;

/** Every table and index, and the journal as Drizzle reads it; not the lock. */
async function schemaOf(client: Client): Promise<unknown> {
  const schema = await client.execute(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT IN ('__migration_lock', '__drizzle_migrations') ORDER BY name",
  );
  const journal = await client.execute(
    'SELECT hash, created_at FROM __drizzle_migrations ORDER BY created_at',
  );
  return [...schema.rows, ...journal.rows].map((row) => ({ ...row }));
}

const KINDS = hasSqld ? ['file', 'sqld'] : ['file'];

describe.each(KINDS)('the schema of a %s', (kind) => {
  let folder: string;
  let sqld: Sqld | undefined;
  let few: string;
  let wanted: unknown;
  let wantedOfFew: unknown;
  let nth = 0;

  /** The address of an empty database. */
  async function empty(): Promise<string> {
    if (!sqld) return pathToFileURL(join(folder, `${++nth}.db`)).href;
    const client = createClient({ url: sqld.url });
    const tables = await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    );
    await client.batch(
      tables.rows.map(({ name }) => `DROP TABLE ${name}`),
      'write',
    );
    client.close();
    return sqld.url;
  }

  const open = (url: string): Client => createClient({ url, intMode: 'number' });

  /** What Drizzle makes of a folder. */
  async function byDrizzle(name: string, migrationsFolder: string): Promise<unknown> {
    const client = open(pathToFileURL(join(folder, name)).href);
    await migrate(drizzle(client), { migrationsFolder });
    const schema = await schemaOf(client);
    client.close();
    return schema;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'limen-migrate-'));
    few = await upTo(FEW, folder);
    wanted = await byDrizzle('wanted.db', migrations);
    wantedOfFew = await byDrizzle('few.db', few);
    if (kind === 'sqld') sqld = await startSqld();
  });
  afterAll(async () => {
    await sqld?.close();
    await rm(folder, { recursive: true });
  });

  test('is the one Drizzle makes, and is made once', async () => {
    const client = open(await empty());
    await migrateDatabase({ client }, migrations);
    expect(await schemaOf(client)).toEqual(wanted);
    await migrateDatabase({ client }, migrations);
    await migrate(drizzle(client), { migrationsFolder: migrations });
    expect(await schemaOf(client)).toEqual(wanted);
    client.close();
  });

  test('goes on where Drizzle left it', async () => {
    const client = open(await empty());
    await migrate(drizzle(client), { migrationsFolder: await upTo(2, folder) });
    await migrateDatabase({ client }, migrations);
    expect(await schemaOf(client)).toEqual(wanted);
    client.close();
  });

  test('is finished by the next when one dies anywhere in it', async () => {
    const most = 2 * FEW;
    const places = kind === 'file' ? most : FEW;
    for (let n = 0; n <= places; n += 1) {
      const lives = Math.round((n * most) / places);
      for (const when of ['before', 'after']) {
        const url = await empty();
        const client = open(url);
        let left = lives;
        const dying = {
          execute: client.execute.bind(client),
          async batch(...args: Parameters<Client['batch']>) {
            if (left-- > 0) return client.batch(...args);
            if (when === 'after') await client.batch(...args);
            throw new Error('killed');
          },
        } as unknown as Client;
        await migrateDatabase({ client: dying }, few, 60).catch(() => undefined);
        await migrateDatabase({ client }, few, 60);
        expect(await schemaOf(client)).toEqual(wantedOfFew);
        client.close();
      }
    }
  }, 60_000);

  test.each([
    ['one after the other', 60_000],
    ['though their lock is worth nothing', 1],
  ])('is made once by five who begin at one time, %s', async (_, lockMs) => {
    const url = await empty();
    const five = Array.from({ length: 5 }, () => open(url));
    await Promise.all(five.map((client) => migrateDatabase({ client }, few, lockMs)));
    for (const client of five) expect(await schemaOf(client)).toEqual(wantedOfFew);
    for (const client of five) client.close();
  });

  test('is finished once by two who find half of it', async () => {
    const url = await empty();
    const two = [open(url), open(url)];
    await migrateDatabase({ client: open(url) }, await upTo(2, folder));
    await Promise.all(two.map((client) => migrateDatabase({ client }, few)));
    for (const client of two) expect(await schemaOf(client)).toEqual(wantedOfFew);
    for (const client of two) client.close();
  });

  test('is not touched by a migration that fails in the middle, which is told', async () => {
    const broken = await upTo(1, folder);
    const client = open(await empty());
    await migrateDatabase({ client }, broken);
    const before = await schemaOf(client);
    const path = join(broken, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: object[] };
    const bad = { ...journal.entries[0], idx: 1, when: Date.UTC(2030, 0, 1), tag: '0001_bad' };
    await writeFile(path, JSON.stringify({ ...journal, entries: [...journal.entries, bad] }));
    await writeFile(
      join(broken, '0001_bad.sql'),
      'CREATE TABLE half (a text);\n--> statement-breakpoint\nDROP TABLE nowhere;',
    );
    await expect(migrateDatabase({ client }, broken)).rejects.toThrow(/no such table: nowhere/);
    expect(await schemaOf(client)).toEqual(before);
    client.close();
  });
});
