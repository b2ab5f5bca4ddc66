// Brings the journeys of an appointment's relatives up to its latest change: each is told once, also when the process died between.
import { isoWithOffset } from '../../journey/time/format.ts';
import { leaveUntold, listUntold, type Untold } from '../../store/care/untold.ts';
import { AppError } from '../app-error.ts';
import { getNewestFlow } from '../journeys/load-flow.ts';
import { startJourneyOf } from '../journeys/start-journey.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';

/** The flow that tells and reminds of appointments, and its date. */
const APPOINTMENT_FLOW = 'aftale';
const APPOINTMENT_ANCHOR = 'aftale';

const PAGE = 50;

/** Tells everyone who is still to be told, of one appointment or of any. Gives how many were seen to. */
export async function tellAppointments(rt: Runtime, appointment?: string): Promise<number> {
  const untold = await listUntold(rt.db, APPOINTMENT_FLOW, PAGE, appointment);
  for (const one of untold) await tellSafely(rt, one);
  return untold.length;
}

/** One who cannot be told is left to a person, with the reason; the others are told. */
async function tellSafely(rt: Runtime, untold: Untold): Promise<void> {
  const { appointment, relativeId, change } = untold;
  const leave = (why: string | null): Promise<void> =>
    rt.db.lane.put(leaveUntold, { appointment, relativeId, change, why });
  try {
    if (!(await tell(rt, untold))) await leave(null);
  } catch (error) {
    if (mayPass(error)) throw error;
    if (error instanceof AppError && (error.code === 'already-done' || error.code === 'already-enrolled'))
      return;
    if (!(error instanceof AppError)) await reportBroken(rt, { id: `${appointment}.${relativeId}`, error });
    await leave(error instanceof AppError ? error.code : 'broken');
  }
}

/** The wall clock of an instant, as an anchor has it. */
const anchorValue = (at: number): string => isoWithOffset(at).slice(0, 16);

/** False where there is nothing to tell: it is cancelled and nobody was told of it, or it has begun. */
async function tell(rt: Runtime, untold: Untold): Promise<boolean> {
  const { appointment, relativeId, change, journeyId, state, startsAt, by } = untold;
  const told = { appointment, change };
  const at = rt.now();
  if (journeyId) {
    const anchor = { at, anchor: APPOINTMENT_ANCHOR, by } as const;
    const input =
      state === 'cancelled'
        ? ({ kind: 'anchorCancelled', ...anchor } as const)
        : ({ kind: 'anchorMoved', ...anchor, value: anchorValue(startsAt) } as const);
    await takeTurn(rt, journeyId, input, { told });
    return true;
  }
  if (state === 'cancelled' || startsAt <= at) return false;
  const meeting = { place: untold.place, smsPlace: untold.smsPlace };
  const anchors = { [APPOINTMENT_ANCHOR]: anchorValue(startsAt) };
  const order = { relativeId, anchors, by, about: { told, meeting } };
  await startJourneyOf(rt, await getNewestFlow(rt, APPOINTMENT_FLOW), order);
  return true;
}
