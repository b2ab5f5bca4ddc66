import { dayStart } from '../../journey/time/open-days.ts';
import { countLeftSince } from '../../store/messages/open-sendings.ts';
import { breathe } from '../breathe.ts';
import { getOrganisation } from '../organisation.ts';
import type { Runtime } from '../runtime.ts';
import { keepDayLimit } from './keep-day-limit.ts';
import { dayAt, type Phone, type Sending, type Tally } from './sending.ts';

/** So many SMS to one phone on one day are worth a look, or fewer where the limit is lower. */
const CROWDED = 3;
const MOST_NAMED = 200;
const PAGE = 1000;

/** A phone that many SMS fall on; `until` is when the first that has to wait leaves (UTC ms). */
export type Crowded = { day: number; relativeId: string; count: number; putOff: number; until?: number };

/** What falls together on a day: how many phones, those with the most SMS first (at most 200), and how many SMS wait. */
export type DayTogether = { phones: number; worst: Crowded[]; putOff: number };

type Judge = {
  limit: number | null;
  from: number;
  window: Parameters<typeof keepDayLimit>[1]['window'];
  now: number;
};

function judgeOne(days: Map<number, DayTogether>, phone: Phone, before: number, judge: Judge): void {
  const sms = phone.lists.flat();
  const left = keepDayLimit(sms, { ...judge, before });
  const today = dayAt(judge.now);
  const counts = new Map<number, Crowded>();
  sms.forEach((one: Sending, n) => {
    const day = dayAt(one.at);
    const at = left[n] ?? one.at;
    const now = counts.get(day) ?? {
      day,
      relativeId: phone.relativeId ?? '',
      count: day === today ? before : 0,
      putOff: 0,
    };
    now.count += 1;
    if (dayAt(at) !== day) {
      now.putOff += 1;
      now.until = Math.min(now.until ?? at, at);
    }
    counts.set(day, now);
  });
  for (const one of counts.values()) {
    if (one.count < judge.from && one.putOff === 0) continue;
    const together = days.get(one.day) ?? { phones: 0, worst: [], putOff: 0 };
    together.phones += 1;
    together.putOff += one.putOff;
    if (one.relativeId !== '') together.worst.push(one);
    if (together.worst.length > 2 * MOST_NAMED) keepWorst(together);
    days.set(one.day, together);
  }
}

const keepWorst = (together: DayTogether): void => {
  together.worst.sort((a, b) => b.count - a.count || b.putOff - a.putOff);
  together.worst.splice(MOST_NAMED);
};

/** From how many SMS a day on a phone is shown, under this limit. */
export const showsCrowdFrom = (limit: number | null): number => Math.min(CROWDED, (limit ?? CROWDED) + 1);

/** What falls together on the phones of a tally, day by day, and what the limit a day makes of it. */
export async function judgePhones(rt: Runtime, tally: Tally): Promise<Map<number, DayTogether>> {
  const { dayLimit: limit, window } = await getOrganisation(rt);
  const now = rt.now();
  const from = showsCrowdFrom(limit);
  const days = new Map<number, DayTogether>();
  const all = [...tally.phones];
  for (let n = 0; n < all.length; n += PAGE) {
    const part = all.slice(n, n + PAGE);
    const before = await countLeftSince(
      rt.db,
      part.map(([id]) => id),
      dayStart(now),
    );
    for (const [id, phone] of part) judgeOne(days, phone, before.get(id) ?? 0, { limit, from, window, now });
    await breathe();
  }
  for (const together of days.values()) keepWorst(together);
  return days;
}
