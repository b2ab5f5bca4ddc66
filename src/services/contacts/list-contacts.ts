import { listContactsOf } from '../../store/care/contacts.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';

/** The registered conversations with one relative, the latest first, without what was said. Throws `not-found`. */
export async function listContacts(rt: Runtime, staff: Staff, relativeId: string) {
  await requireSight(rt, staff, 'look', 'relative', relativeId);
  const rows = await listContactsOf(rt.db, relativeId, 50);
  const names = await openStaffNames(
    rt,
    rows.map(({ advisorId }) => advisorId),
  );
  return rows.map(({ advisorId, themes, ...row }) => ({
    ...row,
    themes: JSON.parse(themes) as string[],
    advisor: names.get(advisorId) ?? '',
  }));
}

export type ContactLine = Awaited<ReturnType<typeof listContacts>>[number];
