import { listGroupRows } from '../../store/groups/groups.ts';
import { isMember } from '../../store/groups/members.ts';
import type { Sight } from '../../store/people/sight.ts';
import { AppError } from '../app-error.ts';
import { readRule } from '../groups/group-rule.ts';
import { moveMember } from '../groups/move-member.ts';
import type { Runtime } from '../runtime.ts';
import type { PageVisit } from './resume-page.ts';

/** The relative sees what they are in themselves, whichever unit keeps it. */
const ALL: Sight = { staffId: '', units: 'all' };

/** The name of a group may tell what somebody is ill of, so a link alone is not enough to see it. */
const mayRead = ({ link, session }: PageVisit): boolean => session.verified && link.access !== 'link';

/** The groups the visitor is in, by their titles; none where the visit was opened by a link alone. */
export async function listOwnGroups(rt: Runtime, visit: PageVisit): Promise<{ id: string; title: string }[]> {
  if (!mayRead(visit)) return [];
  const rows = await listGroupRows(rt.db, ALL, false);
  const are = await Promise.all(
    rows.map(({ id, rule }) =>
      isMember(rt.db, { id, rule: readRule(rule), now: rt.now() }, visit.link.relativeId),
    ),
  );
  return rows.filter((_, n) => are[n]).map(({ id, title }) => ({ id, title }));
}

/** Leaves a group for good: its rule does not take the relative back. Does nothing when they are not in it. Throws `forbidden` before the factor was shown. */
export async function leaveGroup(rt: Runtime, visit: PageVisit, groupId: string): Promise<void> {
  if (!mayRead(visit)) throw new AppError('forbidden');
  const { relativeId } = visit.link;
  if (!(await listOwnGroups(rt, visit)).some(({ id }) => id === groupId)) return;
  await moveMember(rt, { groupId, relativeId, leave: true, by: `relative:${relativeId}` });
}
