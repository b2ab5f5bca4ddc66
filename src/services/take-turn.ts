import { type Advanced, advance } from '../journey/engine/advance.ts';
import type { Input } from '../journey/engine/inputs.ts';
import { type LoadedJourney, loadJourneys } from '../store/journeys.ts';
import { commitTurns, type TurnRows } from '../store/turns.ts';
import { AppError } from './app-error.ts';
import { knownOf } from './known.ts';
import { getFlow } from './load-flow.ts';
import { getOrganisation, type Organisation } from './organisation.ts';
import type { Runtime } from './runtime.ts';
import { turnRows } from './turn-rows.ts';

/** A reply's inbox row, consumed as handled in the commit of the turn that takes it; a turn that ignores it leaves it new. */
export type Beside = { reply?: string };

const MOST_TRIES = 20;

type Order = { journeyId: string; input: Input; beside: Beside };
type Attempt = { order: Order; decided: Advanced; rows: TurnRows };

/** Rings for what a turn composed. */
export function ringFor(rt: Runtime, rows: TurnRows): void {
  const senders = new Set(rows.messages.filter((m) => m.status === 'due').map((m) => m.sender));
  for (const sender of senders) rt.bell.ring({ job: 'dispatch-sender', sender: sender as 'name' | 'number' });
}

async function decide(
  rt: Runtime,
  organisation: Organisation,
  journey: LoadedJourney,
  order: Order,
): Promise<Attempt> {
  const flow = await getFlow(rt, journey.flowId);
  const known = knownOf(rt, organisation, journey);
  const decided = advance(flow, journey.state, order.input, known);
  return { order, decided, rows: turnRows(rt, journey, flow, known, decided, order.beside.reply) };
}

/** The fate of one turn among many: what it decided, or why it could not be taken. */
export type Taken = { journeyId: string; taken: Advanced } | { journeyId: string; failed: unknown };

/**
 * Takes one turn in each of several different journeys: loaded together, committed together. A turn that lost to
 * another is decided again on the new state; a turn that fails is told apart and its neighbours are untouched.
 */
export async function takeTurns(rt: Runtime, orders: readonly Order[]): Promise<Taken[]> {
  const organisation = await getOrganisation(rt);
  const taken: Taken[] = [];
  let open = [...orders];
  for (let tried = 0; open.length > 0; tried += 1) {
    if (tried >= MOST_TRIES) throw new AppError('busy');
    const journeys = new Map(
      (
        await loadJourneys(
          rt.db,
          open.map((o) => o.journeyId),
        )
      ).map((j) => [j.id, j]),
    );
    const lost: Order[] = [];
    await Promise.all(
      open.map(async (order) => {
        try {
          const journey = journeys.get(order.journeyId);
          if (!journey) throw new AppError('not-found');
          const { decided, rows } = await decide(rt, organisation, journey, order);
          if (await rt.db.lane.put(commitTurns, rows)) {
            ringFor(rt, rows);
            taken.push({ journeyId: order.journeyId, taken: decided });
          } else lost.push(order);
        } catch (failed) {
          taken.push({ journeyId: order.journeyId, failed });
        }
      }),
    );
    open = lost;
  }
  return taken;
}

/** Takes one turn: loads the journey, decides, commits and rings. Throws `not-found`, and `busy` when it keeps losing. */
export async function takeTurn(
  rt: Runtime,
  journeyId: string,
  input: Input,
  beside: Beside = {},
): Promise<Advanced> {
  const [turn] = await rt.inOrder(journeyId, () => takeTurns(rt, [{ journeyId, input, beside }]));
  if (!turn) throw new AppError('not-found');
  if ('failed' in turn) throw turn.failed;
  return turn.taken;
}
