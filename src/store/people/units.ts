// The tree of units: what is added, renamed, moved, closed. Each change asks, in its own statement, for what it needs.
import { sql } from 'drizzle-orm';
import type { Statement, Write } from '../lane.ts';
import { always, type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { units } from '../schema/house.ts';

export type UnitRow = {
  id: string;
  parentId: string | null;
  name: string;
  area: string;
  closedAt: number | null;
  changedAt: number;
  circles: number;
  /** Referrals that wait and sources that are open. */
  referrals: number;
  /** Open groups, and events that are not over. */
  gatherings: number;
  staff: number;
};

/** Every unit, closed ones too, with what belongs to it and how many members of staff were given it. */
export const listUnitTree = ({ orm }: Db): Promise<UnitRow[]> =>
  orm.all<UnitRow>(sql`select u.id, u.parent_id as parentId, u.name, u.area, u.closed_at as closedAt,
      u.changed_at as changedAt,
      (select count(*) from circles c where c.unit_id = u.id) as circles,
      (select count(*) from referrals r where r.unit_id = u.id and r.status = 'waiting')
        + (select count(*) from sources o where o.unit_id = u.id and o.closed_at is null) as referrals,
      (select count(*) from groups g where g.unit_id = u.id and g.closed_at is null)
        + (select count(*) from events e where e.unit_id = u.id and e.state in ('draft', 'open')) as gatherings,
      (select count(*) from staff_units su join staff s on s.id = su.staff_id and s.closed_at is null
        where su.unit_id = u.id) as staff
    from units u order by u.name, u.id`);

/** Adds a unit. */
export const addUnit: Write<{ row: typeof units.$inferInsert } & Noted, true> = noting(
  {
    name: 'add-unit',
    statements: (items) => [
      insertRows(
        units,
        items.map(({ row }) => row),
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  always,
);

/** A unit as it is to be, when it had last been changed as it was read (`seen`), and when this is; its parent may not be itself or one of those under it. */
export type UnitChange = {
  id: string;
  name: string;
  area: string;
  parentId: string | null;
  seen: number;
  at: number;
} & Noted;

const under = (id: string): string => `WITH RECURSIVE under(id) AS (SELECT ${id}
  UNION SELECT u.id FROM units u JOIN under d ON u.parent_id = d.id) SELECT id FROM under`;

const mayMove = (
  id: string,
  parent: string,
  seen: string,
): string => `u.id = ${id} AND u.changed_at = ${seen} AND (${parent} IS NULL OR (
  EXISTS (SELECT 1 FROM units p WHERE p.id = ${parent} AND p.closed_at IS NULL) AND ${parent} NOT IN (${under(id)})))`;

/** Renames and moves units; false where the unit was changed since, or the parent would be closed or under the unit itself. */
export const changeUnits: Write<UnitChange, boolean> = noting(
  {
    name: 'change-units',
    statements: (items) =>
      items.map(({ id, name, area, parentId, seen, at }) => ({
        sql: `UPDATE units AS u SET name = ?3, area = ?4, parent_id = ?2, changed_at = max(changed_at + 1, ?6)
          WHERE ${mayMove('?1', '?2', '?5')} RETURNING id`,
        args: [id, parentId, name, area, seen, at],
      })),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, parentId, seen }) => [id, parentId ?? '', seen],
    join: (id = '', parent = '', seen = '') =>
      `JOIN units u ON ${mayMove(id, `nullif(${parent}, '')`, seen)}`,
  },
);

/** Closes a unit at an instant and moves what goes with it to another, or needs that there are none. */
export type UnitClosing = { id: string; to: string | null; at: number } & Noted;

/** What goes with its unit, by table and condition: nobody waits, and no group or event stands, where no one looks any more. */
const GO_WITH = [
  ['circles', 'true'],
  ['referrals', "status = 'waiting'"],
  ['sources', 'closed_at IS NULL'],
  ['groups', 'closed_at IS NULL'],
  ['events', "state IN ('draft', 'open')"],
] as const;

const HAS_ANY = (id: string): string =>
  `(${GO_WITH.map(([table, which]) => `EXISTS (SELECT 1 FROM ${table} WHERE unit_id = ${id} AND ${which})`).join(' OR ')})`;

const mayClose = (id: string, to: string): string => `u.id = ${id} AND u.closed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM units below WHERE below.parent_id = ${id} AND below.closed_at IS NULL)
  AND (NOT ${HAS_ANY(id)}
    OR EXISTS (SELECT 1 FROM units t WHERE t.id = ${to} AND t.closed_at IS NULL AND t.id <> ${id}))`;

const moveAll = (args: [string, string | null, number]): Statement[] =>
  GO_WITH.map(([table, those]) => ({
    sql: `UPDATE ${table} SET unit_id = ?2 WHERE unit_id = ?1 AND ${those} AND ?2 IS NOT NULL
      AND EXISTS (SELECT 1 FROM units WHERE id = ?1 AND closed_at = ?3)`,
    args,
  }));

/** Closes units; false, and nothing moved, while there are open units under one or something of it without a place to go. */
export const closeUnits: Write<UnitClosing, boolean> = noting(
  {
    name: 'close-units',
    statements: (items) =>
      items.flatMap(({ id, to, at }) => [
        {
          sql: `UPDATE units AS u SET closed_at = ?3, changed_at = max(changed_at + 1, ?3)
            WHERE ${mayClose('?1', '?2')} RETURNING id`,
          args: [id, to, at],
        },
        ...moveAll([id, to, at]),
      ]),
    outcomes: (items, results) => items.map(() => (results[0]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, to }) => [id, to ?? ''],
    join: (id, to) => `JOIN units u ON ${mayClose(id ?? '', `nullif(${to}, '')`)}`,
  },
);

/** Opens a closed unit again; false where it is open or its parent is closed. */
export const reopenUnits: Write<{ id: string } & Noted, boolean> = noting(
  {
    name: 'reopen-units',
    statements: (items) =>
      items.map(({ id }) => ({
        sql: `UPDATE units SET closed_at = NULL, changed_at = changed_at + 1
          WHERE id = ? AND closed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM units p WHERE p.id = units.parent_id AND p.closed_at IS NOT NULL) RETURNING id`,
        args: [id],
      })),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id }) => [id],
    join: (id) => `JOIN units u ON u.id = ${id} AND u.closed_at IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM units p WHERE p.id = u.parent_id AND p.closed_at IS NOT NULL)`,
  },
);
