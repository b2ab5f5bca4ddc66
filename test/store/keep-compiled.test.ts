import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#keep-compiled';
import { createClient } from '@libsql/client';
import Database from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-compiled-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const openFile = (name: string) => createClient({ url: `file:${join(folder, name)}`, intMode: 'number' });

test('a statement is compiled once on a connection, and gives what is there each time', async () => {
  const connection = new Database(join(folder, 'one.db'));
  const sql = 'SELECT ? + 1 AS n';
  expect(connection.prepare(sql)).toBe(connection.prepare(sql));
  expect(connection.prepare(sql).columns()).toBe(connection.prepare(sql).columns());
  connection.close();

  const client = openFile('two.db');
  await client.execute('CREATE TABLE t (x)');
  for (const x of [1, 2]) await client.execute({ sql: 'INSERT INTO t VALUES (?)', args: [x] });
  for (const x of [2, 1]) {
    const found = await client.execute({ sql: 'SELECT x FROM t WHERE x = ?', args: [x] });
    expect(found.rows.map((row) => row.x)).toEqual([x]);
  }
  client.close();
});

test('what was compiled before the schema changed sees the change', async () => {
  const client = openFile('three.db');
  await client.execute('CREATE TABLE t (x)');
  await client.execute('INSERT INTO t VALUES (1)');
  const all = async () => (await client.execute('SELECT * FROM t')).rows.map((row) => ({ ...row }));
  expect(await all()).toEqual([{ x: 1 }]);
  await client.execute('ALTER TABLE t ADD COLUMN y DEFAULT 2');
  expect(await all()).toEqual([{ x: 1, y: 2 }]);
  await client.executeMultiple('ALTER TABLE t ADD COLUMN z DEFAULT 3; DELETE FROM t WHERE x = 7');
  expect(await all()).toEqual([{ x: 1, y: 2, z: 3 }]);
  client.close();
});

test('what was compiled after a change of the schema that was rolled back does not see it', async () => {
  const client = openFile('five.db');
  await client.execute('CREATE TABLE t (x)');
  await client.execute('INSERT INTO t VALUES (1)');
  const sql = 'SELECT * FROM t';
  const change = ['ALTER TABLE t ADD COLUMN y DEFAULT 2', sql, 'SELECT * FROM nowhere'];
  await expect(client.batch(change, 'write')).rejects.toThrow(/nowhere/);
  const { columns, rows } = await client.execute(sql);
  expect([columns, rows.map((row) => ({ ...row }))]).toEqual([['x'], [{ x: 1 }]]);
  client.close();
});

test('a statement that was refused is tried again as if for the first time', async () => {
  const client = openFile('four.db');
  await client.execute('CREATE TABLE t (x UNIQUE)');
  const insert = { sql: 'INSERT INTO t VALUES (?)', args: [1] };
  await client.execute(insert);
  for (let i = 0; i < 3; i += 1) await expect(client.batch([insert], 'write')).rejects.toThrow(/UNIQUE/);
  await client.batch([{ ...insert, args: [2] }], 'write');
  expect((await client.execute('SELECT count(*) AS n FROM t')).rows[0]?.n).toBe(2);
  client.close();
});
