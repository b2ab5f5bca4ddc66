import type { KeptSession } from '../../store/events/change-events.ts';

type Time = { startsAt: number; minutes: number };

/**
 * Gives each session that is to take place the number it has for good, so that a calendar knows it again: one at the same
 * time keeps its own, the others take over those of sessions that are at no such time any more, in order, and what is more
 * than there was counts on from `last`, the highest number ever given. Both lists are in the order of their times.
 */
export function keepSessions(
  before: readonly KeptSession[],
  last: number,
  next: readonly Time[],
): KeptSession[] {
  const moved = before.filter((was) => !next.some(({ startsAt }) => startsAt === was.startsAt));
  let highest = last;
  return next.map(({ startsAt, minutes }) => {
    const own = before.find((was) => was.startsAt === startsAt) ?? moved.shift();
    if (!own) highest += 1;
    return { n: own?.n ?? highest, startsAt, minutes };
  });
}
