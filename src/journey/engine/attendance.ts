// What a journey does when its relative's place at an arrangement becomes another.
import { lead } from './anchored.ts';
import { attendOf, seatOf } from './attend.ts';
import { end } from './go.ts';
import type { Input } from './inputs.ts';
import { replanAnchor } from './replan.ts';
import { actOnAnswer, settleAnswer } from './settle.ts';
import type { State } from './state.ts';
import { getStep, record, type Turn } from './turn.ts';

type Changed = Extract<Input, { kind: 'attendanceChanged' }>;

/** So long after the relative's own SMS what came of it counts as its answer, ms. */
const STILL_AN_ANSWER_MS = 600_000;

/**
 * Carries out what came of a yes; takes a yes that was given elsewhere as the answer to the open question; tells of a seat
 * that became free; ends when the seat was given back. False when the journey knows all of it.
 */
export function changeAttendance(turn: Turn, before: State, input: Changed): boolean {
  const { anchor, seat } = input;
  if (seatOf(before, anchor) === undefined) return false;
  const step = before.step === undefined ? undefined : getStep(turn.flow, before.step);
  const asks = attendOf(step)?.anchors.includes(anchor) ?? false;
  if (before.awaiting === 'seat' && before.wanted?.anchor === anchor) settleSeat(turn, before);
  else if (seat === 'no') end(turn, 'meldt fra');
  else if (asks && before.awaiting && step && before.awaiting !== 'seat' && seat !== 'closed')
    settleAnswer(turn, { step: step.id, answer: 'ja', by: 'staff', attend: anchor });
  else return becomeKnown(turn, before, input);
  return true;
}

/** A journey that stands still keeps the result and acts when it is released. */
function settleSeat(turn: Turn, before: State): void {
  const step = getStep(turn.flow, before.step);
  const { wanted } = before;
  record(turn, { kind: 'stepLeft', at: turn.at, step: step.id });
  if (turn.state.hold || (step.kind !== 'ask' && step.kind !== 'invite')) return;
  turn.replying = wanted?.by === 'sms' && turn.at - wanted.at <= STILL_AN_ANSWER_MS;
  actOnAnswer(turn, step);
}

function becomeKnown(turn: Turn, before: State, { anchor, seat, value }: Changed): boolean {
  const isMoved = value !== undefined && value !== before.anchors[anchor];
  const { moved, seated } = turn.flow.anchors[anchor] ?? {};
  if (seat === 'yes' && seatOf(before, anchor) !== 'yes' && seated) lead(turn, seated);
  else if (isMoved && moved) lead(turn, moved);
  else if (isMoved && !before.hold) replanAnchor(turn, anchor);
  else return isMoved;
  return true;
}
