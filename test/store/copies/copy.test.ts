import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CopyRefused, copyDatabase } from '../../../src/store/copies/copy.ts';
import type { Write } from '../../../src/store/lane.ts';
import { addMessages } from '../../../src/store/messages/messages.ts';
import { insertRows } from '../../../src/store/rows.ts';
import { ledger } from '../../../src/store/schema/house.ts';
import { hear, makeHouse } from '../../services/stand.ts';
import { seedRelative } from '../../support/house.ts';
import { messageRow } from '../../support/messages.ts';
import { makeRuntime, type TestRuntime } from '../../support/runtime.ts';
import { hasSqld, type Sqld, startSqld } from '../../support/sqld.ts';

/** Every row of every table, with its row id. */
async function everything(client: Client): Promise<Record<string, unknown[]>> {
  const tables = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name",
  );
  const all: Record<string, unknown[]> = {};
  for (const { name } of tables.rows)
    all[String(name)] = (await client.execute(`SELECT rowid AS r, * FROM ${name} ORDER BY rowid`)).rows.map(
      (row) => ({ ...row }),
    );
  return all;
}

/** More messages than a page holds, some gone from the middle; a reply; entries of the ledger, the last one gone. */
async function live(rt: TestRuntime): Promise<void> {
  const relativeId = await seedRelative(rt);
  const message = (i: number) => messageRow(1, { id: `m${i}`, relativeId, status: 'sent' });
  await Promise.all(Array.from({ length: 250 }, (_, i) => rt.db.lane.put(addMessages, message(i))));
  await rt.db.client.execute('DELETE FROM messages WHERE rowid BETWEEN 90 AND 120');
  await hear(rt, 'Hej, æøå 🌍 "citat"');
  const entry = { at: 1, kind: 'audit', actor: 'staff-1', body: '{}' };
  await rt.db.client.batch([insertRows(ledger, [entry, entry, entry])], 'write');
}

describe.skipIf(!hasSqld)('a copy', () => {
  let sqld: Sqld;
  beforeAll(async () => {
    // None comes between: a checkpoint would wait for the read of the copy, and hold up who writes meanwhile.
    sqld = await startSqld({ checkpointSeconds: 3_600 });
  });
  afterAll(() => sqld.close());

  test('holds every row as it was, from file to server and from server to file', async () => {
    await using house = await makeHouse();
    await live(house);
    await using server = await makeRuntime({ on: sqld });
    await using file = await makeRuntime();

    const there = await copyDatabase(house.db.client, server.db.client);
    await copyDatabase(server.db.client, file.db.client);

    const rows = await everything(house.db.client);
    expect(rows.messages).toHaveLength(220);
    expect(await everything(server.db.client)).toEqual(rows);
    expect(await everything(file.db.client)).toEqual(rows);
    const counts = Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]));
    expect(Object.fromEntries(there.map((copied) => [copied.table, copied.rows]))).toEqual(counts);
  });

  const disturb: Write<string, true> = {
    name: 'disturb',
    statements: (keys) => [
      ...keys.map((key) => ({ sql: 'UPDATE messages SET text_key = ?', args: [key] })),
      { sql: 'DELETE FROM replies', args: [] },
    ],
    outcomes: (keys) => keys.map(() => true as const),
  };

  test.each(['file', 'sqld'])('is of one moment, though it is written to meanwhile: %s', async (from) => {
    await using house = await makeHouse(from === 'sqld' ? { on: sqld } : {});
    await live(house);
    await using other = await makeRuntime({ beside: house });
    await using target = await makeRuntime();
    const before = await everything(house.db.client);
    let written = 0;
    const disturbing = Object.assign(Object.create(null) as Client, {
      execute: target.db.client.execute.bind(target.db.client),
      batch: async (...args: Parameters<Client['batch']>) => {
        written += 1;
        await other.db.lane.put(disturb, `y${written}`);
        return target.db.client.batch(...args);
      },
    });

    await copyDatabase(house.db.client, disturbing);

    expect(written).toBeGreaterThan(5);
    expect(await everything(target.db.client)).toEqual(before);
  });

  test('is refused by a target that has rows, and leaves it as it was', async () => {
    await using house = await makeHouse();
    await using target = await makeHouse();
    const before = await everything(target.db.client);
    await expect(copyDatabase(house.db.client, target.db.client)).rejects.toThrow(CopyRefused);
    expect(await everything(target.db.client)).toEqual(before);
  });

  test('is refused by a target of another version', async () => {
    await using house = await makeHouse();
    const folder = await mkdtemp(join(tmpdir(), 'limen-copy-'));
    const client = createClient({ url: pathToFileURL(join(folder, 'empty.db')).href });
    await expect(copyDatabase(house.db.client, client)).rejects.toThrow(/another schema.*limen migrate/);
    client.close();
    await rm(folder, { recursive: true });
  });

  test('overwrites what a target noted of its keys when it was opened', async () => {
    await using house = await makeHouse();
    await using target = await makeRuntime();
    await house.db.client.execute("INSERT INTO memory (name, value) VALUES ('key-check', 'ours')");
    await target.db.client.execute("INSERT INTO memory (name, value) VALUES ('key-check', 'another')");
    await copyDatabase(house.db.client, target.db.client);
    const { rows } = await target.db.client.execute('SELECT value FROM memory');
    expect(rows.map((row) => row.value)).toEqual(['ours']);
  });
});
