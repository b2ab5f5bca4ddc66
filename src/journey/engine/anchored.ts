// What an anchor leads to when it moves or is cancelled, and what is said when someone asks where.
import { attendOf, seatOf } from './attend.ts';
import { compose } from './compose.ts';
import { end, enter } from './go.ts';
import type { Input } from './inputs.ts';
import { replanAnchor } from './replan.ts';
import type { State } from './state.ts';
import { getStep, record, type Turn } from './turn.ts';

type Moved = Extract<Input, { kind: 'anchorMoved' }>;

/** Goes to the step the flow names for it, with the new time and place; without one, what sleeps until the anchor is planned again. */
export function moveAnchor(turn: Turn, before: State, { anchor, value }: Moved): void {
  if (seatOf(before, anchor) === 'no') return;
  const to = turn.flow.anchors[anchor]?.moved;
  if (to && !isAmongOthers(turn, before, anchor)) lead(turn, to);
  else if (!before.hold && before.anchors[anchor] !== value) replanAnchor(turn, anchor);
}

/** Goes to the step the flow names for it, or ends; one of several that can still be chosen from is only left out. */
export function cancelAnchor(turn: Turn, before: State, anchor: string): void {
  if (seatOf(before, anchor) === 'no' || isAmongOthers(turn, before, anchor)) return;
  const to = turn.flow.anchors[anchor]?.cancelled;
  if (to) lead(turn, to);
  else end(turn, 'aflyst');
}

/** Whether an anchor is one of several arrangements the journey still lets its relative choose from. */
function isAmongOthers(turn: Turn, { step: id, awaiting }: State, anchor: string): boolean {
  const { anchors = [] } = attendOf(turn.flow.steps.find((step) => step.id === id)) ?? {};
  const others = anchors.filter((one) => one !== anchor && seatOf(turn.state, one) !== 'closed');
  return awaiting === 'acceptance' && anchors.includes(anchor) && others.length > 0;
}

/** Says where, as an answer to the relative's own SMS; false when no anchor has a place, or nothing may be said now. */
export function sayWhere(turn: Turn): boolean {
  const placed = Object.entries(turn.flow.anchors).filter(([, { where }]) => where);
  const [, { where } = {}] = placed.find(([name]) => seatOf(turn.state, name) === 'yes') ?? placed[0] ?? [];
  const step = turn.flow.steps.find(({ id }) => id === where);
  if (step?.kind !== 'say' || turn.state.hold || turn.known.relative.channel !== 'sms') return false;
  turn.replying = true;
  compose(turn, step, { key: step.text });
  return true;
}

/** A journey that stands still goes there, too, but acts only when it is released, with what holds then. */
export function lead(turn: Turn, to: string): void {
  const step = getStep(turn.flow, to);
  if (turn.state.hold) {
    record(turn, { kind: 'stepEntered', at: turn.at, step: step.id });
    record(turn, { kind: 'timerSet', at: turn.at, timer: 'moment', dueAt: turn.at });
  } else enter(turn, step);
}
