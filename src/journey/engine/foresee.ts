import type { Flow } from '../flow/flow.ts';
import { nextOpen } from '../time/window.ts';
import type { Known } from './known.ts';
import type { ScriptLine } from './script.ts';
import { type Simulated, simulate } from './simulate.ts';
import { windowOf } from './turn.ts';

/** How the relative answers in a foreseen path: yes or no to everything, or never. */
export type Path = 'yes' | 'silent' | 'no';

const MOST_QUESTIONS = 50;
const THINKING_MS = 2 * 3_600_000;

/** The instant of the first question that nobody has answered in this simulation. */
function firstUnanswered(simulated: Simulated): number | undefined {
  let waiting: number | undefined;
  for (const { at, fact } of simulated.lines) {
    if (fact.kind === 'waitingBegan') waiting = at;
    if (fact.kind === 'answerRecorded' && fact.by !== 'silence') waiting = undefined;
    else if (fact.kind === 'answerRecorded') return waiting;
  }
  return waiting;
}

/** Plays a journey as it will go when every question is answered in this way, two hours after it was asked. Instants UTC ms. */
export function foresee(
  flow: Flow,
  order: { start: number; anchors: Readonly<Record<string, string>>; known: Known },
  path: Path,
): Simulated {
  const script: ScriptLine[] = [];
  let simulated = simulate(flow, { ...order, script });
  if (path === 'silent') return simulated;
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const since = firstUnanswered(simulated);
    if (since === undefined) break;
    const at = nextOpen(windowOf(flow, order.known), since + THINKING_MS);
    script.push({ at, deed: { do: 'answer', answer: path === 'yes' ? 'ja' : 'nej' } });
    simulated = simulate(flow, { ...order, script });
  }
  return simulated;
}
