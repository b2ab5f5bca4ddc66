import { isoDate } from '../../journey/time/format.ts';
import {
  type findCounsellingRow,
  listCounsellingRows,
  listTakenBack,
} from '../../store/care/counsellings.ts';
import { openStaffNames, openText } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findCounsellingRow>>>;

/** Registrations as the desk reads them, their notes opened. */
export async function openCounsellings(rt: Runtime, staff: Staff, found: readonly Found[]) {
  const names = await openStaffNames(
    rt,
    found.map(({ row }) => row.advisorId),
  );
  return found.map(({ row: { noteSealed, staffGroups, themes, advisorId, ...row }, unitName }) => ({
    ...row,
    unitName,
    date: isoDate(row.at),
    staffGroups: JSON.parse(staffGroups) as string[],
    themes: JSON.parse(themes) as string[],
    note: noteSealed ? openText(rt, 'counsellings.note', row.id, noteSealed) : '',
    advisor: names.get(advisorId) ?? '',
    isOwn: advisorId === staff.id,
  }));
}

export type CounsellingView = Awaited<ReturnType<typeof openCounsellings>>[number];

/** The latest counselling of units in sight. */
export async function listCounsellings(rt: Runtime, staff: Staff): Promise<CounsellingView[]> {
  requireRight(staff, 'look');
  return openCounsellings(rt, staff, await listCounsellingRows(rt.db, sightOf(staff), 50));
}

/** One's own latest registrations that were taken back. */
export async function listOwnTakenBack(rt: Runtime, staff: Staff): Promise<CounsellingView[]> {
  requireRight(staff, 'look');
  return openCounsellings(rt, staff, await listTakenBack(rt.db, staff.id, sightOf(staff), 10));
}
