import '#keep-compiled';
import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { askHeldBack } from './copies/restorations.ts';
import { fetchWithin } from './fetch-within.ts';
import { type Find, gather } from './gather.ts';
import { type Beginning, gatherBeginnings, gatherJourneys, type LoadedJourney } from './journeys/journeys.ts';
import { type Lane, type LaneOptions, openLane } from './lane.ts';
import { findOrganisation } from './organisation.ts';
import { readFrom } from './replica.ts';
import type { Keys } from './seal.ts';

/** Where rows are read from: by Drizzle, or as SQL. */
export type Reads = { client: Client; orm: LibSQLDatabase };

/** The open database: `orm` for reads, `lane` for writes, `client` for set-based SQL. */
export type Db = {
  client: Client;
  orm: LibSQLDatabase;
  /** For reads that may be a moment old, of the desk's statistics and lists alone: a replica when there is one. */
  reads: Reads;
  lane: Lane;
  keys: Keys;
  /** A journey by its id; calls of one moment share a select. */
  findJourney: Find<string, LoadedJourney>;
  /** What a journey of a relative begins with; calls of one moment share a select. */
  findBeginning: Find<string, Beginning>;
  /** The organisation's settings as JSON text; calls of one moment share a select. */
  findSettings: () => Promise<string | undefined>;
  /** Whether a backup was put back and is not reconciled: until then nothing fires, is handled or leaves. */
  isHeldBack: () => Promise<boolean>;
};

export type OpenOptions = LaneOptions & {
  url: string;
  authToken?: string;
  keys: Keys;
  /** A server that follows `url` and takes reads that may be a moment old. */
  replicaUrl?: string;
  /** How long a server may take for one answer, ms. */
  timeoutMs?: number;
};

const TIMEOUT_MS = 10_000;

const connect = (url: string, { authToken, timeoutMs = TIMEOUT_MS }: OpenOptions): Client =>
  createClient({
    url,
    intMode: 'number',
    fetch: fetchWithin(timeoutMs),
    ...(authToken ? { authToken } : {}),
  });

/** Opens a file (`file:./data/limen.db`, owned by this process alone) or a libSQL server. Does not migrate. */
export async function openDatabase(options: OpenOptions): Promise<Db> {
  const client = connect(options.url, options);
  if (options.url.startsWith('file:')) await client.execute('PRAGMA journal_mode = WAL');
  const findSettings = gather<1, string>(async () => {
    const settings = await findOrganisation(db);
    return new Map(settings === undefined ? [] : [[1, settings]]);
  });
  const reading = options.replicaUrl ? readFrom(connect(options.replicaUrl, options), client) : client;
  const db: Db = {
    client,
    orm: drizzle(client),
    reads: { client: reading, orm: drizzle(reading) },
    lane: openLane(client, options),
    keys: options.keys,
    findJourney: gatherJourneys({ client, keys: options.keys }),
    findBeginning: gatherBeginnings({ client, keys: options.keys }),
    findSettings: () => findSettings(1),
    isHeldBack: askHeldBack(client),
  };
  return db;
}

/** Waits for the lane, then closes. */
export async function closeDatabase(db: Db): Promise<void> {
  await db.lane.idle();
  // Everything into the one file: somebody may copy it now.
  if (db.client.protocol === 'file')
    await db.client.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
  db.client.close();
  if (db.reads.client !== db.client) db.reads.client.close();
}
