import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { ledger } from '../schema/house.ts';

/** What the ledger says of one relative's consents, oldest first. */
export const listConsentEntries = (db: Db, relativeId: string) =>
  db.orm
    .select()
    .from(ledger)
    .where(
      and(eq(ledger.relativeId, relativeId), inArray(ledger.kind, ['consent.given', 'consent.withdrawn'])),
    )
    .orderBy(asc(ledger.seq));
