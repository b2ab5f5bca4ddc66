// Brings a database up to date, whoever comes first. Each migration is one batch that begins with its own entry in Drizzle's
// journal, so whoever comes second is refused and nothing is half done. A lock row makes the others wait without asking for
// the write lock: a libSQL server ends a transaction after five seconds when another waits for it.
import type { Client } from '@libsql/client';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { isBusy } from './away.ts';
import type { Db } from './open.ts';

const OWN_TABLES = [
  `CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  `CREATE TABLE IF NOT EXISTS __migration_lock (id INTEGER PRIMARY KEY, owner TEXT NOT NULL, ends_at INTEGER NOT NULL)`,
];

/** The server's clock, ms: those of the processes may differ. */
const NOW = `CAST(unixepoch('subsec') * 1000 AS INTEGER)`;

const POLL_MS = 100;

const PATIENCE_MS = 10 * 60_000;

const aWhile = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, POLL_MS * (0.5 + Math.random())));

/** Instants of the newest migration that is applied; 0 when there is none. */
async function lastApplied(client: Client): Promise<number> {
  const there = await client.execute(
    "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'",
  );
  if (there.rows.length === 0) return 0;
  const found = await client.execute('SELECT max(created_at) AS last FROM __drizzle_migrations');
  return Number(found.rows[0]?.last ?? 0);
}

/** Takes or renews the lock; false while another holds it. */
async function takeLock(client: Client, owner: string, lockMs: number): Promise<boolean> {
  const taken = await client.batch(
    [
      ...OWN_TABLES,
      {
        sql: `INSERT INTO __migration_lock (id, owner, ends_at) VALUES (1, ?1, ${NOW} + ?2)
          ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, ends_at = excluded.ends_at
          WHERE owner = excluded.owner OR ends_at <= ${NOW} RETURNING owner`,
        args: [owner, lockMs],
      },
    ],
    'write',
  );
  return (taken.at(-1)?.rows.length ?? 0) > 0;
}

const apply = (client: Client, { sql, hash, folderMillis }: MigrationMeta): Promise<unknown> =>
  client.batch(
    [
      {
        sql: 'INSERT INTO __drizzle_migrations (id, hash, created_at) VALUES (?1, ?2, ?1)',
        args: [folderMillis, hash],
      },
      ...sql,
    ],
    'write',
  );

/** The server may still be at it: asking again would end what it does. */
const isUnderWay = (error: unknown): boolean => error instanceof Error && error.name === 'TimeoutError';

/** Another process wrote meanwhile and the same batch may succeed now. */
const isBetweenOthers = (error: unknown): boolean =>
  isBusy(error) || (error as { code?: unknown } | undefined)?.code === 'TRANSACTION_TIMEOUT';

async function untilApplied(client: Client, { folderMillis }: MigrationMeta, lockMs: number): Promise<void> {
  const end = performance.now() + lockMs;
  while (performance.now() < end && (await lastApplied(client)) < folderMillis) await aWhile();
}

/** Applies one migration; what another applied meanwhile is as good. */
async function applyOnce(client: Client, migration: MigrationMeta, lockMs: number): Promise<void> {
  try {
    await apply(client, migration);
  } catch (error) {
    if (isUnderWay(error)) await untilApplied(client, migration, lockMs);
    else if (isBetweenOthers(error)) await aWhile();
    else if ((await lastApplied(client)) < migration.folderMillis) throw error;
  }
}

/** False when another process is at it: look again later. */
async function mayGoOn(client: Client, owner: string, lockMs: number): Promise<boolean> {
  try {
    return await takeLock(client, owner, lockMs);
  } catch (error) {
    if (!isBetweenOthers(error)) throw error;
    return false;
  }
}

/** Nobody waits for a lock once everything is applied: one that cannot be given back now runs out. */
async function giveLockBack(client: Client, owner: string): Promise<void> {
  try {
    await client.execute({ sql: 'UPDATE __migration_lock SET ends_at = 0 WHERE owner = ?', args: [owner] });
  } catch (error) {
    if (!isBetweenOthers(error)) throw error;
  }
}

/**
 * Brings the database up to the newest schema, once however many processes ask at one time; does nothing when it is there.
 * `folder` holds the generated SQL. A process that dies in the middle holds the others up for `lockMs` at most.
 */
export async function migrateDatabase(
  { client }: Pick<Db, 'client'>,
  folder: string,
  lockMs = 60_000,
): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const owner = crypto.randomUUID();
  const end = performance.now() + PATIENCE_MS;
  let isOurs = false;
  for (;;) {
    const last = await lastApplied(client);
    const next = migrations.find(({ folderMillis }) => folderMillis > last);
    if (!next) break;
    if (performance.now() > end)
      throw new Error('another process is migrating the database and does not finish');
    isOurs = await mayGoOn(client, owner, lockMs);
    if (isOurs) await applyOnce(client, next, lockMs);
    else await aWhile();
  }
  if (isOurs) await giveLockBack(client, owner);
}
