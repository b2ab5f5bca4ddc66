// A house as `npm start` builds it, on a database file of its own, with a clock that only the bench moves.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepOrder } from '../../src/services/keep-order.ts';
import { noMetrics } from '../../src/services/metrics.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { readKeys } from '../../src/store/seal.ts';

/** 2027-03-01 10:00 in Copenhagen, a Monday: the send window is open. */
export const MONDAY = Date.UTC(2027, 2, 1, 9);

export const HOUR_MS = 3_600_000;

/** Messages posted at once, by everyone who is compared. */
export const CONCURRENCY = 100;

export type House = Runtime & { time: { now: number } };

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;
const KEY = Buffer.alloc(32, 7).toString('base64');
const nothing = (): void => undefined;

/** Opens and migrates `<folder>/<name>.db`; the gateway takes everything and the bell is silent. */
export async function openHouse(folder: string, name: string): Promise<House> {
  const url = pathToFileURL(join(folder, `${name}.db`)).href;
  const db = await openDatabase({ url, keys: readKeys([KEY]) });
  await migrateDatabase(db, MIGRATIONS);
  const time = { now: MONDAY };
  return {
    config: {
      publicUrl: 'https://limen.example',
      demo: false,
      segmentsPerSecond: 0,
      concurrency: CONCURRENCY,
      leaseMs: 30_000,
      unknownGraceMs: 60_000,
      validityMinutes: 240,
      countries: ['DK'],
    },
    db,
    gateway: {
      name: 'nobody',
      requestTimeoutMs: 1_000,
      post: async () => ({ outcome: 'accepted', providerId: 'SM0' }),
      find: async () => ({ outcome: 'absent' }),
      list: async () => true,
      list: async () => true,
      forget: async () => true,
      close: async () => undefined,
    },
    bell: {
      ring: nothing,
      quiet: async () => undefined,
      counts: async () => [],
      close: async () => undefined,
    },
    log: { debug: nothing, info: nothing, warn: nothing, error: (fields) => console.error(fields) },
    now: () => time.now,
    clock: () => Date.now(),
    monotonic: () => performance.now(),
    newId: () => randomBytes(16).toString('base64url'),
    flows: new Map(),
    paces: new Map(),
    trouble: { inARow: 0 },
    metrics: noMetrics,
    closing: new AbortController().signal,
    owner: 'bench',
    inOrder: keepOrder(),
    time,
  };
}
