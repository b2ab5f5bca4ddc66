import { formatDate, formatTime } from '../../journey/time/format.ts';
import type { HeldSeat } from '../../store/events/event-facts.ts';

/**
 * What staff read of a stop by somebody who has a seat: it is kept; and of one whose arrangement is cancelled, since the SMS
 * that says so may not have left. Undefined for who has none, of whom the desk has words of its own.
 */
export function stoppedText(seat: HeldSeat | undefined): string | undefined {
  if (seat === undefined) return undefined;
  const when = `${formatDate(seat.startsAt, 'da')} kl. ${formatTime(seat.startsAt, 'da')}`;
  return seat.isCancelled
    ? `Vil ikke have sms. Et arrangement ${when}, de var meldt til, er aflyst. Ring, og sig det, hvis de ikke ved det.`
    : `Vil ikke have sms, men har stadig plads til et arrangement ${when}. Ring, og sig det, der skal siges om det.`;
}
