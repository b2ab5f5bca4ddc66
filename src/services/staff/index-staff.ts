import type { Db } from '../../store/open.ts';
import { listStaffIndexes, moveStaffIndexes } from '../../store/people/staff-indexes.ts';
import { type Keys, unseal } from '../../store/seal.ts';
import { emailIndex, subjectIndex } from './email.ts';

/** Brings what members of staff are found by (e-mail, the municipality's login) under these keys' index. Done again it changes nothing. */
export async function reindexStaff(db: Db, keys: Keys): Promise<void> {
  const rows = await listStaffIndexes(db);
  const moved = rows.map(({ id, emailSealed, subjectSealed }) => ({
    id,
    emailHash: emailSealed && emailIndex(keys, unseal(keys, `staff.email:${id}`, emailSealed)),
    subjectHash: subjectSealed && subjectIndex(keys, unseal(keys, `staff.subject:${id}`, subjectSealed)),
  }));
  if (moved.length > 0) await db.lane.put(moveStaffIndexes, moved);
}
