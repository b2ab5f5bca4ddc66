// A whole runtime for one test: a migrated libSQL file or server of its own, a clock that only the test moves, a gateway that remembers.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Gateway, OutgoingSms, Posted } from '../../src/gateways/gateway.ts';
import { keepOrder } from '../../src/services/keep-order.ts';
import type { Bell, Log, Ring, Runtime, RuntimeConfig } from '../../src/services/runtime.ts';
import { noMetrics } from '../../src/services/watching/metrics.ts';
import { migrateDatabase } from '../../src/store/migrate.ts';
import { closeDatabase, openDatabase } from '../../src/store/open.ts';
import { readKeys } from '../../src/store/seal.ts';

/** 2027-03-01 10:00 in Copenhagen, a Monday. */
export const MONDAY = Date.UTC(2027, 2, 1, 9);

export type TestOptions = {
  /** Where both clocks begin, UTC ms. */
  now?: number;
  seed?: number;
  config?: Partial<RuntimeConfig>;
  gateway?: Gateway;
  bell?: Bell;
  /** Called by the write lane before a batch and after its commit. */
  around?: (when: 'before' | 'after') => void;
  /** The server whose database it stands on, migrated and emptied first; a file of its own when absent. */
  on?: { url: string } | undefined;
  /** Another runtime, as of another process: this one stands on its database as it is, and has its clock's time. */
  beside?: Pick<TestRuntime, 'url' | 'clock'>;
  /** Another runtime: this one stands on a copy of its file as it is now, so that what takes long to make is made once. Give it
   *  another seed, or it names new things as the first did. */
  from?: Pick<TestRuntime, 'url' | 'db'>;
  /** A server that follows the database. */
  replica?: { url: string };
  /** How leases name it. */
  owner?: string;
  /** How long the database may take to answer. */
  timeoutMs?: number;
};

export type TestRuntime = Runtime & {
  /** Where its database is. */
  url: string;
  /** What was handed to the gateway. */
  posted: OutgoingSms[];
  /** What the bell was rung for. */
  rings: Ring[];
  /** What was logged, as one text a line: look for what must not be there. */
  lines: string[];
  /** Moves both clocks. */
  forward(ms: number): void;
  /** Moves the journeys' clock only, as the demo does. */
  forwardJourneys(ms: number): void;
};

const config: RuntimeConfig = {
  publicUrl: 'https://limen.test',
  demo: false,
  segmentsPerSecond: 0,
  concurrency: 10,
  leaseMs: 30_000,
  unknownGraceMs: 60_000,
  validityMinutes: 240,
  countries: ['DK'],
};

/** 128 bits from a seeded generator (mulberry32), as 22 URL-safe characters: never the same twice, always the same again. */
export function seededIds(seed: number): () => string {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return () => {
    const bytes = Buffer.alloc(16);
    for (let i = 0; i < 16; i += 4) bytes.writeUInt32LE(next(), i);
    return bytes.toString('base64url');
  };
}

/** A gateway that takes every message and remembers it; a provider never gives two of them one id, whichever process asks. */
export function recordingGateway(posted: OutgoingSms[], prefix = 'P'): Gateway {
  return {
    name: 'recording',
    requestTimeoutMs: 1_000,
    async post(sms): Promise<Posted> {
      posted.push(sms);
      return { outcome: 'accepted', providerId: `${prefix}-${posted.length}` };
    },
    find: async () => ({ outcome: 'absent' }),
    list: async () => true,
    forget: async () => true,
    close: async () => undefined,
  };
}

const silentBell = (rings: Ring[]): Bell => ({
  ring: (ring) => {
    rings.push(ring);
  },
  quiet: async () => undefined,
  counts: async () => [],
  close: async () => undefined,
});

function recordingLog(lines: string[]): Log {
  const write = (fields: Record<string, unknown>, message: string): void => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  return { debug: write, info: write, warn: write, error: write };
}

const migrations = new URL('../../migrations', import.meta.url).pathname;
/** The one key of every test's database, as LIMEN_KEYS takes it. */
export const testKey = Buffer.alloc(32, 7).toString('base64');

const testKeys = readKeys([testKey]);

let template: Promise<string> | undefined;

/** Migrates once in this test file; each runtime gets a copy. */
function migratedFile(): Promise<string> {
  template ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'limen-template-'));
    const file = join(folder, 'limen.db');
    const db = await openDatabase({ url: pathToFileURL(file).href, keys: testKeys });
    await migrateDatabase(db, migrations);
    await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    await closeDatabase(db);
    return file;
  })();
  return template;
}

type Place = { url: string; discard(): Promise<void> };

const kept = async (): Promise<void> => undefined;

/** Another runtime's file, whole. */
async function fileOf({ db, url }: Pick<TestRuntime, 'url' | 'db'>): Promise<string> {
  await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)');
  return fileURLToPath(url);
}

/** A fresh, migrated file, or a copy of another runtime's. */
async function freshFile(from: TestOptions['from']): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-'));
  const file = join(folder, 'limen.db');
  await copyFile(await (from ? fileOf(from) : migratedFile()), file);
  return { url: pathToFileURL(file).href, discard: () => rm(folder, { recursive: true, force: true }) };
}

/** Brings a server's database up to date and takes every row out of it. */
async function emptied({ url }: { url: string }): Promise<Place> {
  const db = await openDatabase({ url, keys: testKeys });
  await migrateDatabase(db, migrations);
  const tables = await db.client.execute(
    String.raw`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_%' ESCAPE '\' AND name NOT LIKE 'sqlite%'`,
  );
  await db.client.batch(
    tables.rows.map(({ name }) => `DELETE FROM ${name}`),
    'write',
  );
  await closeDatabase(db);
  return { url, discard: kept };
}

function placeOf({ on, beside, from }: TestOptions): Promise<Place> {
  if (beside) return Promise.resolve({ url: beside.url, discard: kept });
  return on ? emptied(on) : freshFile(from);
}

/**
 * Builds a runtime on a fresh, migrated database.
 *
 * ```ts
 * await using rt = await makeRuntime({ now: MONDAY });
 * rt.forward(60_000);
 * ```
 */
export async function makeRuntime(options: TestOptions = {}): Promise<TestRuntime & AsyncDisposable> {
  const { url, discard } = await placeOf(options);
  const db = await openDatabase({
    url,
    keys: testKeys,
    ...(options.around ? { around: options.around } : {}),
    ...(options.replica ? { replicaUrl: options.replica.url } : {}),
    ...(options.timeoutMs ? { timeoutMs: options.timeoutMs } : {}),
  });
  const posted: OutgoingSms[] = [];
  const rings: Ring[] = [];
  const lines: string[] = [];
  const time = { now: options.now ?? options.beside?.clock() ?? MONDAY, ahead: 0 };
  return {
    url,
    config: { ...config, ...options.config },
    db,
    gateway: options.gateway ?? recordingGateway(posted, options.owner),
    bell: options.bell ?? silentBell(rings),
    log: recordingLog(lines),
    now: () => time.now + time.ahead,
    clock: () => time.now,
    monotonic: () => time.now,
    newId: seededIds(options.seed ?? 1),
    flows: new Map(),
    paces: new Map(),
    trouble: { inARow: 0 },
    visitors: { waiting: 0, cameAt: 0 },
    metrics: noMetrics,
    closing: new AbortController().signal,
    owner: options.owner ?? 'test',
    inOrder: keepOrder(),
    posted,
    rings,
    lines,
    forward: (ms) => {
      time.now += ms;
    },
    forwardJourneys: (ms) => {
      time.ahead += ms;
    },
    async [Symbol.asyncDispose]() {
      await closeDatabase(db);
      await discard();
    },
  };
}
