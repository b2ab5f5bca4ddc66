// A broadcast's messages are composed just in time, page by page, by whichever worker is rung: so little is on its way when
// somebody stops it, and who says STOP meanwhile is never composed for.
import { isOpen } from '../../journey/time/window.ts';
import { fillMembers, findFilling } from '../../store/broadcasts/audience.ts';
import { type Broadcast, findBroadcast, listOpen } from '../../store/broadcasts/broadcasts.ts';
import {
  type ComposedFor,
  composePage,
  countAhead,
  countComposed,
  endBroadcasts,
  listWaiting,
  type WaitingMember,
} from '../../store/broadcasts/compose.ts';
import { beginBroadcasts, breakBroadcasts, pauseBroadcasts } from '../../store/broadcasts/steer.ts';
import type { WhyNotValues } from '../../store/broadcasts/why-not.ts';
import { findGroup } from '../../store/groups/groups.ts';
import type { Sight } from '../../store/people/sight.ts';
import { giveWay } from '../give-way.ts';
import { getOrganisation } from '../organisation.ts';
import { ledgerRow } from '../record-ledger.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { audienceOf, valuesOf } from './audience-of.ts';
import { bookOf } from './broadcast-text.ts';
import { type Common, composeFor } from './compose-message.ts';
import { openTexts, wayOf } from './find-broadcast.ts';

/** Relatives that are looked at for one commit of members. */
const FILLED_AT_ONCE = 2_000;
const PAGE = 200;
/** Composed in one breath: more would keep everyone waiting who opens a page meanwhile. */
const PART = 25;
/** So many broadcast messages of a sender are on their way at most (and a page): what a pause touches, and what memory holds. */
const MOST_AHEAD = 4_000;
const MOST_OPEN = 100;
/** Pages in a row that came to nothing, since others were quicker or everything changed under them. */
const MOST_IN_VAIN = 5;

const NOTHING: Sight = { staffId: '', units: [] };

const sightOf = ({ sight }: Broadcast): Sight => (sight === null ? NOTHING : (JSON.parse(sight) as Sight));

/** Nobody is written to through a group that was closed since: a person looks first. */
async function rest(rt: Runtime, id: string): Promise<void> {
  const body = { why: 'group-closed' };
  const entry = ledgerRow(rt, { kind: 'broadcast.paused', actor: 'house', subject: id, body });
  await rt.db.lane.put(pauseBroadcasts, { id, at: rt.now(), ledger: [entry] });
}

/** Writes the members of a broadcast, part by part; done twice it is done once. */
async function fill(rt: Runtime, id: string): Promise<void> {
  for (;;) {
    const broadcast = await findBroadcast(rt.db, id);
    if (broadcast?.status !== 'filling' || rt.closing.aborted) return;
    const group = await findGroup(rt.db, { staffId: '', units: 'all' }, broadcast.groupId);
    if (!group) throw new Error('the group of a broadcast is gone');
    if (group.closedAt !== null) return rest(rt, id);
    const audience = audienceOf(rt, group, sightOf(broadcast));
    await giveWay(rt);
    await rt.db.lane.put(fillMembers, await findFilling(rt.db, broadcast, audience, FILLED_AT_ONCE));
  }
}

async function commonOf(
  rt: Runtime,
  broadcast: Broadcast,
  members: readonly WaitingMember[],
): Promise<Common> {
  const way = wayOf(broadcast);
  return {
    id: broadcast.id,
    way,
    book: bookOf(openTexts(rt, broadcast)),
    organisation: await getOrganisation(rt),
    by: broadcast.orderedBy ?? broadcast.createdBy,
    at: rt.now(),
    advisors:
      way === 'page'
        ? await openStaffNames(
            rt,
            members.map(({ advisorId }) => advisorId),
          )
        : new Map(),
  };
}

/** One whose record cannot be read is left out; the others get theirs. */
function composeOne(rt: Runtime, common: Common, member: WaitingMember): ComposedFor | undefined {
  try {
    return composeFor(rt, common, member);
  } catch (error) {
    const why = error instanceof Error ? error.name : 'Error';
    rt.log.error({ broadcast: common.id, relative: member.id, why }, 'a broadcast message was not composed');
    return undefined;
  }
}

async function composePart(
  rt: Runtime,
  broadcast: Broadcast,
  common: Common,
  members: readonly WaitingMember[],
): Promise<number> {
  const composed: ComposedFor[] = [];
  const leftOut: { relativeId: string; why: string }[] = [];
  for (const member of members) {
    const one = member.why === null ? composeOne(rt, common, member) : undefined;
    if (one) composed.push(one);
    else leftOut.push({ relativeId: member.id, why: member.why ?? 'broken' });
  }
  const values = valuesOf(common.organisation, broadcast.id, common.book.texts, common.at);
  const done = await rt.db.lane.put(composePage, { values, composed, leftOut });
  return done.composed + done.leftOut;
}

/** How many of a page there is room for now; 0 while the window is closed or enough is on its way. */
async function roomFor(rt: Runtime, broadcast: Broadcast): Promise<number> {
  const { window } = await getOrganisation(rt);
  if (!isOpen(window, rt.now())) return 0;
  const sender = wayOf(broadcast) === 'page' ? 'name' : 'number';
  const ahead = await countAhead(rt.db, sender, rt.now(), MOST_AHEAD);
  if (ahead >= MOST_AHEAD) return 0;
  if (broadcast.sample === null) return PAGE;
  return Math.min(PAGE, broadcast.sample - (await countComposed(rt.db, broadcast.id)));
}

/** The next members; a sample begins with those a phone shows it to, as far as the next page has them. */
async function nextOf(
  rt: Runtime,
  { sample }: Broadcast,
  { values, room, from }: { values: WhyNotValues; room: number; from: 'first' | 'last' },
): Promise<WaitingMember[]> {
  if (sample === null) return listWaiting(rt.db, values, room, from);
  const page = await listWaiting(rt.db, values, PAGE, from);
  const isShown = ({ why, channel }: WaitingMember): boolean => why === null && channel === 'sms';
  return [...page.filter(isShown), ...page.filter((one) => !isShown(one))].slice(0, room);
}

/** Composes pages as long as there is room; ends the broadcast when nobody waits and nothing is under way. */
async function compose(rt: Runtime, id: string, from: 'first' | 'last'): Promise<number> {
  let settled = 0;
  for (let inVain = 0; inVain < MOST_IN_VAIN; ) {
    const broadcast = await findBroadcast(rt.db, id);
    if (broadcast?.status !== 'running' || rt.closing.aborted) return settled;
    const room = await roomFor(rt, broadcast);
    const values = valuesOf(await getOrganisation(rt), id, openTexts(rt, broadcast), rt.now());
    const members = await nextOf(rt, broadcast, { values, room: Math.max(room, 1), from });
    if (members.length === 0) {
      await rt.db.lane.put(endBroadcasts, { id, at: rt.now() });
      return settled;
    }
    if (room <= 0) return settled;
    const common = await commonOf(rt, broadcast, members);
    let done = 0;
    for (let at = 0; at < members.length; at += PART) {
      await giveWay(rt);
      done += await composePart(rt, broadcast, common, members.slice(at, at + PART));
    }
    inVain = done === 0 ? inVain + 1 : 0;
    settled += done;
    rt.bell.ring({ job: 'dispatch-sender', sender: common.way === 'page' ? 'name' : 'number' });
  }
  return settled;
}

async function carryOn(rt: Runtime, id: string, from: 'first' | 'last'): Promise<number> {
  try {
    await rt.db.lane.put(beginBroadcasts, { id, at: rt.now() });
    await fill(rt, id);
    return await compose(rt, id, from);
  } catch (error) {
    if (mayPass(error)) throw error;
    await reportBroken(rt, { id, error, broadcastId: id });
    await rt.db.lane.put(breakBroadcasts, { id, at: rt.now() });
    return 0;
  }
}

/**
 * Carries on one broadcast, or all that are to go on: writes their members and composes for them. Gives how many were
 * settled. One that cannot be carried out is set aside with an alert. Within a process one follows the other; between two
 * bell and heartbeat begin at different ends.
 */
export async function composeBroadcasts(rt: Runtime, id?: string): Promise<number> {
  if (id !== undefined) return rt.inOrder(`broadcast:${id}`, () => carryOn(rt, id, 'first'));
  let settled = 0;
  for (const open of await listOpen(rt.db, rt.now(), MOST_OPEN))
    settled += await rt.inOrder(`broadcast:${open}`, () => carryOn(rt, open, 'last'));
  return settled;
}
