// The audit log as administrators search it, newest first.
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from './open.ts';
import { ledger } from './schema/house.ts';

/** What to look for; `kind` is a whole kind or the part before its dot. Instants are UTC ms. */
export type LedgerQuery = {
  kind?: string | undefined;
  actor?: string | undefined;
  relativeId?: string | undefined;
  from?: number | undefined;
  until?: number | undefined;
  /** Only entries before this one. */
  before?: number | undefined;
};

const ofKind = (kind: string): SQL =>
  kind.includes('.')
    ? sql`${ledger.kind} = ${kind}`
    : sql`${ledger.kind} >= ${`${kind}.`} and ${ledger.kind} < ${`${kind}/`}`;

/** Entries that match, the newest first. */
export const searchEntries = ({ orm }: Db, query: LedgerQuery, limit: number) =>
  orm
    .select()
    .from(ledger)
    .where(
      and(
        query.kind ? ofKind(query.kind) : undefined,
        query.actor ? eq(ledger.actor, query.actor) : undefined,
        query.relativeId ? eq(ledger.relativeId, query.relativeId) : undefined,
        query.from === undefined ? undefined : gte(ledger.at, query.from),
        query.until === undefined ? undefined : lt(ledger.at, query.until),
        query.before === undefined ? undefined : lt(ledger.seq, query.before),
      ),
    )
    .orderBy(desc(ledger.seq))
    .limit(limit);
