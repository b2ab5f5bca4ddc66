import type { Invite } from '../../flow/flow.ts';
import { addDuration, type Duration } from '../../time/duration.ts';
import { fit } from '../../time/window.ts';
import { attendUntil } from '../attend.ts';
import { channelOf, compose } from '../compose.ts';
import type { TimerName } from '../state.ts';
import { isTooLate } from '../timing.ts';
import { record, type Turn } from '../turn.ts';

/** Invites, and waits for a yes or a no on the page: by SMS with reminders, by letter without, by phone until a person types the answer. */
export function performInvite(turn: Turn, step: Invite): void {
  compose(turn, step, { key: step.text, page: step.page, access: step.access });
  record(turn, { kind: 'waitingBegan', at: turn.at, step: step.id, awaiting: 'acceptance' });
  const channel = channelOf(turn, false);
  const until = attendUntil(turn, step);
  if (channel === 'ring' && until !== undefined)
    record(turn, { kind: 'timerSet', at: turn.at, timer: 'expiry', dueAt: until });
  if (channel === 'ring') return;
  setLater(turn, 'expiry', step.expires, until);
  if (channel === 'sms' && step.remind) setLater(turn, 'remind', step.remind.every);
}

function setLater(turn: Turn, timer: TimerName, after: Duration, until = Number.POSITIVE_INFINITY): void {
  const dueAt = Math.min(fit(addDuration(turn.at, after), 'after', turn.window), until);
  record(turn, { kind: 'timerSet', at: turn.at, timer, dueAt });
}

/** Reminds of the invitation with a new link, unless it has expired meanwhile or makes no sense any more. */
export function remindInvite(turn: Turn, step: Invite): void {
  const count = turn.state.reminded + 1;
  if (!step.remind || count > step.remind.times || channelOf(turn, false) !== 'sms') return;
  const { expiry } = turn.state.timers;
  if ((expiry !== undefined && expiry <= turn.at) || isTooLate(turn, step, turn.at)) return;
  compose(turn, step, {
    key: step.remind.text ?? step.text,
    page: step.page,
    access: step.access,
    reminder: count,
  });
  record(turn, { kind: 'reminded', at: turn.at, step: step.id, count });
  if (count < step.remind.times) setLater(turn, 'remind', step.remind.every);
}
