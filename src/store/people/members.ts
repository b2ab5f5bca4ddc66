// Changes of who may do what at the desk. Each holds only while an administrator who can log in is left.
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import type { Db } from '../open.ts';
import { type Condition, insertIf, insertRows } from '../rows.ts';
import { staff, staffUnits } from '../schema/staff.ts';

/** One who comes from the municipality's login for the first time; nothing is written when he is there already. */
export type ClaimedMember = { row: typeof staff.$inferInsert; units: readonly string[] } & Noted;

const unknown: Condition = {
  join: (subject) =>
    `JOIN (SELECT 1) one ON NOT EXISTS (SELECT 1 FROM staff s WHERE s.subject_hash = ${subject})`,
};

const made: Condition = { join: (id) => `JOIN staff made ON made.id = ${id}` };

const unitRows = (id: string, units: readonly string[]): Statement[] =>
  insertIf(
    staffUnits,
    units.map((unitId) => ({ row: { staffId: id, unitId }, keys: [id] })),
    made,
  );

export const addClaimedMembers: Write<ClaimedMember, void> = noting(
  {
    name: 'add-claimed-members',
    statements: (members) =>
      members.flatMap(({ row, units }) => [insertRows(staff, [row], 'ignore'), ...unitRows(row.id, units)]),
    outcomes: (members) => members.map(() => undefined),
  },
  { keys: ({ row }) => [row.subjectHash ?? ''], ...unknown },
);

/** Who can log in as an administrator besides this one: by password, by the municipality's login, or in the demo. */
const ANOTHER = (id: string, demo: string): string => `EXISTS (SELECT 1 FROM staff other
  WHERE other.id <> ${id} AND other.role = 'administrator' AND other.closed_at IS NULL
    AND (other.subject_hash IS NOT NULL OR (other.demo = 1 AND ${demo} = 1) OR EXISTS
      (SELECT 1 FROM accounts a WHERE a.id = other.id AND a.password_hash IS NOT NULL)))`;

/** A member's name, role and units as they are to be; undefined units stay as they are. `demo`: one-click logins count. */
export type MemberChange = {
  id: string;
  nameSealed: string;
  role: string;
  units: { all: boolean; ids: readonly string[] } | undefined;
  /** Whether the municipality's login decides, so that the last administrator may go, and `seen` says nothing. */
  claimed: boolean;
  demo: boolean;
  /** When the member had last been changed, as it was read; and when this is. */
  seen: number;
  at: number;
} & Noted;

const bit = (value: boolean): number => (value ? 1 : 0);

const mayChange = (id: string, role: string, claimed: string, demo: string, seen: string): string =>
  `s.id = ${id} AND s.closed_at IS NULL AND (${claimed} = 1 OR s.changed_at = ${seen})
    AND (s.role <> 'administrator' OR ${role} = 'administrator' OR ${claimed} = 1 OR ${ANOTHER(id, demo)})`;

function changeStatements({ units, nameSealed, ...change }: MemberChange): Statement[] {
  const { id, role, claimed, demo, seen, at } = change;
  const values = JSON.stringify([id, role, bit(claimed), bit(demo), seen, at]);
  const place = (n: number): string => `(?1 ->> '$[${n}]')`;
  const may = mayChange(place(0), place(1), place(2), place(3), place(4));
  const guard = `EXISTS (SELECT 1 FROM staff s WHERE ${may})`;
  const units_ =
    units === undefined
      ? []
      : [
          { sql: `DELETE FROM staff_units WHERE staff_id = ${place(0)} AND ${guard}`, args: [values] },
          {
            sql: `INSERT OR IGNORE INTO staff_units (staff_id, unit_id)
              SELECT ${place(0)}, u.value FROM json_each(?2) u WHERE ${guard}`,
            args: [values, JSON.stringify(units.ids)],
          },
        ];
  return [
    ...units_,
    {
      sql: `UPDATE staff SET name_sealed = ?2, role = ${place(1)}, all_units = coalesce(?3, all_units),
          changed_at = max(changed_at + 1, ${place(5)})
        WHERE id = ${place(0)} AND ${guard} RETURNING id`,
      args: [values, nameSealed, units === undefined ? null : bit(units.all)],
    },
  ];
}

/** Changes members; false, and nothing changed, for one who is closed, changed since, or the last administrator. */
export const changeMembers: Write<MemberChange, boolean> = noting(
  {
    name: 'change-members',
    statements: (items) => items.flatMap(changeStatements),
    outcomes(items, results) {
      let last = -1;
      return items.map(({ units }) => {
        last += units === undefined ? 1 : 3;
        return (results[last]?.rows.length ?? 0) > 0;
      });
    },
    lookUp: wasNoted,
  },
  {
    keys: ({ id, role, claimed, demo, seen }) => [id, role, bit(claimed), bit(demo), seen],
    join: (id = '', role = '', claimed = '', demo = '', seen = '') =>
      `JOIN staff s ON ${mayChange(id, role, claimed, demo, seen)}`,
  },
);

/** Closes a member at an instant of real time; his sessions and an open invitation end in the same commit. */
export type MemberClosing = { id: string; at: number; demo: boolean } & Noted;

const mayClose = (id: string, demo: string): string =>
  `s.id = ${id} AND s.closed_at IS NULL AND (s.role <> 'administrator' OR ${ANOTHER(id, demo)})`;

/** Closes members; false, and nothing changed, for one who is closed already or the last administrator. */
export const closeMembers: Write<MemberClosing, boolean> = noting(
  {
    name: 'close-members',
    statements: (items) =>
      items.flatMap(({ id, at, demo }) => [
        {
          sql: `UPDATE staff SET closed_at = ?2, changed_at = max(changed_at + 1, ?2) WHERE id = ?1
            AND EXISTS (SELECT 1 FROM staff s WHERE ${mayClose('?1', '?3')}) RETURNING id`,
          args: [id, at, bit(demo)],
        },
        {
          sql: `UPDATE accounts SET invite_hash = NULL, invite_ends_at = NULL WHERE id IN
            (SELECT id FROM staff WHERE id = ? AND closed_at IS NOT NULL)`,
          args: [id],
        },
        {
          sql: `DELETE FROM sessions WHERE subject IN
            (SELECT id FROM staff WHERE id = ? AND closed_at IS NOT NULL)`,
          args: [id],
        },
      ]),
    outcomes: (items, results) => items.map((_, i) => (results[3 * i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ id, demo }) => [id, bit(demo)],
    join: (id, demo) => `JOIN staff s ON ${mayClose(id ?? '', demo ?? '')}`,
  },
);

/** Opens closed members again; false for one who is open. */
export const reopenMembers: Write<{ id: string } & Noted, boolean> = noting(
  {
    name: 'reopen-members',
    statements: (items) =>
      items.map(({ id }) => ({
        sql: `UPDATE staff SET closed_at = NULL, changed_at = changed_at + 1
          WHERE id = ? AND closed_at IS NOT NULL RETURNING id`,
        args: [id],
      })),
    outcomes: (items, results) => items.map((_, i) => (results[i]?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ id }) => [id], join: (id) => `JOIN staff s ON s.id = ${id} AND s.closed_at IS NOT NULL` },
);

/** The units someone was given, without those under them. */
export async function listOwnUnits(db: Db, staffId: string): Promise<string[]> {
  const found = await db.client.execute({
    sql: 'SELECT unit_id FROM staff_units WHERE staff_id = ? ORDER BY unit_id',
    args: [staffId],
  });
  return found.rows.map((row) => String(row.unit_id));
}
