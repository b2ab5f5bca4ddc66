import type { Flow } from '../flow/flow.ts';
import { cancelAnchor, lead, moveAnchor, sayWhere } from './anchored.ts';
import { changeAttendance } from './attendance.ts';
import type { Fact } from './facts.ts';
import { fireTimer } from './fire.ts';
import { settleForm } from './form.ts';
import { end, enter, passOver } from './go.ts';
import type { Input } from './inputs.ts';
import type { Known } from './known.ts';
import { replanAll, replanHours } from './replan.ts';
import { replanReminders } from './replan-reminders.ts';
import { type Answer, settleAnswer } from './settle.ts';
import type { State } from './state.ts';
import { openTurn, record, type Turn } from './turn.ts';

/** What a turn led to: the new state, and its facts with the input first. */
export type Advanced = { state: State; facts: Fact[] };

const ignore = (turn: Turn, why: string): void => record(turn, { kind: 'inputIgnored', at: turn.at, why });

/**
 * Decides one turn: what follows when this input meets this state. Pure; the same arguments give the same facts.
 * An input that no longer fits (a timer that has moved, a second answer, anything after the end) is recorded and ignored.
 */
export function advance(flow: Flow, state: State, input: Input, known: Known): Advanced {
  const turn = openTurn(flow, state, input.at, known);
  record(turn, input);
  const why = whyIgnored(state, input);
  if (why) ignore(turn, why);
  else decide(turn, state, input);
  return { state: turn.state, facts: turn.facts };
}

/** A message that could not be delivered reaches a person although the journey has ended; a held journey only keeps its timers still. */
function whyIgnored(before: State, input: Input): string | undefined {
  const isNew = before.status === 'new';
  if (isNew !== (input.kind === 'started')) return isNew ? 'not started' : 'started already';
  if (isEcho(before, input)) return 'heard already';
  if (before.status === 'ended' && input.kind !== 'deliveryFailed') return 'ended';
  return before.hold && STANDS_STILL.includes(input.kind) ? 'held' : undefined;
}

/** What a held journey does not do: it plans anew when it goes on. */
const STANDS_STILL: readonly Input['kind'][] = ['timerFired', 'skipped', 'hoursChanged', 'remindersChanged'];

const isEcho = (before: State, input: Input): boolean =>
  ((input.kind === 'replied' || input.kind === 'asked') && input.reply === before.heard) ||
  (input.kind === 'deliveryFailed' && input.message === before.heard) ||
  (input.kind === 'skipped' && input.press === before.heard);

function decide(turn: Turn, before: State, input: Input): void {
  switch (input.kind) {
    case 'started':
      start(turn, before, input);
      break;
    case 'timerFired':
      if (!fireTimer(turn, before, input)) ignore(turn, 'timer moved');
      break;
    case 'replied':
      turn.replying = !before.hold;
      if (!settleAnswer(turn, { answer: input.answer, by: 'sms' })) ignore(turn, 'nothing asked');
      break;
    case 'answered':
    case 'filled':
      if (!settle(turn, input)) ignore(turn, 'answered already');
      break;
    case 'anchorMoved':
      moveAnchor(turn, before, input);
      break;
    case 'anchorCancelled':
      cancelAnchor(turn, before, input.anchor);
      break;
    case 'attendanceChanged':
    case 'remindersChanged':
      if (!followEvent(turn, before, input)) ignore(turn, 'known already');
      break;
    case 'hoursChanged':
      replanHours(turn);
      break;
    case 'asked':
      if (!sayWhere(turn)) ignore(turn, 'nothing asked');
      break;
    case 'released':
      if (before.hold && !turn.state.hold) replanAll(turn, turn.at - (before.heldAt ?? turn.at));
      break;
    case 'skipped':
      if (!passOver(turn, input.step)) ignore(turn, 'moved on');
      break;
    case 'deliveryFailed':
      reportFailure(turn, input.reason);
      break;
    case 'consentChanged':
      end(turn, 'stop');
      break;
    case 'ended':
      end(turn, input.reason);
      break;
    case 'held':
    case 'pageOpened':
      break;
  }
}

const followEvent = (
  turn: Turn,
  before: State,
  input: Extract<Input, { kind: 'attendanceChanged' | 'remindersChanged' }>,
): boolean =>
  input.kind === 'remindersChanged'
    ? replanReminders(turn, input.anchor, input.walked)
    : changeAttendance(turn, before, input);

function start(turn: Turn, before: State, { cancelled, moved }: Extract<Input, { kind: 'started' }>): void {
  const first = turn.flow.steps[0];
  const to = moved === undefined ? undefined : turn.flow.anchors[moved]?.moved;
  if (cancelled) cancelAnchor(turn, before, cancelled);
  else if (to) lead(turn, to);
  else if (first) enter(turn, first);
  else end(turn, 'gennemført');
}

const settle = (turn: Turn, input: Extract<Input, { kind: 'answered' | 'filled' }>): boolean =>
  input.kind === 'filled'
    ? settleForm(turn, { ...input, by: input.by ? 'staff' : 'page' })
    : settleAnswer(turn, answerOf(turn, input));

const answerOf = (turn: Turn, input: Extract<Input, { kind: 'answered' }>): Answer => ({
  step: input.step,
  answer: input.answer,
  by: input.by ? 'staff' : 'page',
  ...(input.attend === undefined ? {} : { attend: input.attend }),
  ...(input.guests === undefined ? {} : { guests: input.guests }),
  language: input.language ?? turn.known.relative.language,
});

function reportFailure(turn: Turn, reason: string): void {
  const step = turn.state.step ? { step: turn.state.step } : {};
  const alert = { alert: 'delivery', to: 'advisor', urgent: false, text: reason } as const;
  record(turn, { kind: 'alertRaised', at: turn.at, ...alert, ...step });
}
