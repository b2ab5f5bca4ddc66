import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { messages } from '../schema/messages.ts';

/** How many messages, calls and letters of a journey (or of one of its steps) have been written and not left. */
export async function countUnsent({ orm }: Db, journeyId: string, step?: string): Promise<number> {
  const [row] = await orm
    .select({ count: sql<number>`count(*)` })
    .from(messages)
    .where(
      and(
        eq(messages.journeyId, journeyId),
        inArray(messages.status, ['due', 'held', 'todo']),
        step === undefined ? undefined : eq(messages.step, step),
      ),
    );
  return row?.count ?? 0;
}
