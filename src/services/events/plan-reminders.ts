// Lets the journeys about an arrangement follow the reminders it has now; nobody is told of anything.
import { isReminderOf } from '../../journey/engine/replan-reminders.ts';
import {
  lastEntered,
  listPlacesToReplan,
  noteReplanned,
  type PlaceToReplan,
} from '../../store/journeys/places-to-replan.ts';
import { getFlow } from '../journeys/load-flow.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import { mayPass, reportBroken } from '../report-broken.ts';
import type { Runtime } from '../runtime.ts';

const PAGE = 50;

async function plan(rt: Runtime, { eventId, journey }: PlaceToReplan): Promise<void> {
  const events = Object.entries(journey?.state.events ?? {});
  const [anchor] = events.find(([, { id }]) => id === eventId) ?? [];
  if (!journey || anchor === undefined) return;
  const { steps } = await getFlow(rt, journey.flowId);
  const reminders = steps.filter((step) => isReminderOf(step, anchor)).map(({ id }) => id);
  const walked = await lastEntered(rt.db, journey.id, reminders);
  if (walked === undefined) return;
  await takeTurn(rt, journey.id, { kind: 'remindersChanged', at: rt.now(), anchor, walked });
}

/** One that cannot be planned is reported, and keeps what it had; done twice is done once. */
async function planSafely(rt: Runtime, place: PlaceToReplan): Promise<void> {
  const { attendance, replan } = place;
  try {
    await plan(rt, place);
  } catch (error) {
    if (mayPass(error)) throw error;
    await reportBroken(rt, { id: attendance, error });
  }
  await rt.db.lane.put(noteReplanned, { attendance, replan });
}

/** Plans a page of those whose reminders changed, of one arrangement or of any, and rings for the next. */
export async function planReminders(rt: Runtime, event?: string): Promise<void> {
  const page = await listPlacesToReplan(rt.db, PAGE, event);
  for (const place of page) await planSafely(rt, place);
  if (page.length === PAGE) rt.bell.ring({ job: 'tell-events', event: event ?? '' });
}
