// What the desk's lists do with a real replica, and without it.

import { type Client, createClient } from '@libsql/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fetchWithin } from '../../src/store/fetch-within.ts';
import { listEndings } from '../../src/store/journeys/step-counts.ts';
import { countWaiting } from '../../src/store/messages/desk-lists.ts';
import { findListedRelative, listNewestRelatives } from '../../src/store/people/relative-lists.ts';
import { readFrom } from '../../src/store/replica.ts';
import { makeHouse } from '../services/stand.ts';
import { seedRelative } from '../support/house.ts';
import { hasSqld, type Sqld, startSqld } from '../support/sqld.ts';

/** Waits until the replica itself tells of a relative. */
async function followed({ url }: Sqld, id: string): Promise<void> {
  const client = createClient({ url, fetch: fetchWithin(5_000) });
  const look = async (): Promise<void> => {
    const { rows } = await client.execute({ sql: 'SELECT id FROM relatives WHERE id = ?', args: [id] });
    expect(rows).toHaveLength(1);
  };
  await vi.waitFor(look, { timeout: 10_000, interval: 50 });
  client.close();
}

describe.skipIf(!hasSqld)('a replica', () => {
  let primary: Sqld;
  let replica: Sqld;
  beforeAll(async () => {
    primary = await startSqld();
    replica = await startSqld({ primary });
  });
  afterAll(async () => {
    await replica.close();
    await primary.close();
  });

  test('gives the lists where staleness does no harm and nothing else; when it is gone the primary gives them', async () => {
    await using rt = await makeHouse({ on: primary, replica });
    const id = await seedRelative(rt);
    const newest = async (): Promise<string[]> =>
      (await listNewestRelatives(rt.db, { limit: 5 })).map((relative) => relative.id);
    await followed(replica, id);

    const { execute } = rt.db.client;
    rt.db.client.execute = () => Promise.reject(new Error('the primary was asked'));
    expect(await newest()).toEqual([id]);
    expect(await countWaiting(rt.db, 10, { staffId: 's', units: 'all' })).toEqual({
      alerts: 0,
      tasks: 0,
      referrals: 0,
    });
    expect(await listEndings(rt.db, 'none', 0)).toEqual([]);
    await expect(findListedRelative(rt.db, id)).rejects.toThrow();
    rt.db.client.execute = execute;

    await replica.stop();
    const second = await seedRelative(rt, { number: '+4520000012' });
    expect((await newest()).sort()).toEqual([id, second].sort());
    await replica.restart();
  });

  test('that hangs is waited for once, then left alone', async () => {
    await using rt = await makeHouse({ on: primary, replica, timeoutMs: 300 });
    using _ = await replica.freeze();
    const begun = performance.now();
    for (let i = 0; i < 5; i += 1) await listNewestRelatives(rt.db, { limit: 5 });
    expect(performance.now() - begun).toBeLessThan(2 * 300 + 250);
  });
});

describe('reads from a replica', () => {
  const clientOf = (answer: () => string) =>
    ({ execute: async () => answer(), protocol: 'http' }) as unknown as Client;
  const failing = (error: Error) => (): string => {
    throw error;
  };
  const away = new TypeError('fetch failed');
  const behind = Object.assign(new Error('no such column'), { code: 'SQLITE_ERROR' });

  test('go to it again half a minute after it gave no answer', async () => {
    let now = 0;
    let answer: () => string = failing(away);
    const reads = readFrom(
      clientOf(() => answer()),
      clientOf(() => 'primary'),
      () => now,
    );
    expect(await reads.execute('SELECT 1')).toBe('primary');
    answer = () => 'replica';
    now = 29_999;
    expect(await reads.execute('SELECT 1')).toBe('primary');
    now = 30_000;
    expect(await reads.execute('SELECT 1')).toBe('replica');
  });

  test('are asked of the primary when it knows the schema and the replica not yet', async () => {
    let answer: () => string = failing(behind);
    const reads = readFrom(
      clientOf(() => answer()),
      clientOf(() => 'primary'),
      () => 0,
    );
    expect(await reads.execute('SELECT 1')).toBe('primary');
    answer = () => 'replica';
    expect(await reads.execute('SELECT 1')).toBe('replica');
  });

  test('are never writes', () => {
    const reads = readFrom(
      clientOf(() => ''),
      clientOf(() => ''),
    );
    expect(() => reads.transaction('write')).toThrow();
    expect(() => reads.executeMultiple('DELETE FROM x')).toThrow();
  });
});
