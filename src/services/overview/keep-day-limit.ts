import { laterOpenings } from '../../journey/time/open-days.ts';
import type { SendWindow } from '../../journey/time/window.ts';
import { TIME_TO_LEAVE_MS } from '../../store/messages/day-limit.ts';
import { dayAt } from './sending.ts';

/** An SMS as the limit sees it. */
export type Limited = { at: number; free: boolean; answer: boolean; notAfter?: number };

const MOST_PUT_OFF = 60;

/**
 * When each of the SMS to one phone leaves under a limit a day, in the order given; `before` have left today already.
 * Follows what the claim does: the rest of a day waits for the next one that opens, unless it would be lost. UTC ms.
 */
export function keepDayLimit(
  sms: readonly Limited[],
  {
    limit,
    window,
    now,
    before = 0,
  }: { limit: number | null; window: SendWindow; now: number; before?: number },
): number[] {
  const left = sms.map(({ at }) => at);
  if (limit === null) return left;
  const counts = new Map<number, number>([[dayAt(now), before]]);
  const order = sms.map((one, n) => ({ one, n, at: Math.max(one.at, now), tries: 0 }));
  for (;;) {
    order.sort((a, b) => a.at - b.at || a.n - b.n);
    const next = order.shift();
    if (!next) return left;
    const { one, n, at, tries } = next;
    const count = counts.get(dayAt(at)) ?? 0;
    const later = one.free || count < limit || tries >= MOST_PUT_OFF ? undefined : nextDay(one, at, window);
    if (later !== undefined) order.push({ one, n, at: later, tries: tries + 1 });
    else {
      if (!one.answer) counts.set(dayAt(at), count + 1);
      left[n] = tries === 0 ? one.at : at;
    }
  }
}

function nextDay({ notAfter }: Limited, at: number, window: SendWindow): number | undefined {
  const [opening] = laterOpenings(window, at, 1);
  return opening !== undefined && opening + TIME_TO_LEAVE_MS <= (notAfter ?? Number.POSITIVE_INFINITY)
    ? opening
    : undefined;
}
