// What staff do to one journey by itself: pause it, let it go on, pass over the step it is at.
import { advance } from '../../journey/engine/advance.ts';
import type { Input } from '../../journey/engine/inputs.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';
import { countUnsent } from '../../store/messages/unsent.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { openStaffNames } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireSight, type Staff } from '../staff/staff.ts';
import { knownOf } from './known.ts';
import { getFlow } from './load-flow.ts';
import { takeTurn } from './take-turn.ts';

export const STEERINGS = ['pause', 'resume', 'skip'] as const;
export type Steering = (typeof STEERINGS)[number];

/** What is pressed; `step` and `version` are those of the page it stood on, so that nobody passes over a step they did not see. */
export type SteeringOrder = { do: Steering; step?: string; version?: number };

const LEDGER_KINDS = { pause: 'journey.paused', resume: 'journey.resumed', skip: 'journey.skipped' } as const;

/** Throws when this makes no sense for the journey as it is now: `already-done`, or `circle-held` when its circle stands still. */
function check(order: SteeringOrder, { state, circleState }: LoadedJourney): void {
  const { hold, alone, status, step } = state;
  if (status !== 'active') throw new AppError('already-done');
  if (order.do === 'pause' && alone) throw new AppError('already-done');
  if (order.do === 'resume' && !hold) throw new AppError('already-done');
  if (order.do !== 'pause' && circleState !== 'alive') throw new AppError('circle-held');
  if (order.do === 'skip' && (hold || step === undefined || step !== order.step))
    throw new AppError('already-done');
}

function inputOf({ do: what, step = '', version = 0 }: SteeringOrder, at: number, by: string): Input {
  if (what === 'pause') return { kind: 'held', at, hold: 'paused', by, alone: true };
  if (what === 'resume') return { kind: 'released', at, by, alone: true };
  return { kind: 'skipped', at, step, press: `${step}.${version}`, by };
}

async function loadSeen(rt: Runtime, staff: Staff, relativeId: string, id: string): Promise<LoadedJourney> {
  await requireSight(rt, staff, 'care', 'journey', id);
  const journey = await rt.db.findJourney(id);
  if (journey?.relativeId !== relativeId) throw new AppError('not-found');
  return journey;
}

/**
 * Pauses a journey, lets it go on, or passes over its step. Nothing leaves while it is paused, also when its circle is
 * released meanwhile; when it goes on, what is late follows its late rules. Throws `not-found`, `already-done`, `circle-held`.
 */
export async function steerJourney(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  id: string,
  order: SteeringOrder,
): Promise<void> {
  check(order, await loadSeen(rt, staff, relativeId, id));
  const kind = LEDGER_KINDS[order.do];
  const body = order.do === 'skip' ? { step: order.step ?? '' } : {};
  const entry = { kind, actor: staff.id, relativeId, subject: id, body };
  await takeTurn(rt, id, inputOf(order, rt.now(), staff.id), {
    entry,
    check: (journey) => check(order, journey),
  });
  if (order.do === 'pause') return;
  rt.bell.ring({ job: 'dispatch-sender', sender: 'name' });
  rt.bell.ring({ job: 'dispatch-sender', sender: 'number' });
}

/** What pressing now would lead to: the facts of that turn, and how many messages, calls and letters stop, go on or are taken back. Throws what `steerJourney` throws. */
export async function foreseeSteering(
  rt: Runtime,
  staff: Staff,
  relativeId: string,
  id: string,
  what: Steering,
) {
  const journey = await loadSeen(rt, staff, relativeId, id);
  const { state, version } = journey;
  const order: SteeringOrder = { do: what, version, ...(state.step ? { step: state.step } : {}) };
  check(order, journey);
  const flow = await getFlow(rt, journey.flowId);
  const known = knownOf(rt, await getOrganisation(rt), journey);
  const { facts } = advance(flow, state, inputOf(order, rt.now(), staff.id), known);
  const unsent = await countUnsent(rt.db, id, what === 'skip' ? state.step : undefined);
  const staffNames = await openStaffNames(rt, [staff.id]);
  return { order, state, flow, outcomes: facts.slice(1), unsent, staffNames };
}

export type Foreseen = Awaited<ReturnType<typeof foreseeSteering>>;
