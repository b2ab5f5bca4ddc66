import { and, asc, eq, sql } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { staff } from '../schema/staff.ts';

/** Someone who works at the desk; `nameSealed` opens at `staff.name:<id>`. */
export type StaffRow = typeof staff.$inferSelect;

/** The staff member with this id. */
export const findStaffRow = async (db: Db, id: string): Promise<StaffRow | undefined> =>
  (await db.orm.select().from(staff).where(eq(staff.id, id)).limit(1))[0];

/** The staff member with this e-mail's index. */
export const findStaffByEmail = async (db: Db, emailHash: string): Promise<StaffRow | undefined> =>
  (await db.orm.select().from(staff).where(eq(staff.emailHash, emailHash)).limit(1))[0];

/** Whether somebody has taken an account made for emergencies and is not closed. */
export async function isEmergencyReady({ client }: Db): Promise<boolean> {
  const found = await client.execute(`SELECT 1 FROM staff s INDEXED BY staff_emergency
    JOIN accounts a ON a.id = s.id AND a.password_hash IS NOT NULL
    WHERE s.emergency = 1 AND s.closed_at IS NULL LIMIT 1`);
  return found.rows.length > 0;
}

/** The staff member with this index of the municipality's login. */
export const findStaffBySubject = async (db: Db, subjectHash: string): Promise<StaffRow | undefined> =>
  (await db.orm.select().from(staff).where(eq(staff.subjectHash, subjectHash)).limit(1))[0];

/** The oldest staff member of the demo with this role. */
export const findDemoStaffRow = async (db: Db, role: string): Promise<StaffRow | undefined> =>
  (
    await db.orm
      .select()
      .from(staff)
      .where(and(eq(staff.role, role), eq(staff.demo, 1)))
      .orderBy(asc(staff.createdAt), asc(staff.id))
      .limit(1)
  )[0];

/** The staff members with these ids, in any order; at most as many as are asked for. */
export async function listStaffRows(db: Db, ids: readonly string[]): Promise<StaffRow[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => findStaffRow(db, id)));
  return found.filter((row) => row !== undefined);
}

/** The units someone works in, and those under them; all of them for one who sees every unit. */
export async function findUnitsOf({ orm }: Db, { id, allUnits }: Pick<StaffRow, 'id' | 'allUnits'>) {
  if (allUnits === 1) return 'all';
  const found = await orm.all<{ id: string }>(sql`with recursive mine(id) as (
      select unit_id from staff_units where staff_id = ${id}
      union select u.id from units u join mine m on u.parent_id = m.id)
    select id from mine`);
  return found.map((row) => row.id);
}

/** Adds a staff member; one with the same id stays as it is. */
export const insertStaff: Write<typeof staff.$inferInsert, void> = {
  name: 'insert-staff',
  statements: (rows) => [insertRows(staff, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => undefined),
};
