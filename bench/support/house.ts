// A house as `npm start` builds it, on a database file of its own, with a clock that only the bench moves.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../../src/main/config.ts';
import { keepOrder } from '../../src/services/keep-order.ts';
import type { Runtime } from '../../src/services/runtime.ts';
import { noMetrics } from '../../src/services/watching/metrics.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { openDatabase } from '../../src/store/open.ts';
import { readKeys } from '../../src/store/seal.ts';

/** 2027-03-01 10:00 in Copenhagen, a Monday: the send window is open. */
export const MONDAY = Date.UTC(2027, 2, 1, 9);

export const HOUR_MS = 3_600_000;

/** Messages posted at once, by everyone who is compared: the house's own default. */
export const CONCURRENCY = readConfig({}).SMS_CONCURRENCY;

export type House = Runtime & { time: { now: number } };

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname;
/** What everything is sealed with, as LIMEN_KEYS takes it. */
export const KEY = Buffer.alloc(32, 7).toString('base64');
const nothing = (): void => undefined;

/** Where `<folder>/<name>.db` is, as DATABASE_URL takes it. */
export const fileUrl = (folder: string, name: string): string =>
  pathToFileURL(join(folder, `${name}.db`)).href;

/** Opens and migrates `<folder>/<name>.db`, as `openHouseAt` does. */
export const openHouse = (folder: string, name: string): Promise<House> => openHouseAt(fileUrl(folder, name));

/** Opens and migrates a file or a libSQL server; the gateway takes everything and the bell is silent. */
export async function openHouseAt(url: string): Promise<House> {
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
    visitors: { waiting: 0, cameAt: 0 },
    metrics: noMetrics,
    closing: new AbortController().signal,
    owner: 'bench',
    inOrder: keepOrder(),
    time,
  };
}
