import { and, asc, eq } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { staff } from '../schema/house.ts';

/** Someone who works at the desk; `nameSealed` opens at `staff.name:<id>`. */
export type StaffRow = typeof staff.$inferSelect;

/** The staff member with this id. */
export const findStaffRow = async (db: Db, id: string): Promise<StaffRow | undefined> =>
  (await db.orm.select().from(staff).where(eq(staff.id, id)).limit(1))[0];

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

/** Adds a staff member; one with the same id stays as it is. */
export const insertStaff: Write<StaffRow, void> = {
  name: 'insert-staff',
  statements: (items) => [
    {
      sql: `insert into staff (id, name_sealed, role, demo, created_at)
            select value->>'id', value->>'nameSealed', value->>'role', value->>'demo', value->>'createdAt'
            from json_each(?) where true on conflict (id) do nothing`,
      args: [JSON.stringify(items)],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
