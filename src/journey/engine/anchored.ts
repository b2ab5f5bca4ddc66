// What an anchor leads to when it moves or is cancelled, and what is said when someone asks where.
import { compose } from './compose.ts';
import { end, enter } from './go.ts';
import type { Input } from './inputs.ts';
import { replanAnchor } from './replan.ts';
import type { State } from './state.ts';
import { getStep, record, type Turn } from './turn.ts';

type Moved = Extract<Input, { kind: 'anchorMoved' }>;

/** Goes to the step the flow names for it, with the new time and place; without one, what sleeps until the anchor is planned again. */
export function moveAnchor(turn: Turn, before: State, { anchor, value }: Moved): void {
  const to = turn.flow.anchors[anchor]?.moved;
  if (to) lead(turn, to);
  else if (!before.hold && before.anchors[anchor] !== value) replanAnchor(turn, anchor);
}

/** Goes to the step the flow names for it, or ends. */
export function cancelAnchor(turn: Turn, anchor: string): void {
  const to = turn.flow.anchors[anchor]?.cancelled;
  if (to) lead(turn, to);
  else end(turn, 'aflyst');
}

/** Says where, as an answer to the relative's own SMS; false when no anchor has a place, or nothing may be said now. */
export function sayWhere(turn: Turn): boolean {
  const where = Object.values(turn.flow.anchors).find((anchor) => anchor.where)?.where;
  const step = turn.flow.steps.find(({ id }) => id === where);
  if (step?.kind !== 'say' || turn.state.hold || turn.known.relative.channel !== 'sms') return false;
  turn.replying = true;
  compose(turn, step, { key: step.text });
  return true;
}

/** A journey that stands still goes there, too, but acts only when it is released, with what holds then. */
function lead(turn: Turn, to: string): void {
  const step = getStep(turn.flow, to);
  if (turn.state.hold) {
    record(turn, { kind: 'stepEntered', at: turn.at, step: step.id });
    record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: turn.at });
  } else enter(turn, step);
}
