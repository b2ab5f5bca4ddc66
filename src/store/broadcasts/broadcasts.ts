// Group messages themselves: drafts and what they became. Few, and without anything about people.
import { and, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';
import { at } from '../rows.ts';
import { broadcasts } from '../schema/broadcasts.ts';
import { groups } from '../schema/groups.ts';

export type Broadcast = typeof broadcasts.$inferSelect;

/** What is written of a draft. */
export type DraftContent = Pick<Broadcast, 'title' | 'groupId' | 'way' | 'textsSealed' | 'textsHash'>;

const COLUMNS = ['title', 'group_id', 'way', 'texts_sealed', 'texts_hash'] as const;
const valuesOf = (c: DraftContent): string[] => [c.title, c.groupId, c.way, c.textsSealed, c.textsHash];

export type NewDraft = { id: string; at: number; by: string; content: DraftContent } & Noted;

/** Adds drafts; true for each that was not there under its id yet. */
export const addDrafts: Write<NewDraft, boolean> = noting(
  {
    name: 'add-drafts',
    statements: (drafts) => [
      {
        sql: `INSERT OR IGNORE INTO broadcasts (id, ${COLUMNS.join(', ')}, status, created_at, created_by, changed_at)
          SELECT ${[0, 3, 4, 5, 6, 7].map((n) => at(n)).join(', ')}, 'draft', ${at(1)}, ${at(2)}, ${at(1)} FROM json_each(?) e
          WHERE true RETURNING id`,
        args: [JSON.stringify(drafts.map((d) => [d.id, d.at, d.by, ...valuesOf(d.content)]))],
      },
    ],
    outcomes: (drafts, [result]) => changed(drafts, result?.rows),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `WHERE NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = ${id})`,
  },
);

const changed = (items: readonly { id: string }[], rows: readonly Record<string, unknown>[] = []) => {
  const ids = new Set(rows.map(({ id }) => id));
  return items.map(({ id }) => ids.has(id));
};

export type DraftChange = { id: string; seen: number; at: number; content: DraftContent } & Noted;

const asSeen = {
  keys: ({ id, seen }: { id: string; seen: number }) => [id, seen],
  join: (id: string, seen: string): string =>
    `JOIN broadcasts b ON b.id = ${id} AND b.changed_at = ${seen} AND b.status = 'draft'`,
};

/** Changes drafts as they were seen; false for one that somebody changed, dropped or ordered meanwhile. */
export const changeDrafts: Write<DraftChange, boolean> = noting(
  {
    name: 'change-drafts',
    statements: (changes) => [
      {
        sql: `UPDATE broadcasts SET ${COLUMNS.map((column, n) => `${column} = ${at(n + 3)}`).join(', ')}, changed_at = ${at(2)}
          FROM json_each(?) e WHERE broadcasts.id = ${at(0)} AND broadcasts.changed_at = ${at(1)} AND broadcasts.status = 'draft'
          RETURNING broadcasts.id`,
        args: [JSON.stringify(changes.map((c) => [c.id, c.seen, c.at, ...valuesOf(c.content)]))],
      },
    ],
    outcomes: (changes, [result]) => changed(changes, result?.rows),
    lookUp: wasNoted,
  },
  asSeen,
);

/** Drops drafts as they were seen; false for one that somebody changed, dropped or ordered meanwhile. */
export const dropDrafts: Write<{ id: string; seen: number } & Noted, boolean> = noting(
  {
    name: 'drop-drafts',
    statements: (drafts) => [
      {
        sql: `DELETE FROM broadcasts WHERE status = 'draft' AND EXISTS (SELECT 1 FROM json_each(?) e
          WHERE ${at(0)} = broadcasts.id AND ${at(1)} = broadcasts.changed_at) RETURNING id`,
        args: [JSON.stringify(drafts.map(({ id, seen }) => [id, seen]))],
      },
    ],
    outcomes: (drafts, [result]) => changed(drafts, result?.rows),
    lookUp: wasNoted,
  },
  asSeen,
);

/** One broadcast whoever asks; for the work itself. */
export const findBroadcast = async ({ orm }: Db, id: string): Promise<Broadcast | undefined> =>
  (await orm.select().from(broadcasts).where(eq(broadcasts.id, id)).limit(1))[0];

/** Those of a group of a unit in sight, or of the whole organisation. */
const seen = (sight: Sight): SQL | undefined =>
  or(isNull(groups.unitId), circleInSight(sight, groups.unitId));

const select = ({ orm }: Db) =>
  orm
    .select({
      broadcast: broadcasts,
      group: { title: groups.title, unitId: groups.unitId, rule: groups.rule, closedAt: groups.closedAt },
    })
    .from(broadcasts)
    .innerJoin(groups, eq(groups.id, broadcasts.groupId));

/** One broadcast with its group; undefined when it is not there or out of sight. */
export const findSeen = async (db: Db, sight: Sight, id: string) =>
  (
    await select(db)
      .where(and(eq(broadcasts.id, id), seen(sight)))
      .limit(1)
  )[0];

export type SeenBroadcast = NonNullable<Awaited<ReturnType<typeof findSeen>>>;

/** The last one of a page: the next page begins after it. */
export type BroadcastCursor = { createdAt: number; id: string };

/** A page of those in sight, the newest first; all, or those of a group. */
export const listSeen = (
  db: Db,
  sight: Sight,
  page: { limit: number; after?: BroadcastCursor | undefined; groupId?: string | undefined },
) =>
  select(db)
    .where(
      and(
        seen(sight),
        page.groupId === undefined ? undefined : eq(broadcasts.groupId, page.groupId),
        page.after &&
          sql`(${broadcasts.createdAt}, ${broadcasts.id}) < (${page.after.createdAt}, ${page.after.id})`,
      ),
    )
    .orderBy(desc(broadcasts.createdAt), desc(broadcasts.id))
    .limit(page.limit);

/** Those that are not over, also those that rest or wait for their time. */
export async function listUnfinished({ client }: Db, limit: number): Promise<string[]> {
  const found = await client.execute({
    sql: `SELECT id FROM broadcasts WHERE status IN ('scheduled', 'filling', 'running', 'sampled', 'paused')
      ORDER BY ordered_at DESC LIMIT ?`,
    args: [limit],
  });
  return found.rows.map(({ id }) => String(id));
}

/** Those of which something is still to be done at an instant, the first ordered first. */
export async function listOpen({ client }: Db, now: number, limit: number): Promise<string[]> {
  const found = await client.execute({
    sql: `SELECT id FROM broadcasts INDEXED BY broadcasts_open WHERE status IN ('scheduled', 'filling', 'running')
      AND (status <> 'scheduled' OR due_at <= ?) ORDER BY ordered_at LIMIT ?`,
    args: [now, limit],
  });
  return found.rows.map(({ id }) => String(id));
}
