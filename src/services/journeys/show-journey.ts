import type { Fact } from '../../journey/engine/facts.ts';
import type { Flow, Step } from '../../journey/flow/flow.ts';
import {
  findJourneyDetails,
  listTimersOfJourney,
  listTurns,
  type RecordedTurn,
} from '../../store/journeys/journey-reads.ts';
import { listMessagesOfJourney } from '../../store/messages/conversations.ts';
import { AppError } from '../app-error.ts';
import { recordLedger } from '../record-ledger.ts';
import { openName, openStaffNames } from '../relatives/open-names.ts';
import { type MessageLine, toMessageLine } from '../relatives/show-relative.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { getFlow } from './load-flow.ts';

/** More than any journey has; what is beyond is told as cut off. */
const MOST_FACTS = 2_000;

/** One turn with the messages it composed. */
export type TurnView = RecordedTurn & { messages: MessageLine[] };

const actorOf = (fact: Fact | undefined): string | undefined =>
  fact && 'by' in fact && typeof fact.by === 'string' ? fact.by : undefined;

/** The steps of a flow by id. */
export const stepsOf = (flow: Flow): Map<string, Step> => new Map(flow.steps.map((step) => [step.id, step]));

/** A journey of a relative with every turn, oldest first, its messages and what it sleeps until; the look is in the ledger. Throws `not-found`. */
export async function showJourney(rt: Runtime, staff: Staff, relativeId: string, id: string) {
  await requireSight(rt, staff, 'look', 'journey', id);
  const details = await findJourneyDetails(rt.db, id);
  if (details?.journey.relativeId !== relativeId) throw new AppError('not-found');
  await recordLedger(rt, {
    kind: 'relative.viewed',
    actor: staff.id,
    relativeId,
    subject: id,
    purpose: 'journey',
  });
  const { journey, state } = details;
  const [flow, turns, messages, timers] = await Promise.all([
    getFlow(rt, journey.flowId),
    listTurns(rt.db, id, MOST_FACTS),
    listMessagesOfJourney(rt.db, id, 500),
    listTimersOfJourney(rt.db, id),
  ]);
  const lines = messages.map((row) => toMessageLine(rt, row)).reverse();
  const actors = turns.map((turn) => actorOf(turn.facts[0]));
  return {
    id,
    relativeId,
    name: openName(rt, relativeId, details.nameSealed) ?? '',
    circle: { id: details.circleId, state: details.circleState },
    flow,
    state,
    startedAt: journey.startedAt,
    endedAt: journey.endedAt,
    startedBy: journey.startedBy,
    cut: turns.reduce((sum, turn) => sum + turn.facts.length, 0) >= MOST_FACTS,
    turns: turns.map(
      (turn): TurnView => ({ ...turn, messages: lines.filter((line) => line.turn === turn.version) }),
    ),
    messages: lines,
    timers: timers.filter((timer) => timer.held === 0),
    staffNames: await openStaffNames(rt, [...actors, journey.startedBy]),
  };
}

export type JourneyView = Awaited<ReturnType<typeof showJourney>>;
