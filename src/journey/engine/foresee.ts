import type { Flow } from '../flow/flow.ts';
import { nextOpen } from '../time/window.ts';
import type { Known } from './known.ts';
import type { Deed, ScriptLine } from './script.ts';
import { type Simulated, simulate } from './simulate.ts';
import { windowOf } from './turn.ts';

/** How the relative answers in a foreseen path: yes or no to everything, or never. */
export type Path = 'yes' | 'silent' | 'no';

const MOST_QUESTIONS = 50;
const THINKING_MS = 2 * 3_600_000;

type Waiting = { at: number; awaiting: 'acceptance' | 'answer' | 'form' };

/** The first question that nobody has answered in this simulation, and since when it waits. */
function firstUnanswered(simulated: Simulated): Waiting | undefined {
  let waiting: Waiting | undefined;
  for (const { at, fact } of simulated.lines) {
    if (fact.kind === 'waitingBegan' && fact.awaiting !== 'seat') waiting = { at, awaiting: fact.awaiting };
    if (fact.kind === 'answerRecorded' && fact.by !== 'silence') waiting = undefined;
    else if (fact.kind === 'answerRecorded') return waiting;
  }
  return waiting;
}

/** A question by SMS is answered by SMS, so that what follows leaves at once; anything else is noted by staff or on the page. A questionnaire is answered whatever the answers are. */
function deedOf({ awaiting }: Waiting, { relative }: Known, path: Path): Deed {
  if (awaiting === 'form') return { do: 'fill', answers: {} };
  const isYes = path === 'yes';
  if (awaiting === 'answer' && relative.channel === 'sms' && !relative.sharedPhone)
    return { do: 'reply', text: isYes ? 'JA' : 'NEJ' };
  return { do: 'answer', answer: isYes ? 'ja' : 'nej' };
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
    const waiting = firstUnanswered(simulated);
    if (waiting === undefined) break;
    const at = nextOpen(windowOf(flow, order.known), waiting.at + THINKING_MS);
    script.push({ at, deed: deedOf(waiting, order.known, path) });
    simulated = simulate(flow, { ...order, script });
  }
  return simulated;
}
