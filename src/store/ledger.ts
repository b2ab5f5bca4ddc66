// Append-only. Rows are written without a hash and chained in order soon after (chain-ledger), so that writers never wait for each other.
import type { Write } from './lane.ts';
import type { Db } from './open.ts';
import { insertRows } from './rows.ts';
import { ledger } from './schema/house.ts';
import { chainHash } from './seal.ts';

export type LedgerRow = typeof ledger.$inferInsert;
export type StoredEntry = typeof ledger.$inferSelect;

/** Adds entries in order. */
export const addEntries: Write<LedgerRow, true> = {
  name: 'add-entries',
  statements: (rows) => [insertRows(ledger, rows)],
  outcomes: (rows) => rows.map(() => true as const),
};

/** What a hash covers, besides the hash before it. */
export const entryText = (e: StoredEntry): string =>
  JSON.stringify([e.seq, e.at, e.kind, e.actor, e.relativeId, e.subject, e.purpose, e.body]);

/** Entries from `seq` on, in order. */
export async function listEntries(db: Db, from: number, limit: number): Promise<StoredEntry[]> {
  const found = await db.client.execute({
    sql: 'SELECT * FROM ledger WHERE seq >= ? ORDER BY seq LIMIT ?',
    args: [from, limit],
  });
  return found.rows.map((row) => ({
    seq: Number(row.seq),
    at: Number(row.at),
    kind: String(row.kind),
    actor: String(row.actor),
    relativeId: row.relative_id === null ? null : String(row.relative_id),
    subject: row.subject === null ? null : String(row.subject),
    purpose: row.purpose === null ? null : String(row.purpose),
    body: String(row.body),
    hash: row.hash === null ? null : String(row.hash),
  }));
}

/** The first entry without a hash and the hash before it; undefined when all are chained. */
export async function findUnchained(db: Db): Promise<{ seq: number; previous: string } | undefined> {
  const found = await db.client.execute(
    `SELECT seq, COALESCE((SELECT hash FROM ledger p WHERE p.seq < l.seq ORDER BY p.seq DESC LIMIT 1), '') AS previous
      FROM ledger l WHERE hash IS NULL ORDER BY seq LIMIT 1`,
  );
  const row = found.rows[0];
  return row ? { seq: Number(row.seq), previous: String(row.previous) } : undefined;
}

/** Gives entries their hash; one that has it keeps it. */
export const chainEntries: Write<{ seq: number; hash: string }[], true> = {
  name: 'chain-entries',
  statements: (all) => [
    {
      sql: `UPDATE ledger SET hash = e.value ->> '$[1]' FROM json_each(?) e
        WHERE ledger.seq = e.value ->> '$[0]' AND ledger.hash IS NULL`,
      args: [JSON.stringify(all.flat().map((h) => [h.seq, h.hash]))],
    },
  ],
  outcomes: (all) => all.map(() => true as const),
};

/** The hashes of entries that follow `previous`. */
export function hashesOf(previous: string, entries: readonly StoredEntry[]): { seq: number; hash: string }[] {
  let last = previous;
  return entries.map((entry) => {
    last = chainHash(last, entryText(entry));
    return { seq: entry.seq, hash: last };
  });
}
