import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient, type InStatement } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseAway, isPassing } from '../../src/store/away.ts';
import { openLane, type Write } from '../../src/store/lane.ts';

/** Keeps texts; a text that is there already is refused. */
const keep: Write<string, string> = {
  name: 'keep',
  statements: (texts) => {
    if (texts.includes('unwritable')) throw new Error('cannot be written down');
    return [
      { sql: 'INSERT INTO kept (text) SELECT value FROM json_each(?)', args: [JSON.stringify(texts)] },
      { sql: 'SELECT count(*) AS total FROM kept', args: [] },
    ];
  },
  outcomes: (texts, results) => texts.map((text) => `${text} of ${results[1]?.rows[0]?.total}`),
  lookUp: async (from, text) => {
    const found = await from.execute({ sql: 'SELECT 1 FROM kept WHERE text = ?', args: [text] });
    return found.rows.length > 0 ? `${text} was kept` : undefined;
  },
};

let folder: string;
let client: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limen-lane-'));
  client = createClient({ url: `file:${join(folder, 'lane.db')}` });
  await client.execute('CREATE TABLE kept (text TEXT PRIMARY KEY)');
});

afterEach(async () => {
  client.close();
  await rm(folder, { recursive: true });
});

const all = async (): Promise<unknown[]> =>
  (await client.execute('SELECT text FROM kept ORDER BY rowid')).rows.map((row) => row.text);

/** The client with another `batch`; what else it can do stays. */
const withBatch = (
  batch: (run: () => ReturnType<Client['batch']>, nth: number) => ReturnType<Client['batch']>,
) => {
  let nth = 0;
  return {
    ...client,
    execute: (statement: InStatement) => client.execute(statement),
    batch: (statements: InStatement[], mode: 'write') => batch(() => client.batch(statements, mode), ++nth),
  } as unknown as Client;
};

const gone = (): never => {
  throw new TypeError('fetch failed');
};

test('what is put at one moment is committed together, and each learns its own outcome', async () => {
  const lane = openLane(client);
  const kept = await Promise.all(['a', 'b', 'c'].map((text) => lane.put(keep, text)));
  expect(kept).toEqual(['a of 3', 'b of 3', 'c of 3']);
  expect(lane.counts()).toEqual({ batches: 1, items: 3 });
});

test('a batch holds at most so many, the others follow in order', async () => {
  const lane = openLane(client, { maxItems: 2 });
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => lane.put(keep, text)));
  expect(lane.counts()).toEqual({ batches: 3, items: 5 });
  expect(await all()).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each(['a', 'unwritable'])('a poisoned member fails alone: %s', async (poison) => {
  const lane = openLane(client);
  await lane.put(keep, 'a');
  const fates = await Promise.allSettled(['b', poison, 'c'].map((text) => lane.put(keep, text)));
  expect(fates.map((fate) => fate.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await all()).toEqual(['a', 'b', 'c']);
  expect(isPassing(fates[1]?.status === 'rejected' ? fates[1].reason : undefined)).toBe(false);
});

test('when no answer came after the commit, it is looked up and not written twice', async () => {
  const lane = openLane(
    withBatch(async (run, nth) => {
      const results = await run();
      return nth === 1 ? gone() : results;
    }),
  );
  expect(await Promise.all(['a', 'b'].map((text) => lane.put(keep, text)))).toEqual([
    'a was kept',
    'b was kept',
  ]);
  expect(await all()).toEqual(['a', 'b']);
});

test('when no answer came before the commit, it is written then', async () => {
  const lane = openLane(withBatch(async (run, nth) => (nth === 1 ? gone() : run())));
  await Promise.all(['a', 'b'].map((text) => lane.put(keep, text)));
  expect(await all()).toEqual(['a', 'b']);
});

test("what the server does only after it was given up on is not taken for another's", async () => {
  let late: (() => ReturnType<Client['batch']>) | undefined;
  const lane = openLane(
    withBatch(async (run, nth) => {
      if (nth === 1) {
        late = run;
        return gone();
      }
      await late?.();
      late = undefined;
      return run();
    }),
  );
  expect(await Promise.all(['a', 'b'].map((text) => lane.put(keep, text)))).toEqual([
    'a was kept',
    'b was kept',
  ]);
  expect(await all()).toEqual(['a', 'b']);
});

test('while the database is away everyone is told so, and the lane goes on when it is back', async () => {
  let away = true;
  const lane = openLane({
    ...withBatch(async (run) => (away ? gone() : run())),
    execute: (statement: InStatement) =>
      away ? Promise.reject(new TypeError('fetch failed')) : client.execute(statement),
  } as Client);
  const fates = await Promise.allSettled(['a', 'b'].map((text) => lane.put(keep, text)));
  expect(fates.map((fate) => fate.status === 'rejected' && fate.reason instanceof DatabaseAway)).toEqual([
    true,
    true,
  ]);
  away = false;
  expect(await lane.put(keep, 'c')).toBe('c of 1');
});

test('a database that is busy is tried again; one that stays busy or is full refuses without splitting', async () => {
  const refuse = (code: string) => Object.assign(new Error(code), { code });
  const busyTwice = openLane(
    withBatch(async (run, nth) => (nth < 3 ? Promise.reject(refuse('SQLITE_BUSY')) : run())),
  );
  expect(await busyTwice.put(keep, 'a')).toBe('a of 1');
  let tries = 0;
  const full = openLane(
    withBatch(async (_, nth) => {
      tries = nth;
      throw refuse('SQLITE_FULL');
    }),
  );
  const fates = await Promise.allSettled(['b', 'c'].map((text) => full.put(keep, text)));
  expect(tries).toBe(1);
  expect(fates.every((fate) => fate.status === 'rejected' && isPassing(fate.reason))).toBe(true);
});

test('a process that dies around a commit leaves its callers without an outcome, never with a wrong one', async () => {
  let dead = false;
  const lane = openLane(client, {
    around(when) {
      if (when === 'after') dead = true;
      if (dead) throw new Error('killed');
    },
  });
  await expect(Promise.all(['a', 'b'].map((text) => lane.put(keep, text)))).resolves.toEqual([
    'a was kept',
    'b was kept',
  ]);
  await expect(lane.put(keep, 'c')).rejects.toThrow(DatabaseAway);
  expect(await all()).toEqual(['a', 'b']);
});
