import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { addBroadcasts } from './add-broadcasts.ts';
import { addJourneys } from './add-journeys.ts';
import { addOpenMessages } from './add-open-messages.ts';
import { type DayTogether, judgePhones } from './judge-phones.ts';
import { type Line, newTally, type Tally } from './sending.ts';

/**
 * What one look may cost at most, however many there are: messages and calls that wait, timers of running journeys, kinds of
 * journeys that the engine plans, people of group messages.
 */
export type Bounds = { messages: number; timers: number; kinds: number; people: number };

export const BOUNDS: Bounds = { messages: 20_000, timers: 30_000, kinds: 1_500, people: 50_000 };

/** What will be sent, in sight of whoever asks. */
export type Plan = {
  lines: Line[];
  /** What falls together on one phone, by day number. */
  together: Map<number, DayTogether>;
  /** What stands still with its circle, journey or group message, and leaves when a person lets it. */
  held: number;
  /** From here on (UTC ms) running journeys are not counted in full, since there are more than one look may cost. */
  partFrom?: number;
  /** Not all that is written, and not everybody in group messages, is counted. */
  isPart: boolean;
};

/** What was gathered: from `upTo` on (UTC ms) running journeys are not counted in full; `isAll` when nothing was passed over. */
export type Gathered = { tally: Tally; upTo: number | undefined; isPart: boolean; isAll: boolean };

/** Gathers everything in sight that will be sent from now up to `until` (UTC ms), nobody answering. Asks for no right: whoever calls has. */
export async function gatherSendings(
  rt: Runtime,
  staff: Staff,
  until: number,
  bounds: Bounds,
): Promise<Gathered> {
  const tally = newTally();
  const messages = await addOpenMessages(rt, staff, tally, { until, most: bounds.messages });
  const journeys = await addJourneys(rt, staff, tally, { until, most: bounds.timers, kinds: bounds.kinds });
  const broadcasts = await addBroadcasts(rt, staff, tally, { until, most: bounds.people });
  const isPart = !messages || !broadcasts || journeys.unread;
  return { tally, upTo: journeys.all ? undefined : journeys.upTo, isPart, isAll: journeys.all && !isPart };
}

/** Everything that will be sent from now up to `until` (UTC ms), nobody answering. Changes nothing. Throws `forbidden`. */
export async function planSendings(
  rt: Runtime,
  staff: Staff,
  until: number,
  bounds: Bounds = BOUNDS,
): Promise<Plan> {
  requireRight(staff, 'coordinate');
  const { tally, upTo, isPart } = await gatherSendings(rt, staff, until, bounds);
  return {
    lines: [...tally.lines.values()],
    together: await judgePhones(rt, tally),
    held: tally.held,
    ...(upTo === undefined ? {} : { partFrom: upTo }),
    isPart,
  };
}
