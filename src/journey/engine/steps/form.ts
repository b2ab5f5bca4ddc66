import type { Form } from '../../flow/flow.ts';
import { addDuration } from '../../time/duration.ts';
import { fit } from '../../time/window.ts';
import { compose } from '../compose.ts';
import { whyNotAsked } from '../not-asked.ts';
import { record, type Turn } from '../turn.ts';

/** Sends the link, or asks staff to call, and waits. */
export function performForm(turn: Turn, step: Form): void {
  compose(turn, step, { key: step.text, page: step.page, access: step.access });
  record(turn, { kind: 'waitingBegan', at: turn.at, step: step.id, awaiting: 'form' });
  setSilence(turn, step);
}

/** Whoever is called has as long as the reminders would have taken. */
function setSilence(turn: Turn, step: Form): void {
  const { after, remind } = step.silent;
  const times = turn.known.relative.channel === 'ring' ? remind + 1 : 1;
  const until = addDuration(turn.at, { ...after, amount: after.amount * times });
  record(turn, { kind: 'timerSet', at: turn.at, timer: 'silence', dueAt: fit(until, 'after', turn.window) });
}

/** Reminds with a new link; false when there are no reminders left, or the relative is not to be asked any more. */
export function remindForm(turn: Turn, step: Form): boolean {
  const count = turn.state.reminded + 1;
  const { remind, text = step.text } = step.silent;
  if (count > remind || turn.known.relative.channel !== 'sms' || whyNotAsked(turn, step)) return false;
  compose(turn, step, { key: text, page: step.page, access: step.access, reminder: count });
  record(turn, { kind: 'reminded', at: turn.at, step: step.id, count });
  setSilence(turn, step);
  return true;
}
