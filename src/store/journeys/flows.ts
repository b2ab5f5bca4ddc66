import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { flows } from '../schema/journeys.ts';

export type FlowRow = typeof flows.$inferSelect;

/** Publishes versions; one that is there already stays and becomes the newest again. */
export const addFlows: Write<typeof flows.$inferInsert, true> = {
  name: 'add-flows',
  statements: (rows) => [
    insertRows(flows, rows, 'ignore'),
    ...rows.flatMap((row) => [
      {
        sql: 'UPDATE flows SET retired_at = CASE WHEN id = ? THEN NULL ELSE COALESCE(retired_at, ?) END WHERE name = ?',
        args: [row.id, row.publishedAt, row.name],
      },
    ]),
  ],
  outcomes: (rows) => rows.map(() => true as const),
};

export const findFlow = async (db: Db, id: string): Promise<FlowRow | undefined> =>
  (await db.orm.select().from(flows).where(eq(flows.id, id)))[0];

/** The version that new journeys of a flow begin with. */
export const findCurrentFlow = async (db: Db, name: string): Promise<FlowRow | undefined> =>
  (
    await db.orm
      .select()
      .from(flows)
      .where(and(eq(flows.name, name), isNull(flows.retiredAt)))
      .orderBy(desc(flows.publishedAt))
      .limit(1)
  )[0];

/** The current versions, by title. */
export const listCurrentFlows = async (db: Db): Promise<{ id: string; name: string; title: string }[]> =>
  db.orm
    .select({ id: flows.id, name: flows.name, title: flows.title })
    .from(flows)
    .where(isNull(flows.retiredAt))
    .orderBy(flows.title);

/** The current versions with when they were published, by title. */
export const listPublishings = async (
  db: Db,
): Promise<{ id: string; name: string; title: string; publishedAt: number }[]> =>
  db.orm
    .select({ id: flows.id, name: flows.name, title: flows.title, publishedAt: flows.publishedAt })
    .from(flows)
    .where(isNull(flows.retiredAt))
    .orderBy(flows.title);
