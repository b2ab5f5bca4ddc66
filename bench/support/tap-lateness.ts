import type { Runtime } from '../../src/services/runtime.ts';
import { commitTurns, type TurnRows } from '../../src/store/journeys/turns.ts';

export type Lateness = {
  /** How late each timer's turn was, ms: the moment its commit came back minus the instant it was due. */
  late: number[];
  /** Turns of timers that somebody else had fired meanwhile. */
  idle: number;
};

/** Watches the turns of timers that a runtime commits. */
export function tapLateness(rt: Runtime): Lateness {
  const seen: Lateness = { late: [], idle: 0 };
  const { lane } = rt.db;
  const note = ({ facts }: TurnRows): void => {
    const [input] = facts;
    if (input?.kind !== 'timerFired') return;
    const { dueAt } = JSON.parse(input.body) as { dueAt: number };
    if (facts.some(({ kind }) => kind === 'inputIgnored')) seen.idle += 1;
    else seen.late.push(rt.now() - dueAt);
  };
  const put: typeof lane.put = async (write, item) => {
    const outcome = await lane.put(write, item);
    if (outcome && Object.is(write, commitTurns)) note(item as TurnRows);
    return outcome;
  };
  rt.db.lane = { ...lane, put };
  return seen;
}
