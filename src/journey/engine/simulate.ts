// Plays one journey in virtual time with the real engine: timers fire at their instants, people do what the script says.
import type { Flow } from '../flow/flow.ts';
import type { Input } from './inputs.ts';
import type { Known } from './known.ts';
import { perform } from './perform.ts';
import { knowingEvents } from './sample-known.ts';
import type { ScriptLine } from './script.ts';
import { type Attending, NEW_JOURNEY, type Seat, type State, type TimerName } from './state.ts';
import { keepBack, type Line, type Run, take } from './virtual-run.ts';

export { EndlessFlow, type Line } from './virtual-run.ts';

/** What is played: `start` and `until` are UTC ms; without `until` it goes on until nothing is due any more. */
export type SimulationOrder = {
  start: number;
  anchors: Readonly<Record<string, string>>;
  known: Known;
  script: readonly ScriptLine[];
  until?: number;
  /** Where the relative stands with the arrangements as it begins, by anchor: invited where it is not told. */
  seats?: Readonly<Record<string, Seat>>;
};

/** Everything that happened, in order, and what the journey remembers at the end. */
export type Simulated = { lines: Line[]; state: State };

const TIMERS: readonly TimerName[] = ['moment', 'expiry', 'remind', 'silence'];

/** Plays a journey from its start. Throws EndlessFlow after 1,000 turns. */
export function simulate(flow: Flow, order: SimulationOrder): Simulated {
  const { start, until = Number.POSITIVE_INFINITY } = order;
  const known = knowingEvents(flow, order.known);
  const run: Run = { flow, known, state: NEW_JOURNEY, lines: [], turns: 0, seats: {} };
  const script = [...order.script].sort((a, b) => a.at - b.at);
  const early = script.filter((line) => line.at < start).length;
  for (const { at, deed } of script.splice(0, early)) perform(run, at, deed);
  const events = attendingAt(flow, order.seats);
  take(run, { kind: 'started', at: start, anchors: { ...order.anchors }, ...events });
  playOn(run, start, script, until);
  if (run.state.hold) keepBack(run, run.state.heldAt ?? start);
  run.lines.sort((a, b) => a.at - b.at);
  return { lines: run.lines, state: run.state };
}

/** An arrangement for each event anchor. */
function attendingAt(flow: Flow, seats: SimulationOrder['seats'] = {}) {
  const anchors = Object.keys(flow.anchors).filter((name) => flow.anchors[name]?.event);
  if (anchors.length === 0) return {};
  const events = anchors.map((name): [string, Attending] => [
    name,
    { id: name, moves: 0, seat: seats[name] ?? 'invited' },
  ]);
  return { events: Object.fromEntries(events) };
}

/** What is due and what people do at the same instant: the timer first. */
function playOn(run: Run, start: number, script: readonly ScriptLine[], until: number): void {
  let now = start;
  let done = 0;
  for (;;) {
    const timer = nextTimer(run.state);
    const line = script[done];
    const dueAt = timer ? Math.max(now, run.state.timers[timer] ?? now) : Number.POSITIVE_INFINITY;
    now = Math.min(dueAt, line?.at ?? Number.POSITIVE_INFINITY);
    if (now === Number.POSITIVE_INFINITY || now > until) return;
    if (timer && dueAt === now) take(run, fired(run, timer, now));
    else if (line) {
      perform(run, now, line.deed);
      done += 1;
    }
  }
}

const fired = (run: Run, timer: TimerName, at: number): Input => ({
  kind: 'timerFired',
  at,
  timer,
  dueAt: run.state.timers[timer] ?? at,
});

function nextTimer({ timers, hold }: State): TimerName | undefined {
  if (hold) return undefined;
  let next: TimerName | undefined;
  for (const name of TIMERS) if (before(timers[name], next && timers[next])) next = name;
  return next;
}

const before = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && (b === undefined || a < b);
