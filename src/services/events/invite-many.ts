import { FILLED, findPart, type Part } from '../../store/broadcasts/audience.ts';
import { findInvitation, orderInvitations } from '../../store/events/invite-orders.ts';
import {
  countInvited,
  countUnseen,
  type Invited,
  invitedQuery,
  inviteMany,
  listApart,
  listLeftOut,
  type WhyNotInvited,
} from '../../store/events/invites.ts';
import { findGroup } from '../../store/groups/groups.ts';
import { AppError } from '../app-error.ts';
import { breathe } from '../breathe.ts';
import { readRule } from '../groups/group-rule.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { carryOutInvitations } from './carry-out-invitations.ts';
import { ownEvent } from './own-event.ts';
import { tellEvents } from './tell-events.ts';

/** Whom to invite: a group, or some by their ids. */
export type Invitees = { groupId: string } | { relativeIds: readonly string[] };

const MOST_PEOPLE = 500;
const MOST_NAMES = 200;
/** Relatives that are looked at in one read. */
const COUNTED_AT_ONCE = 5_000;
/** Pages of an invitation that are carried out before whoever ordered it is answered. */
const PAGES_AT_FIRST = 4;

/** Who would be invited and who not, before anybody is. */
export type InvitePreview = {
  /** How many are invited, by channel. */
  invited: Record<string, number>;
  total: number;
  /** How many are left out, by reason; the total and these are everyone in sight. */
  leftOut: Partial<Record<WhyNotInvited, number>>;
  /** Some of them by name. */
  leftOutNames: { id: string; name: string; why: WhyNotInvited }[];
  /** Members of the group who are out of sight, and are not invited. */
  unseen: number;
  /** Of circles "hver for sig", who would meet another. */
  apart: { id: string; name: string; circleCode: string }[];
};

async function invitedOf(rt: Runtime, staff: Staff, eventId: string, invitees: Invitees): Promise<Invited> {
  const sight = sightOf(staff);
  if ('relativeIds' in invitees) {
    const ids = [...new Set(invitees.relativeIds)];
    if (ids.length === 0) throw new AppError('field-missing', 'relatives');
    if (ids.length > MOST_PEOPLE) throw new AppError('too-many', 'relatives');
    return { eventId, who: { ids }, sight, now: rt.now() };
  }
  const group = await findGroup(rt.db, sight, invitees.groupId);
  if (!group || group.closedAt !== null) throw new AppError('not-found');
  const now = rt.now();
  return { eventId, who: { id: group.id, rule: readRule(group.rule), now }, sight, now };
}

/** Shows who would be invited, who is left out and why, and who should not meet. Throws `not-found`, `forbidden`. */
export async function previewInvite(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  invitees: Invitees,
): Promise<InvitePreview> {
  await ownEvent(rt, staff, eventId);
  const invited = await invitedOf(rt, staff, eventId, invitees);
  const preview: InvitePreview = {
    ...{ invited: {}, total: 0, leftOut: {}, leftOutNames: [], unseen: 0 },
    apart: (await listApart(rt.db, invited, MOST_NAMES)).map(({ id, nameSealed, circleCode }) => ({
      ...{ id, circleCode, name: openName(rt, id, nameSealed) ?? '' },
    })),
  };
  for (let part: Part = { from: '', upTo: '' }; part.upTo !== FILLED; ) {
    part = await findPart(rt.db, part.upTo, COUNTED_AT_ONCE);
    await breathe();
    await countPart(rt, invited, part, preview);
  }
  return preview;
}

/** A large group is counted part by part: nobody waits for the whole of it. */
async function countPart(rt: Runtime, invited: Invited, part: Part, preview: InvitePreview): Promise<void> {
  for (const { channel, why, count } of await countInvited(rt.db, invited, part)) {
    if (why !== null) preview.leftOut[why] = (preview.leftOut[why] ?? 0) + count;
    else {
      preview.invited[channel] = (preview.invited[channel] ?? 0) + count;
      preview.total += count;
    }
  }
  preview.unseen += await countUnseen(rt.db, invited, part);
  const room = MOST_NAMES - preview.leftOutNames.length;
  for (const { id, nameSealed, why } of room > 0 ? await listLeftOut(rt.db, invited, part, room) : [])
    if (why !== null) preview.leftOutNames.push({ id, name: openName(rt, id, nameSealed) ?? '', why });
}

/** What was shown and agreed to: `apart` is yes where relatives "hver for sig" would meet. */
export type InviteOrder = { apart: string };

/** What is said of an invitation; `goesOn` where more of the group are invited right after. */
export type InviteResult = { invited: number; goesOn: boolean };

/** Who is meant, once it may be done. Throws what `inviteGroup` throws. */
async function mayInvite(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { invitees, apart }: { invitees: Invitees } & InviteOrder,
): Promise<Invited> {
  const { row } = await ownEvent(rt, staff, eventId);
  if (row.state !== 'open' || (row.signUpUntil ?? row.startsAt) <= rt.now())
    throw new AppError('sign-up-closed');
  const who = await invitedOf(rt, staff, eventId, invitees);
  if (apart !== 'yes' && (await listApart(rt.db, who, 1)).length > 0)
    throw new AppError('field-missing', 'apart');
  return who;
}

/**
 * Invites the members of a group who are in sight and not in it already, page by page: the first 2,000 at once, the
 * others right after, also when a process dies between. Those left out are left alone. Each is told by a journey of their own and
 * learns of nobody else. Throws `not-found`, `forbidden`, `sign-up-closed` when it is not open or nobody can sign up any more,
 * and `field-missing` (apart) until staff know who would meet.
 */
export async function inviteGroup(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { groupId, apart }: { groupId: string } & InviteOrder,
): Promise<InviteResult> {
  const { sight } = await mayInvite(rt, staff, eventId, { invitees: { groupId }, apart });
  const id = rt.newId();
  const entry = { kind: 'event.invited', actor: staff.id, subject: eventId, body: { group: groupId } };
  const order = { id, eventId, groupId, sight, at: rt.now(), by: staff.id };
  if (!(await rt.db.lane.put(orderInvitations, { ...order, ledger: [ledgerRow(rt, entry)] })))
    throw new AppError('sign-up-closed');
  await carryOutInvitations(rt, id, { most: PAGES_AT_FIRST });
  await tellEvents(rt, eventId);
  const done = await findInvitation(rt.db, id);
  const goesOn = done?.status === 'running';
  if (goesOn) rt.bell.ring({ job: 'invite', invitation: id });
  return { invited: done?.invited ?? 0, goesOn };
}

/** Invites some relatives by their ids, at most 500; as `inviteGroup`. */
export async function invitePeople(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { relativeIds, apart }: { relativeIds: readonly string[] } & InviteOrder,
): Promise<InviteResult> {
  const who = await mayInvite(rt, staff, eventId, { invitees: { relativeIds }, apart });
  const body = { people: relativeIds.length };
  const entry = { kind: 'event.invited', actor: staff.id, subject: eventId, body };
  const order = {
    eventId,
    at: rt.now(),
    by: staff.id,
    select: invitedQuery(rt.db, who),
    ledger: [ledgerRow(rt, entry)],
  };
  const invited = await rt.db.lane.put(inviteMany, order);
  await tellEvents(rt, eventId);
  return { invited, goesOn: false };
}
