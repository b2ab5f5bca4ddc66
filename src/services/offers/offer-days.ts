import { isoDate } from '../../journey/time/format.ts';

/** The same day a year before an ISO date; the 29th of February counts as lying before the 1st of March. */
export const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/** What stands against an offer today: not looked at for a year, or past its last day. */
export function offerState(
  offer: { checkedOn: string; validUntil: string | null },
  now: number,
): { isStale: boolean; isOver: boolean } {
  const today = isoDate(now);
  return {
    isStale: offer.checkedOn <= yearBefore(today),
    isOver: offer.validUntil !== null && offer.validUntil < today,
  };
}
