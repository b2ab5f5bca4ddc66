import { type SQL, sql } from 'drizzle-orm';
import { ledger } from '../schema/house.ts';

/** True for entries about a relative: of this record, and of those that were merged into it. The ledger itself never changes. */
export const ofPerson = (relativeId: string): SQL => sql`${ledger.relativeId} in (
  select ${relativeId} union all select m.id from relatives m where m.merged_into = ${relativeId})`;
