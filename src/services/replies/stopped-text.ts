import { formatDate, formatTime } from '../../journey/time/format.ts';

/** What staff read of a stop by somebody who has a seat: it is kept. `startsAt` is when what is soonest begins, UTC ms; undefined for who has none, of whom the desk has words of its own. */
export const stoppedText = (startsAt: number | undefined): string | undefined =>
  startsAt === undefined
    ? undefined
    : `Vil ikke have sms, men har stadig plads til et arrangement ${formatDate(startsAt, 'da')} kl. ${formatTime(startsAt, 'da')}. Ring, og sig det, der skal siges om det.`;
