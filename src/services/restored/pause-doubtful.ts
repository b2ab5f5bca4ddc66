// What should have left in the gap, did not, and was passed by what was due long after it, was kept back by something this
// database does not know of: a pause, a death, an answer on a page. Its circle stands still until a person has looked; so
// does one whose phone got something that cannot be told from what is unsent.

import { listUnfinished } from '../../store/broadcasts/broadcasts.ts';
import { pauseBroadcasts as rest } from '../../store/broadcasts/steer.ts';
import {
  listLivingCircles,
  listPassedBy,
  listPeopleAt,
  listReached,
  listUnsentTo,
} from '../../store/copies/relived.ts';
import { alertRow, raiseAlerts } from '../../store/messages/alerts.ts';
import { holdCircle } from '../circles/hold-circle.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { doubtDrafts } from './doubt-drafts.ts';
import type { Gap } from './read-gap.ts';
import type { Relived } from './relive-gap.ts';

/** Retries and the order on one phone put a message off by less. */
const PASSED_BY_MS = 60 * 60_000;

/** What the provider took for a phone without telling what it was may be what is still unsent to it. */
async function listGuessed(rt: Runtime, gap: Gap, { strange, aside }: Relived): Promise<string[]> {
  const numbers = [...new Set(strange.filter(({ text }) => text === '').map(({ numberId }) => numberId))];
  const people = new Set((await listPeopleAt(rt.db, numbers)).map(({ id }) => id));
  const unsent = await listUnsentTo(rt.db, numbers, gap.until);
  return [...aside.map(({ relativeId }) => relativeId).filter((id) => people.has(id)), ...unsent];
}

async function listDoubtful(rt: Runtime, gap: Gap, relived: Relived): Promise<string[]> {
  const reached = await listReached(rt.db, gap.from);
  const before = (sender: string): number => (reached.get(sender) ?? 0) - PASSED_BY_MS;
  const unfired = relived.aside
    .filter(({ timer, senders }) => senders.some((sender) => timer.dueAt < before(sender)))
    .map(({ relativeId }) => relativeId);
  const unsent = await Promise.all(
    [...reached.keys()].map((sender) => listPassedBy(rt.db, sender, before(sender))),
  );
  return [...new Set([...unfired, ...unsent.flat(), ...(await listGuessed(rt, gap, relived))])];
}

const MOST_BROADCASTS = 1_000;

/** Group messages that went on in the gap may have reached people whom nothing here tells of: they rest until a person lets them go on. */
async function pauseBroadcasts(rt: Runtime, gap: Gap): Promise<void> {
  for (const id of await listUnfinished(rt.db, MOST_BROADCASTS)) {
    const entry = ledgerRow(rt, { kind: 'broadcast.paused', actor: 'house', subject: id });
    await rt.db.lane.put(rest, { id, at: rt.now(), ledger: [entry] });
    const alert = alertRow(rt.db.keys, {
      id: `broadcast-doubt.${gap.from}.${id}`,
      kind: 'broadcast-doubt',
      audience: 'coordinator',
      urgent: 1,
      step: id,
      raisedAt: rt.now(),
    });
    await rt.db.lane.put(raiseAlerts, alert);
  }
}

/** Pauses group messages and the circles of those in doubt and tells an advisor of each relative; gives how many circles stand still now. */
export async function pauseDoubtful(rt: Runtime, gap: Gap, relived: Relived): Promise<number> {
  await pauseBroadcasts(rt, gap);
  await doubtDrafts(rt, gap, relived.strange);
  const relatives = await listDoubtful(rt, gap, relived);
  const circles = await listLivingCircles(rt.db, relatives);
  for (const circle of circles) await holdCircle(rt, circle, 'paused', 'house');
  const alerts = relatives.map((relativeId) =>
    alertRow(rt.db.keys, {
      id: `doubt.${gap.from}.${relativeId}`,
      kind: 'doubt',
      audience: 'advisor',
      urgent: 1,
      relativeId,
      raisedAt: rt.now(),
    }),
  );
  await Promise.all(alerts.map((alert) => rt.db.lane.put(raiseAlerts, alert)));
  return circles.length;
}
