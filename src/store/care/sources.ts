// Where referrals come from. A source's code opens a form and nothing else.
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { changeSeen } from '../change-seen.ts';
import type { Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';
import { at, insertRows } from '../rows.ts';
import { referrals, sources } from '../schema/care.ts';
import { units } from '../schema/house.ts';

export type SourceRow = typeof sources.$inferSelect;

const counted = (condition: SQL): SQL<number> =>
  sql<number>`(select count(*) from ${referrals} where ${referrals.sourceId} = ${sources.id} and ${condition})`;

const columns = {
  id: sources.id,
  code: sources.code,
  title: sources.title,
  unitId: sources.unitId,
  unitName: units.name,
  opened: sources.opened,
  createdAt: sources.createdAt,
  closedAt: sources.closedAt,
  changedAt: sources.changedAt,
  referred: counted(sql`true`),
  waiting: counted(sql`${referrals.status} = 'waiting'`),
  taken: counted(sql`${referrals.status} = 'taken'`),
  declined: counted(sql`${referrals.status} = 'declined'`),
};

const select = ({ orm }: Db, where: SQL | undefined) =>
  orm.select(columns).from(sources).leftJoin(units, eq(units.id, sources.unitId)).where(where);

const seen = (sight: Sight): SQL => circleInSight(sight, sources.unitId);

/** The sources of someone's units with their counts, open ones first, by their titles. */
export const listSourceRows = (db: Db, sight: Sight, limit: number) =>
  select(db, seen(sight))
    .orderBy(sql`${sources.closedAt} is not null`, asc(sources.title), asc(sources.id))
    .limit(limit);

export type ListedSource = Awaited<ReturnType<typeof listSourceRows>>[number];

/** One source of someone's units. */
export const findSourceRow = async (db: Db, sight: Sight, id: string): Promise<ListedSource | undefined> =>
  (await select(db, and(eq(sources.id, id), seen(sight))).limit(1))[0];

/** The open source with this code. */
export const findOpenSource = async ({ orm }: Db, code: string): Promise<SourceRow | undefined> =>
  (
    await orm
      .select()
      .from(sources)
      .where(and(eq(sources.code, code), isNull(sources.closedAt)))
      .limit(1)
  )[0];

/** Adds sources. */
export const addSources: Write<{ row: typeof sources.$inferInsert } & Noted, true> = noting(
  {
    name: 'add-sources',
    statements: (items) => [
      insertRows(
        sources,
        items.map(({ row }) => row),
        'ignore',
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);

/** Gives sources other names, as they were seen. */
export const renameSources = changeSeen('rename-sources', sources, ['title']);

/** Closes sources or opens them again; false where it was so already. */
export const closeSources: Write<{ id: string; close: boolean; at: number } & Noted, boolean> = noting(
  {
    name: 'close-sources',
    statements: (items) => [
      {
        sql: `update sources set closed_at = iif(${at(1)}, ${at(2)}, null), changed_at = max(changed_at + 1, ${at(2)})
              from json_each(?) e
              where sources.id = ${at(0)} and (sources.closed_at is null) = ${at(1)} returning sources.id`,
        args: [JSON.stringify(items.map(({ id, close, at: when }) => [id, close ? 1 : 0, when]))],
      },
    ],
    outcomes: (items, [closed]) => items.map(() => (closed?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, close }) => [id, close ? 1 : 0],
    join: (id, close) => `join sources s on s.id = ${id} and (s.closed_at is null) = ${close}`,
  },
);

/** Counts that open sources were opened, each time. */
export const countOpened: Write<string, true> = {
  name: 'count-opened',
  statements: (codes) => [
    {
      sql: `update sources set opened = opened + n
            from (select value as code, count(*) as n from json_each(?) group by value) e
            where sources.code = e.code and sources.closed_at is null`,
      args: [JSON.stringify(codes)],
    },
  ],
  outcomes: (codes) => codes.map(() => true as const),
};
