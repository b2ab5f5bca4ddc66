import { and, asc, inArray } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { ledger } from '../schema/house.ts';
import { ofPerson } from './of-person.ts';

/** What the ledger says of one relative's consents, oldest first; those of records that were merged into this one too. */
export const listConsentEntries = (db: Db, relativeId: string) =>
  db.orm
    .select()
    .from(ledger)
    .where(and(ofPerson(relativeId), inArray(ledger.kind, ['consent.given', 'consent.withdrawn'])))
    .orderBy(asc(ledger.seq));
