import type { Waiting } from '../../services/watching/count-waiting.ts';
import type { Instruments } from './instruments.ts';

type Instants = { now: number; clock: number };

const seconds = (from: number | undefined, to: number): number =>
  from === undefined ? 0 : Math.max(0, (to - from) / 1000);

/** Shows what waits in the database. */
export function showWaiting({ show }: Instruments, waiting: Waiting, { now, clock }: Instants): void {
  const one = (value: number) => [{ value }];
  show('timersDue', one(waiting.timers.count));
  show('timersLate', one(waiting.timers.late));
  const lanes = waiting.due.map(({ sender, lane, ...crowd }) => ({ labels: { sender, lane }, crowd }));
  show(
    'messagesDue',
    lanes.map(({ labels, crowd }) => ({ labels, value: crowd.count })),
  );
  show(
    'messagesOldest',
    lanes.map(({ labels, crowd }) => ({ labels, value: seconds(crowd.oldestAt, now) })),
  );
  show(
    'messagesPutOff',
    waiting.putOff.map(({ sender, count }) => ({ labels: { sender }, value: count })),
  );
  show('messagesSending', one(waiting.sending.count));
  show('messagesUnknown', one(waiting.unknown.count));
  show('unknownOldest', one(seconds(waiting.unknown.oldestAt, now)));
  show('repliesNew', one(waiting.newReplies.count));
  show('repliesNewOldest', one(seconds(waiting.newReplies.oldestAt, now)));
  show('repliesWaiting', one(waiting.waitingReplies.count));
  show(
    'alertsOpen',
    Object.entries(waiting.alerts).map(([kind, value]) => ({ labels: { kind }, value })),
  );
  show('unchained', one(waiting.unchained));
  show('restoring', one(waiting.restoring));
  show('windowOpen', one(waiting.open ? 1 : 0));
  show(
    'leaseEnds',
    waiting.leases.map(({ name, endsAt }) => ({ labels: { lease: name }, value: seconds(clock, endsAt) })),
  );
}

/** What a database that does not answer would have told is not shown at all, rather than as it once was. */
export function hideWaiting({ show }: Instruments): void {
  for (const name of [
    'timersDue',
    'timersLate',
    'messagesDue',
    'messagesOldest',
    'messagesPutOff',
    'messagesSending',
    'messagesUnknown',
    'unknownOldest',
    'repliesNew',
    'repliesNewOldest',
    'repliesWaiting',
    'alertsOpen',
    'unchained',
    'restoring',
    'windowOpen',
    'leaseEnds',
  ] as const)
    show(name, []);
}
