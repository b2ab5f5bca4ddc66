import { and, desc, eq, gte } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { ledger } from '../schema/house.ts';

/** The purpose of someone's last look at a record since an instant (UTC ms); undefined when there was none. */
export const findLastLook = async (
  { orm }: Db,
  relativeId: string,
  staffId: string,
  since: number,
): Promise<string | undefined> =>
  (
    await orm
      .select({ purpose: ledger.purpose })
      .from(ledger)
      .where(
        and(
          eq(ledger.relativeId, relativeId),
          eq(ledger.kind, 'relative.viewed'),
          eq(ledger.actor, staffId),
          gte(ledger.at, since),
        ),
      )
      .orderBy(desc(ledger.seq))
      .limit(1)
  )[0]?.purpose ?? undefined;
