import { dateText, dayOf, parseDate, weekdayOf } from '../../journey/time/calendar.ts';
import { DAY_MS, HOUR_MS, instantAt, wallAt } from '../../journey/time/zone.ts';
import { snoozeConversations } from '../../store/talks/notes.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { requireConversation } from './find-conversation.ts';

/** i eftermiddag · i morgen · næste mandag; anything else is an ISO date. */
const SNOOZES = ['eftermiddag', 'morgen', 'mandag'] as const;
export type SnoozeChoice = (typeof SNOOZES)[number];

const AFTERNOON_HOUR = 13;
const MORNING_HOUR = 8;
const FURTHEST_DAYS = 366;

const wallOf = (day: number, hour: number): number => instantAt(day * DAY_MS + hour * HOUR_MS);

/** The instant a choice means on the Copenhagen wall clock, UTC ms; undefined when it is past, too far away or no date. */
export function snoozeUntil(choice: string, now: number): number | undefined {
  const today = dayOf(wallAt(now));
  const afternoon = wallOf(today, AFTERNOON_HOUR);
  if (choice === 'eftermiddag') return afternoon > now ? afternoon : undefined;
  if (choice === 'morgen') return wallOf(today + 1, MORNING_HOUR);
  if (choice === 'mandag') return wallOf(today + 8 - weekdayOf(today), MORNING_HOUR);
  const day = parseDate(choice);
  if (day === undefined || day <= today || day > today + FURTHEST_DAYS) return undefined;
  return wallOf(day, MORNING_HOUR);
}

/** The first day that can be chosen by date: tomorrow, as "2027-03-02". */
export const firstSnoozeDay = (now: number): string => dateText(dayOf(wallAt(now)) + 1);

/** Puts a conversation off; what comes later wakes it. An empty choice wakes it now. Throws `not-found`, `field-unreadable`. */
export async function snoozeConversation(
  rt: Runtime,
  staff: Staff,
  id: string,
  choice: string,
): Promise<void> {
  const party = await requireConversation(rt, staff, 'care', id);
  const at = rt.now();
  const until = choice === '' ? null : snoozeUntil(choice, at);
  if (until === undefined) throw new AppError('field-unreadable', 'dato');
  const entry = ledgerRow(rt, {
    kind: until === null ? 'conversation.woken' : 'conversation.snoozed',
    actor: staff.id,
    ...(party.relativeId ? { relativeId: party.relativeId } : {}),
    subject: party.id,
    body: until === null ? {} : { until },
  });
  await rt.db.lane.put(snoozeConversations, { party, until, at, ledger: [entry] });
}
