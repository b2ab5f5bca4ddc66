import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '../open.ts';
import { journeys } from '../schema/journeys.ts';
import { circles, relatives } from '../schema/people.ts';

export type CircleRow = typeof circles.$inferSelect;

export const findCircle = async (db: Db, id: string): Promise<CircleRow | undefined> =>
  (await db.orm.select().from(circles).where(eq(circles.id, id)))[0];

/** The running journeys of a circle's relatives. */
export const listCircleJourneys = async (db: Db, circleId: string): Promise<string[]> =>
  (
    await db.orm
      .select({ id: journeys.id })
      .from(journeys)
      .innerJoin(relatives, eq(relatives.id, journeys.relativeId))
      .where(and(eq(relatives.circleId, circleId), ne(journeys.status, 'ended')))
  ).map((row) => row.id);
