import { anchorAt } from '../../journey/time/format.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';

/** Somebody who is late still asks where it is. */
const AFTER_MS = 3_600_000;

/**
 * The journey that HVOR is about: the soonest appointment or arrangement of the one person who has any at this phone. On a shared phone,
 * or where two have one, none: a person answers.
 */
export function chooseWhere(journeys: readonly LoadedJourney[], now: number): LoadedJourney | undefined {
  const about = journeys
    .filter((j) => (j.meeting || j.events) && !j.state.hold && !j.sharedPhone && j.channel === 'sms')
    .map((journey) => ({ journey, at: beginOf(journey) }))
    .filter(({ at }) => at + AFTER_MS > now);
  const [soonest] = about.sort((a, b) => a.at - b.at);
  return about.some(({ journey }) => journey.relativeId !== soonest?.journey.relativeId)
    ? undefined
    : soonest?.journey;
}

const beginOf = ({ state }: LoadedJourney): number =>
  Math.max(...Object.values(state.anchors).map((value) => anchorAt(value) ?? 0));
