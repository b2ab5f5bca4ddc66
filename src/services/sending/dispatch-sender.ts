// One dispatcher per sender: claim (the intent, committed), post, record. Order per phone and the fast lane are in the claim.
import { dayOf, weekdayOf } from '../../journey/time/calendar.ts';
import { dayStart } from '../../journey/time/open-days.ts';
import { isOpen } from '../../journey/time/window.ts';
import { DAY_MS, MINUTE_MS, wallAt } from '../../journey/time/zone.ts';
import { giveLeaseBack } from '../../store/leases.ts';
import {
  type Claim,
  type Claimed,
  claimMessages,
  doubtOldIntents,
  hasWork,
} from '../../store/messages/claims.ts';
import { giveWay } from '../give-way.ts';
import { getOrganisation, type Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { inSpan } from '../watching/in-span.ts';
import { dayLimitAt } from './day-limit.ts';
import { type Pace, paceOf, sleep } from './pace.ts';
import { postMessage, type Result, recordPost, UNTRIED } from './post-message.ts';
import { beginLease, type Lease, mayPost, renewLease } from './sender-lease.ts';
import { makeTraffic, type Traffic } from './traffic.ts';

export type SenderName = 'name' | 'number';

const FULL_ENOUGH = 0.75;
/** Twice as many are claimed as are posted at once: the others stand ready while the next claim is committed. */
const READY = 2;
const MOMENT_MS = 50;
/** Posts that are begun without a pause. */
const IN_ONE_BREATH = 8;

/** A clock time, 24:00 too, as minutes of the day. */
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

function claim(
  rt: Runtime,
  sender: SenderName,
  lease: Lease,
  organisation: Organisation,
  limit: number,
): Promise<Claim> {
  const now = rt.now();
  const wall = wallAt(now);
  const { window } = organisation;
  const order = {
    sender,
    lease: lease.name,
    fence: lease.fence,
    clock: rt.clock(),
    now,
    minute: Math.floor((wall % DAY_MS) / MINUTE_MS),
    weekday: weekdayOf(dayOf(wall)),
    open: isOpen(window, now),
    opens: minuteOf(window.from),
    closes: minuteOf(window.to),
    limit,
    dayBegan: dayStart(now),
    asksConsent: organisation.groupConsent ? 1 : 0,
    ...dayLimitAt(organisation, now),
  };
  return inSpan('claim', { 'limen.sender': sender }, async (span) => {
    const claimed = await rt.db.lane.put(claimMessages, order);
    if (typeof claimed !== 'string') span.setAttribute('limen.messages', claimed.length);
    return claimed;
  });
}

/**
 * Posts everything of a sender that may leave now; gives how many were posted. Does nothing, and writes nothing, when
 * nothing is due or another process holds the sender's lease; within this process one runs at a time. It ends early when
 * a claim was not answered or a result not written down: what it so left under way is asked for when the next one begins.
 */
export function dispatchSender(rt: Runtime, sender: SenderName): Promise<number> {
  return rt.inOrder(`dispatch:${sender}`, async () => {
    const { window } = await getOrganisation(rt);
    const moment = { now: rt.now(), clock: rt.clock(), open: isOpen(window, rt.now()) };
    if (!(await hasWork(rt.db, { sender, ...moment }))) return 0;
    const lease = await beginLease(rt, sender);
    if (!lease) return 0;
    const traffic = makeTraffic(rt.config.concurrency);
    try {
      await rt.db.lane.put(doubtOldIntents, { sender, fence: lease.fence });
      return await run(rt, sender, lease, traffic);
    } finally {
      await traffic.until(() => traffic.open === 0);
      await giveBack(rt, lease);
    }
  });
}

/** Lets another process go on at once; when that cannot be written the lease runs out by itself. */
async function giveBack(rt: Runtime, { name }: Lease): Promise<void> {
  await rt.db.lane.put(giveLeaseBack, { name, owner: rt.owner }).catch(() => undefined);
}

async function run(rt: Runtime, sender: SenderName, first: Lease, traffic: Traffic): Promise<number> {
  const pace = paceOf(rt, sender);
  let lease: Lease | undefined = first;
  let posted = 0;
  let drained = false;
  for (;;) {
    const organisation = await getOrganisation(rt);
    await untilRoom(rt, traffic, drained);
    const mayLeave = await pace.room();
    await giveWay(rt);
    await answersOfThisMoment();
    if (!mayPost(rt, lease)) lease = await renewLease(rt, sender);
    if (!lease || rt.closing.aborted || traffic.astray) return posted;
    const room = Math.min(mostClaimed(rt) - traffic.posting, mayLeave);
    const claimed = await claim(rt, sender, lease, organisation, room);
    if (claimed === 'unanswered') return posted;
    if (claimed === 'put-off') continue;
    drained = claimed.length < room;
    const from = sender === 'name' ? organisation.senderName : null;
    if (claimed.length === 0 && traffic.open === 0) return posted;
    await sendAll(rt, lease, from ? claimed.map((one) => ({ ...one, from })) : claimed, pace, traffic);
    posted += claimed.length;
  }
}

const mostClaimed = (rt: Runtime): number => rt.config.concurrency * READY;

/** Answers come in swarms: those that are there free their places first, and their results wait for the claim in the lane. */
const answersOfThisMoment = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Begins all of them, between breaths: hundreds begun in one would keep everyone waiting who asks this process for a page. */
async function sendAll(
  rt: Runtime,
  lease: Lease,
  claimed: readonly Claimed[],
  pace: Pace,
  traffic: Traffic,
): Promise<void> {
  for (const [n, message] of claimed.entries()) {
    if (n > 0 && n % IN_ONE_BREATH === 0) {
      await giveWay(rt);
      await answersOfThisMoment();
    }
    void send(rt, lease, message, pace, traffic);
  }
}

/** Waits until a good part of the places is free, so that claims are few and large; when nothing was left to claim, at most a moment. */
async function untilRoom(rt: Runtime, traffic: Traffic, drained: boolean): Promise<void> {
  if (!drained) return traffic.until(() => traffic.posting <= mostClaimed(rt) * FULL_ENOUGH);
  await Promise.race([traffic.until(() => traffic.open === 0), sleep(rt, MOMENT_MS)]);
}

/** Posts and writes down; never throws. A place is free as soon as the answer is there, so that the next claim and the results share a commit. */
async function send(
  rt: Runtime,
  lease: Lease,
  message: Claimed,
  pace: Pace,
  traffic: Traffic,
): Promise<void> {
  traffic.posting += 1;
  traffic.open += 1;
  const result = await traffic.inPlace(() => post(rt, lease, message, pace));
  traffic.posting -= 1;
  traffic.fallen();
  if (!(await record(rt, lease, message, result))) traffic.astray = true;
  traffic.open -= 1;
  traffic.fallen();
}

/** When the lease is about to end, or the process, the message is not posted and becomes due again. */
async function post(rt: Runtime, lease: Lease, message: Claimed, pace: Pace): Promise<Result> {
  await pace.take(message.segments);
  return mayPost(rt, lease) && !rt.closing.aborted ? postMessage(rt, lease, message) : UNTRIED;
}

/** Never throws; false when the result could not be written down: the message stays under way, and the next dispatch asks for it. */
async function record(rt: Runtime, lease: Lease, message: Claimed, result: Result): Promise<boolean> {
  try {
    await recordPost(rt, lease, message, result);
    return true;
  } catch (error) {
    const why = error instanceof Error ? error.name : 'Error';
    rt.log.error({ message: message.id, why }, 'a result was not recorded');
    return false;
  }
}
