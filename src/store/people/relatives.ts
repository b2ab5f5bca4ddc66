import { asc, eq } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { circles, relatives } from '../schema/people.ts';

/** Adds relatives as rows. */
export const addRelatives: Write<typeof relatives.$inferInsert, true> = {
  name: 'add-relatives',
  statements: (rows) => [insertRows(relatives, rows)],
  outcomes: (rows) => rows.map(() => true as const),
};

/** Adds circles as rows. */
export const addCircles: Write<typeof circles.$inferInsert, true> = {
  name: 'add-circles',
  statements: (rows) => [insertRows(circles, rows)],
  outcomes: (rows) => rows.map(() => true as const),
};

/** Who is reached at a number, first enrolled first. */
export const listRelativesOfNumber = (
  db: Db,
  numberId: string,
): Promise<{ id: string; language: string; circleId: string; onlyCall: number }[]> =>
  db.orm
    .select({
      id: relatives.id,
      language: relatives.language,
      circleId: relatives.circleId,
      onlyCall: relatives.onlyCall,
    })
    .from(relatives)
    .where(eq(relatives.numberId, numberId))
    .orderBy(asc(relatives.createdAt));
