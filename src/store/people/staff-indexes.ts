import { isNotNull, or } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { at } from '../rows.ts';
import { staff } from '../schema/staff.ts';

/** The members of staff who are found by something, with what it is made of, sealed. */
export const listStaffIndexes = ({ orm }: Db) =>
  orm
    .select({ id: staff.id, emailSealed: staff.emailSealed, subjectSealed: staff.subjectSealed })
    .from(staff)
    .where(or(isNotNull(staff.emailSealed), isNotNull(staff.subjectSealed)));

export type StaffIndex = { id: string; emailHash: string | null; subjectHash: string | null };

/** Gives members of staff other indexes, all in one commit. */
export const moveStaffIndexes: Write<readonly StaffIndex[], void> = {
  name: 'move-staff-indexes',
  statements: (all) => [
    {
      sql: `UPDATE staff SET email_hash = ${at(1)}, subject_hash = ${at(2)}
        FROM json_each(?) e WHERE staff.id = ${at(0)}`,
      args: [JSON.stringify(all.flat().map((one) => [one.id, one.emailHash, one.subjectHash]))],
    },
  ],
  outcomes: (all) => all.map(() => undefined),
};
