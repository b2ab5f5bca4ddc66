// Why a journey did what it did: from a turn back through what made it possible, to the start.
import type { Fact } from '../../journey/engine/facts.ts';
import type { RecordedTurn } from '../../store/journeys/journey-reads.ts';

type Test = (fact: Fact) => boolean;

const entersStep: Test = (fact) => fact.kind === 'stepEntered' || fact.kind === 'waitingBegan';

/** What an earlier turn must have recorded for this input to mean anything. */
function causeOf(input: Fact | undefined): Test | undefined {
  switch (input?.kind) {
    case undefined:
    case 'started':
      return undefined;
    case 'timerFired':
      return (fact) => fact.kind === 'timerSet' && fact.timer === input.timer && fact.dueAt === input.dueAt;
    case 'replied':
      return (fact) => fact.kind === 'waitingBegan' && fact.awaiting === 'answer';
    case 'answered':
    case 'filled':
      return (fact) => fact.kind === 'waitingBegan' && fact.step === input.step;
    case 'attendanceChanged':
      return (fact) => fact.kind === 'seatWanted' && fact.anchor === input.anchor;
    case 'released':
      return (fact) => fact.kind === 'held';
    default:
      return entersStep;
  }
}

/** The turns that led to the turn of this version, oldest first and that turn last; empty when there is none. */
export function traceTurns(turns: readonly RecordedTurn[], version: number): RecordedTurn[] {
  const chain: RecordedTurn[] = [];
  let turn = turns.find((candidate) => candidate.version === version);
  while (turn) {
    chain.unshift(turn);
    const { version: before } = turn;
    const earlier = turns.filter((candidate) => candidate.version < before);
    const test = causeOf(turn.facts[0]);
    const found: RecordedTurn | undefined =
      test && earlier.findLast((candidate) => candidate.facts.some(test));
    turn = found ?? (test ? earlier.findLast((candidate) => candidate.facts.some(entersStep)) : undefined);
  }
  return chain;
}

/** Of each turn of a chain what mattered for a message: the input, what made the next turn possible, and at last the answer and the message. */
export function keepWhatMattered(
  chain: readonly RecordedTurn[],
  message: { step: string | null; textKey: string },
): RecordedTurn[] {
  const isAnswer: Test = (fact) => fact.kind === 'answerRecorded' && fact.step === message.step;
  const isMessage: Test = (fact) => fact.kind === 'messageComposed' && fact.key === message.textKey;
  return chain.map((turn, i) => {
    const [input, ...outcomes] = turn.facts;
    const next = chain[i + 1]?.facts[0];
    if (!next)
      return { ...turn, facts: turn.facts.filter((fact, n) => n === 0 || isAnswer(fact) || isMessage(fact)) };
    const cause = outcomes.findLast(causeOf(next) ?? entersStep) ?? outcomes.findLast(entersStep);
    return { ...turn, facts: [input, cause].filter((fact) => fact !== undefined) };
  });
}
