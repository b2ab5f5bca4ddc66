import { type Advanced, advance } from '../../journey/engine/advance.ts';
import type { Input } from '../../journey/engine/inputs.ts';
import { findAppointmentRow } from '../../store/care/appointment-lists.ts';
import { FROM } from '../../store/care/appointments.ts';
import { findPending } from '../../store/care/untold.ts';
import { eventsOf } from '../../store/journeys/about-event.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';
import { findTelling } from '../../store/journeys/places-to-tell.ts';
import { commitTurns, type TurnRows } from '../../store/journeys/turns.ts';
import { findMessage } from '../../store/messages/messages.ts';
import { findReply } from '../../store/messages/replies.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation, type Organisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { awake, inSpan } from '../watching/in-span.ts';
import { knownOf } from './known.ts';
import { getFlow } from './load-flow.ts';
import { type Beside, turnRows } from './turn-rows.ts';

const MOST_TRIES = 20;

type Order = { journeyId: string; input: Input; beside: Beside };
type Attempt = { decided: Advanced; rows: TurnRows };

/** Rings for what a turn composed, and for what came of the seats it wanted or gave up. */
export function ringFor(rt: Runtime, rows: TurnRows): void {
  const senders = new Set(rows.messages.filter((m) => m.status === 'due').map((m) => m.sender));
  for (const event of new Set(eventsOf(rows))) rt.bell.ring({ job: 'tell-events', event });
  for (const sender of senders) rt.bell.ring({ job: 'dispatch-sender', sender: sender as 'name' | 'number' });
}

async function decide(
  rt: Runtime,
  organisation: Organisation,
  journey: LoadedJourney,
  { input, beside }: Order,
): Promise<Attempt> {
  const flow = await getFlow(rt, journey.flowId);
  const known = knownOf(rt, organisation, journey);
  const decided = advance(flow, journey.state, input, known);
  return { decided, rows: turnRows(rt, journey, flow, known, decided, beside) };
}

const isOpen = (row: { state: string } | undefined): boolean =>
  FROM.moved.some((state) => state === row?.state);

/** Whether nobody else settled meanwhile what the turn would settle. */
async function stillWaits(rt: Runtime, relativeId: string, beside: Beside): Promise<boolean> {
  const { reply, task, told, given, toldPlace } = beside;
  if (toldPlace && (await findTelling(rt.db, toldPlace.attendance)) !== toldPlace.telling) return false;
  if (given && !isOpen(await findAppointmentRow(rt.db, given.appointment))) return false;
  if (told && (await findPending(rt.db, told.appointment, relativeId)) !== told.change) return false;
  if (reply && (await findReply(rt.db, reply.id))?.status !== reply.from) return false;
  return !task || (await findMessage(rt.db, task))?.status === 'todo';
}

/** Takes a turn on the state as it was loaded; undefined when another was quicker. */
async function attempt(rt: Runtime, organisation: Organisation, order: Order): Promise<Advanced | undefined> {
  const journey = await rt.db.findJourney(order.journeyId);
  if (!journey) throw new AppError('not-found');
  order.beside.check?.(journey);
  const { decided, rows } = await decide(rt, organisation, journey, order);
  if (await rt.db.lane.put(commitTurns, rows)) {
    ringFor(rt, rows);
    return decided;
  }
  if (!(await stillWaits(rt, journey.relativeId, order.beside))) throw new AppError('already-done');
  return undefined;
}

/** A turn that lost to another is decided again on the new state. */
async function persist(rt: Runtime, organisation: Organisation, order: Order): Promise<Advanced> {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const decided = await attempt(rt, organisation, order);
    if (decided) return decided;
  }
  throw new AppError('busy');
}

/** The fate of one turn among many: what it decided, or why it could not be taken. */
export type Taken = { journeyId: string; taken: Advanced } | { journeyId: string; failed: unknown };

/**
 * Takes one turn in each of several different journeys: loaded together, committed together. A turn that fails is
 * told apart and its neighbours are untouched.
 */
export async function takeTurns(rt: Runtime, orders: readonly Order[]): Promise<Taken[]> {
  const organisation = await getOrganisation(rt);
  const take = async (order: Order): Promise<Taken> => {
    const { journeyId } = order;
    try {
      return { journeyId, taken: await persist(rt, organisation, order) };
    } catch (failed) {
      return { journeyId, failed };
    }
  };
  return inSpan('take-turns', { 'limen.turns': orders.length }, () => Promise.all(orders.map(take)), awake());
}

/**
 * Takes one turn: loads the journey, decides, commits and rings; turns of one moment share the select and the commit.
 * Throws `not-found`, `busy` when it keeps losing, and `already-done` when what it settles was settled meanwhile.
 */
export const takeTurn = (
  rt: Runtime,
  journeyId: string,
  input: Input,
  beside: Beside = {},
): Promise<Advanced> =>
  rt.inOrder(journeyId, () =>
    inSpan(
      'take-turn',
      { 'limen.journey': journeyId, 'limen.input': input.kind },
      async () => persist(rt, await getOrganisation(rt), { journeyId, input, beside }),
      awake(),
    ),
  );
