import type { Flow } from '../flow/flow.ts';
import { advance } from './advance.ts';
import type { MessageComposed } from './facts.ts';
import type { Known } from './known.ts';
import type { State, TimerName } from './state.ts';

const MOST_TURNS = 100;

function firstTimer({ timers, hold }: State): [TimerName, number] | undefined {
  if (hold) return undefined;
  const all = Object.entries(timers) as [TimerName, number][];
  return all.reduce<[TimerName, number] | undefined>(
    (first, one) => (first === undefined || one[1] < first[1] ? one : first),
    undefined,
  );
}

/**
 * What a running journey says from `now` up to `until` (UTC ms) when nobody answers and nothing is changed. Pure; it looks
 * no further than 100 turns.
 */
export function foreseeOn(
  flow: Flow,
  state: State,
  { known, now, until }: { known: Known; now: number; until: number },
): MessageComposed[] {
  const said: MessageComposed[] = [];
  let at = now;
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const [timer, dueAt] = firstTimer(state) ?? [];
    if (timer === undefined || dueAt === undefined) break;
    at = Math.max(at, dueAt);
    if (at >= until) break;
    const next = advance(flow, state, { kind: 'timerFired', at, timer, dueAt }, known);
    if (next.state.timers[timer] === dueAt) break;
    state = next.state;
    for (const fact of next.facts) if (fact.kind === 'messageComposed' && fact.dueAt < until) said.push(fact);
  }
  return said;
}
