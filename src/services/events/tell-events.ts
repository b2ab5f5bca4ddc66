// Brings the journeys of everyone at an arrangement up to what holds now: each is told the last of it once, also when the process died between.
import type { Input } from '../../journey/engine/inputs.ts';
import type { State } from '../../journey/engine/state.ts';
import {
  leaveUntoldPlaces,
  listPlacesToTell,
  type PlaceToTell,
} from '../../store/journeys/places-to-tell.ts';
import { AppError } from '../app-error.ts';
import { anchorValue, eventAnchors } from '../journeys/begin-events.ts';
import { getNewestFlow } from '../journeys/load-flow.ts';
import { startJourneyOf } from '../journeys/start-journey.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';
import { raiseEventCalls, raiseUntold } from './call-named.ts';
import { planReminders } from './plan-reminders.ts';

/** The flow that invites to arrangements and tells of them where no other does. */
export const EVENT_FLOW = 'arrangement';

const PAGE = 50;
/** Told together: those of one moment share the select and the commit. */
const PART = 10;

/**
 * Tells a page of those who are still to be told, of one arrangement or of any, and rings for the next; of those known by a
 * name alone staff are asked to call. Gives how many were seen to.
 */
export async function tellEvents(rt: Runtime, event?: string): Promise<number> {
  await raiseEventCalls(rt, event);
  const page = await listPlacesToTell(rt.db, PAGE, event);
  let settled = 0;
  for (let from = 0; from < page.length; from += PART) {
    const part = await Promise.all(page.slice(from, from + PART).map((place) => tellSafely(rt, place)));
    settled += part.filter((isSettled) => isSettled).length;
  }
  await planReminders(rt, event);
  if (page.length === PAGE && settled > 0) rt.bell.ring({ job: 'tell-events', event: event ?? '' });
  return page.length;
}

/** One who cannot be told, or whom staff chose not to write to, is left to a person, who is asked to call; the others are told. False for one of whom something newer is to be told. */
async function tellSafely(rt: Runtime, place: PlaceToTell): Promise<boolean> {
  const { attendance, telling } = place;
  const leave = (why: string | null): Promise<void> =>
    rt.db.lane.put(leaveUntoldPlaces, { attendance, telling, why });
  if (place.isUnasked && !place.running) {
    if (!place.isHeld && place.startsAt > rt.now()) await raiseUntold(rt, place, 'unasked');
    await leave('unasked');
    return true;
  }
  try {
    if (!(await tell(rt, place))) await leave(null);
    return true;
  } catch (error) {
    if (mayPass(error)) throw error;
    const code = error instanceof AppError ? error.code : 'broken';
    if (code === 'already-done' || code === 'already-enrolled') return false;
    if (!(error instanceof AppError)) await reportBroken(rt, { id: attendance, error });
    await raiseUntold(rt, place, code);
    await leave(code);
    return true;
  }
}

/** False where there is nothing to tell. */
async function tell(rt: Runtime, place: PlaceToTell): Promise<boolean> {
  if (!place.running) return begin(rt, place);
  const { id, state } = place.running;
  const input = inputOf(place, state, rt.now());
  if (!input) return false;
  const toldPlace = { attendance: place.attendance, telling: place.telling };
  await takeTurn(rt, id, input, { toldPlace });
  return true;
}

/** What a journey that runs does not know yet. */
function inputOf(place: PlaceToTell, state: State, at: number): Input | undefined {
  const [anchor, known] = Object.entries(state.events ?? {}).find(([, { id }]) => id === place.eventId) ?? [];
  if (anchor === undefined || known === undefined) return undefined;
  const { startsAt, moves, seat } = place;
  const now = { at, anchor, value: anchorValue(startsAt), moves };
  const isWanted = state.awaiting === 'seat' && state.wanted?.anchor === anchor;
  if (place.state === 'cancelled') return { kind: 'anchorCancelled', at, anchor };
  if (isWanted)
    return {
      kind: 'attendanceChanged',
      ...now,
      seat: seat === 'yes' || seat === 'waiting' ? seat : 'closed',
    };
  if (seat !== 'invited' && seat !== known.seat) return { kind: 'attendanceChanged', ...now, seat };
  return moves === known.moves ? undefined : { kind: 'anchorMoved', ...now };
}

/**
 * Begins the journey that tells. Nobody is told of what is over or of being signed off by staff; whoever holds a place in
 * something cancelled is told of that. Whoever was invited and never answered is invited still: they are asked once more
 * with the new time, or told that it is cancelled, unless staff ended their journey or they said stop.
 */
async function begin(rt: Runtime, place: PlaceToTell): Promise<boolean> {
  const { seat, state, startsAt, eventId, relativeId, by, begun } = place;
  const isCancelled = state === 'cancelled';
  const isAsked = seat === 'invited' && begun !== undefined;
  const wasTold = isAsked || ((seat === 'yes' || seat === 'waiting') && place.told > 0);
  if (seat === 'no' || startsAt <= rt.now()) return false;
  if (isCancelled ? !wasTold : state !== 'open') return false;
  if (isAsked && begun === 'stopped') return false;
  const version = await getNewestFlow(rt, EVENT_FLOW);
  const anchors = Object.fromEntries(eventAnchors(version.flow).map((name) => [name, eventId]));
  const toldPlace = { attendance: place.attendance, telling: place.telling };
  await startJourneyOf(rt, version, { relativeId, anchors, by, toldPlace, isMoved: isAsked && !isCancelled });
  return true;
}
