import { listSourceChoices, listStaffOfUnit } from '../../store/people/shields.ts';
import { unseal } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

/** A member of staff as a list to choose from shows them. */
export type StaffOption = { id: string; name: string; role: string };

/** The staff who see the relatives of a unit, by name. */
export async function listStaffOptions(rt: Runtime, unitId: string): Promise<StaffOption[]> {
  const rows = await listStaffOfUnit(rt.db, unitId);
  return rows
    .filter(({ demo }) => demo === 0 || rt.config.demo)
    .map(({ id, role, nameSealed }) => ({
      id,
      role,
      name: unseal(rt.db.keys, `staff.name:${id}`, nameSealed),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

/** The sources of referrals somebody may have found us by. */
export const listSources = (rt: Runtime): Promise<{ id: string; title: string }[]> =>
  listSourceChoices(rt.db);
