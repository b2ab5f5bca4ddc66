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
  const [counts, names, apart, unseen] = await Promise.all([
    countInvited(rt.db, invited),
    listLeftOut(rt.db, invited, MOST_NAMES),
    listApart(rt.db, invited, MOST_NAMES),
    countUnseen(rt.db, invited),
  ]);
  const preview: InvitePreview = { invited: {}, total: 0, leftOut: {}, leftOutNames: [], unseen, apart: [] };
  for (const { channel, why, count } of counts) {
    if (why !== null) preview.leftOut[why] = (preview.leftOut[why] ?? 0) + count;
    else {
      preview.invited[channel] = (preview.invited[channel] ?? 0) + count;
      preview.total += count;
    }
  }
  const name = (id: string, sealed: string): string => openName(rt, id, sealed) ?? '';
  preview.leftOutNames = names.flatMap(({ id, nameSealed, why }) =>
    why === null ? [] : [{ id, name: name(id, nameSealed), why }],
  );
  preview.apart = apart.map(({ id, nameSealed, circleCode }) => ({
    id,
    name: name(id, nameSealed),
    circleCode,
  }));
  return preview;
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
 * Invites the members of a group who are in sight and not in it already, page by page: the first 500 at once, the others
 * right after, also when a process dies between. Those left out are left alone. Each is told by a journey of their own and
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
  await carryOutInvitations(rt, id, { most: 1 });
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
