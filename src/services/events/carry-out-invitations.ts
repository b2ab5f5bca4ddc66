// Invites groups page by page, by whichever worker is rung; other work is done between the pages.
import { findPart } from '../../store/broadcasts/audience.ts';
import {
  findInvitation,
  type Invitation,
  invitePage,
  invitePages,
  listNext,
  listRunningInvitations,
  stopInvitations,
} from '../../store/events/invite-orders.ts';
import { findGroup } from '../../store/groups/groups.ts';
import type { Sight } from '../../store/people/sight.ts';
import { giveWay } from '../give-way.ts';
import { readRule } from '../groups/group-rule.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';

/** So many are invited in one commit at most. */
const INVITED_AT_ONCE = 500;
/** So many relatives are looked at for one commit at most, however few of them are in the group. */
const LOOKED_AT_AT_ONCE = 5_000;
const MOST_OPEN = 100;

/** How many pages at most, and how many are invited in each. */
type Bounds = { most?: number; size?: number };

async function nextPage(rt: Runtime, order: Invitation, size: number): Promise<void> {
  const sight = JSON.parse(order.sight) as Sight;
  const group = await findGroup(rt.db, sight, order.groupId);
  if (!group || group.closedAt !== null) {
    await rt.db.lane.put(stopInvitations, { id: order.id });
    return;
  }
  const now = rt.now();
  const who = { id: group.id, rule: readRule(group.rule), now };
  const invited = { eventId: order.eventId, who, sight, now };
  const part = await findPart(rt.db, order.filledTo, LOOKED_AT_AT_ONCE);
  const ids = await listNext(rt.db, invited, part, size);
  const upTo = ids.length < size ? part.upTo : (ids.at(-1) ?? part.upTo);
  await rt.db.lane.put(invitePages, invitePage(rt.db, order, { ids, upTo, at: now }));
  rt.bell.ring({ job: 'tell-events', event: order.eventId });
}

async function carryOn(rt: Runtime, id: string, bounds: Bounds): Promise<number> {
  const { most = Number.POSITIVE_INFINITY, size = INVITED_AT_ONCE } = bounds;
  try {
    for (let pages = 0; pages < most; pages += 1) {
      const order = await findInvitation(rt.db, id);
      if (order?.status !== 'running' || rt.closing.aborted) return pages;
      if (pages > 0) await giveWay(rt);
      await nextPage(rt, order, size);
    }
    return most;
  } catch (error) {
    if (mayPass(error)) throw error;
    await reportBroken(rt, { id, error });
    await rt.db.lane.put(stopInvitations, { id });
    return 0;
  }
}

/**
 * Carries out an order to invite a group, or all of them, in pages of 500 or as `bounds` say: what was carried out before
 * stays done. Gives how many pages there were.
 */
export async function carryOutInvitations(rt: Runtime, id?: string, bounds: Bounds = {}): Promise<number> {
  if (id !== undefined) return rt.inOrder(`invitation:${id}`, () => carryOn(rt, id, bounds));
  let pages = 0;
  for (const open of await listRunningInvitations(rt.db, MOST_OPEN))
    pages += await rt.inOrder(`invitation:${open}`, () => carryOn(rt, open, bounds));
  return pages;
}
