// Groups themselves: few, and without anything about people.
import { and, asc, eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { changeSeen } from '../change-seen.ts';
import type { Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { circleInSight, type Sight } from '../people/sight.ts';
import { at } from '../rows.ts';
import { groups } from '../schema/groups.ts';
import { units } from '../schema/house.ts';

/** Further than this the list of groups is not read. */
const MOST_GROUPS = 1_000;

/** A group of a unit in sight, or of the whole organisation. */
const seen = (sight: Sight): SQL | undefined =>
  or(isNull(groups.unitId), circleInSight(sight, groups.unitId));

const columns = {
  id: groups.id,
  title: groups.title,
  note: groups.note,
  unitId: groups.unitId,
  unitName: units.name,
  rule: groups.rule,
  createdAt: groups.createdAt,
  changedAt: groups.changedAt,
  closedAt: groups.closedAt,
};

const select = ({ orm }: Db) => orm.select(columns).from(groups).leftJoin(units, eq(units.id, groups.unitId));

/** The groups in sight that are open, or those that were closed, by their titles. */
export const listGroupRows = (db: Db, sight: Sight, closed: boolean) =>
  select(db)
    .where(and(seen(sight), closed ? isNotNull(groups.closedAt) : isNull(groups.closedAt)))
    .orderBy(asc(groups.title), asc(groups.id))
    .limit(MOST_GROUPS);

export type GroupRow = Awaited<ReturnType<typeof listGroupRows>>[number];

/** One group, open or closed; undefined when it is not there or out of sight. */
export const findGroup = async (db: Db, sight: Sight, id: string): Promise<GroupRow | undefined> =>
  (
    await select(db)
      .where(and(eq(groups.id, id), seen(sight)))
      .limit(1)
  )[0];

/** What is written of a group; `rule` is JSON, null where members are put in. */
export type GroupContent = Pick<typeof groups.$inferSelect, 'title' | 'note' | 'unitId' | 'rule'>;

export type NewGroup = { id: string; at: number; by: string; content: GroupContent } & Noted;

/** Adds groups; one that is there already stays as it is. */
export const addGroups: Write<NewGroup, true> = noting(
  {
    name: 'add-groups',
    statements: (items) => [
      {
        sql: `insert or ignore into groups (id, title, note, unit_id, rule, created_at, created_by, changed_at)
              select ${[0, 1, 2, 3, 4, 5, 6, 5].map((n) => at(n)).join(', ')} from json_each(?) e`,
        args: [
          JSON.stringify(
            items.map(({ id, at: when, by, content: { title, note, unitId, rule } }) => [
              id,
              title,
              note,
              unitId,
              rule,
              when,
              by,
            ]),
          ),
        ],
      },
    ],
    outcomes: (items) => items.map(() => true as const),
  },
  { keys: ({ id }) => [id], join: (id) => `where not exists (select 1 from groups g where g.id = ${id})` },
);

/** Changes groups as they were seen; not one that was closed meanwhile. */
export const changeGroups = changeSeen('change-groups', groups, ['title', 'note', 'unitId', 'rule'], {
  holds: (row) => `${row}.closed_at is null`,
});

export type GroupClosing = { id: string; close: boolean; at: number } & Noted;

/** Closes groups, or opens them again; false where it was so already. */
export const closeGroups: Write<GroupClosing, boolean> = noting(
  {
    name: 'close-groups',
    statements: (items) => [
      {
        sql: `update groups set closed_at = iif(${at(1)}, ${at(2)}, null), changed_at = max(changed_at + 1, ${at(2)})
              from json_each(?) e
              where groups.id = ${at(0)} and (groups.closed_at is null) = ${at(1)} returning groups.id`,
        args: [JSON.stringify(items.map(({ id, close, at: when }) => [id, close ? 1 : 0, when]))],
      },
    ],
    outcomes: (items, [result]) => items.map(() => (result?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, close }) => [id, close ? 1 : 0],
    join: (id, close) => `join groups g on g.id = ${id} and (g.closed_at is null) = ${close}`,
  },
);
