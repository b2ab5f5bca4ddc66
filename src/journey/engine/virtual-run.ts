// A journey that is being simulated, and what may happen to it.
import type { Flow } from '../flow/flow.ts';
import { isoDate } from '../time/format.ts';
import { nextOpen } from '../time/window.ts';
import { advance } from './advance.ts';
import type { Fact } from './facts.ts';
import type { Input } from './inputs.ts';
import type { Known } from './known.ts';
import type { State } from './state.ts';
import { hoursOf } from './turn.ts';

/** A fact at the instant it shows: a message when it may leave, everything else when it happens. UTC ms. */
export type Line = { at: number; fact: Fact };

/** A simulation under way. */
export type Run = {
  readonly flow: Flow;
  readonly known: Known;
  state: State;
  lines: Line[];
  turns: number;
  /** The event anchors at which no seat is free, or nobody can sign up any more. */
  seats: Record<string, 'full' | 'closed'>;
};

/** The journey never comes to rest: its flow waits and goes round for ever. */
export class EndlessFlow extends Error {}

const MOST_TURNS = 1000;

/** Lets the engine decide one input, and what came of a yes right after; notes what happened. */
export function take(run: Run, input: Input): void {
  decide(run, input);
  const { awaiting, wanted } = run.state;
  if (awaiting === 'seat' && wanted)
    decide(run, {
      kind: 'attendanceChanged',
      at: input.at,
      anchor: wanted.anchor,
      seat: seatNow(run, wanted),
    });
}

const SEATS = { full: 'waiting', closed: 'closed' } as const;

function seatNow({ seats }: Run, { anchor }: { anchor: string }): 'yes' | 'waiting' | 'closed' {
  const state = Object.hasOwn(seats, anchor) ? seats[anchor] : undefined;
  return state ? SEATS[state] : 'yes';
}

function decide(run: Run, input: Input): void {
  run.turns += 1;
  if (run.turns > MOST_TURNS)
    throw new EndlessFlow(
      `${run.flow.name} is still going after ${MOST_TURNS} turns, on ${isoDate(input.at)}: it goes round without an end.`,
    );
  const { state, facts } = advance(run.flow, run.state, input, run.known);
  run.state = state;
  for (const fact of facts) note(run, fact);
}

/** Notes a fact where it shows. */
export function note(run: Run, fact: Fact): void {
  run.lines.push({ at: fact.kind === 'messageComposed' ? fact.dueAt : fact.at, fact });
}

const isUnsent = ({ at, fact }: Line, since: number, step?: string): boolean =>
  fact.kind === 'messageComposed' && at > since && (step === undefined || fact.step === step);

/** Takes back the messages, of one step or of all, that had not left at an instant. */
export function keepBack(run: Run, since: number, step?: string): void {
  run.lines = run.lines.filter((line) => !isUnsent(line, since, step));
}

/** Lets what was kept back since a pause leave when the window is open. */
export function letGo(run: Run, since: number, at: number): void {
  const open = nextOpen(hoursOf(run.flow, run.known), at);
  run.lines = run.lines.map((line) =>
    isUnsent(line, since) && line.at < open ? { ...line, at: open } : line,
  );
}
