import { DAY_MS } from '../../journey/time/zone.ts';
import type { LoadedJourney } from '../../store/journeys/journeys.ts';

/** Journeys that wait for an answer by SMS and do not stand still. */
export const waitingForAnswer = (journeys: readonly LoadedJourney[]): LoadedJourney[] =>
  journeys.filter((j) => j.state.awaiting === 'answer' && !j.state.hold && !j.sharedPhone);

/**
 * The journey an answer belongs to: the only one that waits, or the one that asked last when every other question
 * is a day older. When in doubt, none: a person decides.
 */
export function chooseJourney(waiting: readonly LoadedJourney[]): LoadedJourney | undefined {
  const [newest, next] = [...waiting].sort((a, b) => (b.state.askedAt ?? 0) - (a.state.askedAt ?? 0));
  if (!newest || !next) return newest;
  return (newest.state.askedAt ?? 0) - (next.state.askedAt ?? 0) >= DAY_MS ? newest : undefined;
}
