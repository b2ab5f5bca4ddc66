import { listCounsellingRows } from '../../store/care/counsellings.ts';
import { openStaffNames, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

/** The latest counselling of units in sight. */
export async function listCounsellings(rt: Runtime, staff: Staff) {
  requireRight(staff, 'look');
  const rows = await listCounsellingRows(rt.db, sightOf(staff), 50);
  const names = await openStaffNames(
    rt,
    rows.map(({ advisorId }) => advisorId),
  );
  return rows.map(({ noteSealed, staffGroups, themes, advisorId, ...row }) => ({
    ...row,
    staffGroups: JSON.parse(staffGroups) as string[],
    themes: JSON.parse(themes) as string[],
    note: noteSealed ? openText(rt, 'counsellings.note', row.id, noteSealed) : '',
    advisor: names.get(advisorId) ?? '',
  }));
}

export type CounsellingLine = Awaited<ReturnType<typeof listCounsellings>>[number];
