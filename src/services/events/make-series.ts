// A series is made of arrangements of their own that know each other: "hver anden tirsdag kl. 17" on the wall, whatever the clocks do.
import { dateText, dayOf, weekdayOf } from '../../journey/time/calendar.ts';
import { parseWallClock } from '../../journey/time/format.ts';
import { holidayOn } from '../../journey/time/holidays.ts';
import { wallAt } from '../../journey/time/zone.ts';
import { AppError } from '../app-error.ts';
import { readWhen } from '../appointments/read-when.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff } from '../staff/staff.ts';
import { checkEvent, type EventForm, eventError } from './check-event.ts';
import { addDraft } from './save-event.ts';
import { wallText } from './wall-text.ts';

/** So many times, each so many weeks after the one before; `skip` are dates ("2027-12-24") that are left out and not made up for. */
export type Rhythm = { weeks: number; times: number; skip?: readonly string[] };

/** One time of a series. `value` is the wall clock; a time the clocks skip or double is a `problem`. */
export type SeriesDay = {
  date: string;
  value: string;
  at?: number;
  holiday?: string;
  isSunday: boolean;
  problem?: 'nonexistent' | 'ambiguous';
  isSkipped: boolean;
};

const MOST_TIMES = 60;
const MOST_WEEKS = 12;

/** The times of a rhythm from the first one on, at the same wall clock, with what stands against each. Throws `field-unreadable`, `date-…`. */
export function seriesDays(rt: Runtime, firstWhen: string, { weeks, times, skip = [] }: Rhythm): SeriesDay[] {
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > MOST_WEEKS)
    throw new AppError('field-unreadable', 'weeks');
  if (!Number.isInteger(times) || times < 2 || times > MOST_TIMES)
    throw new AppError('field-unreadable', 'times');
  const first = readWhen(firstWhen, rt.now());
  if ('problem' in first) throw new AppError(`date-${first.problem}`, 'sessions.0');
  const day = dayOf(wallAt(first.at));
  const clock = first.value.slice(10);
  return Array.from({ length: times }, (_, i) => dayAt(day + i * weeks * 7, clock, skip));
}

function dayAt(day: number, clock: string, skip: readonly string[]): SeriesDay {
  const date = dateText(day);
  const read = parseWallClock(`${date}${clock}`);
  const holiday = holidayOn(day);
  return {
    date,
    value: `${date}${clock}`,
    isSunday: weekdayOf(day) === 7,
    isSkipped: skip.includes(date),
    ...(holiday ? { holiday } : {}),
    ...('at' in read ? { at: read.at } : read.problem === 'unreadable' ? {} : { problem: read.problem }),
  };
}

/** What a series would become: its days, and what is wrong with the form. Throws what `seriesDays` throws. */
export async function previewSeries(rt: Runtime, staff: Staff, form: EventForm, rhythm: Rhythm) {
  requireRight(staff, 'coordinate');
  const days = seriesDays(rt, form.sessions[0]?.when ?? '', rhythm);
  const checked = await checkEvent(rt, staff, form);
  return { days, problems: 'problems' in checked ? checked.problems : [] };
}

/**
 * Makes the drafts of a series under the form's `id`; pressing twice makes them once. Sign-up closes as long before each as
 * before the first. Throws `forbidden`, the first problem of the form or the days, and `already-done` when the form made another.
 */
export async function makeSeries(
  rt: Runtime,
  staff: Staff,
  { id, ...form }: EventForm & { id: string },
  rhythm: Rhythm,
): Promise<{ seriesId: string; ids: string[] }> {
  requireRight(staff, 'coordinate');
  const [session] = form.sessions;
  if (!session || form.sessions.length > 1) throw new AppError('field-unreadable', 'sessions');
  const days = seriesDays(rt, session.when, rhythm).filter(({ isSkipped }) => !isSkipped);
  const wrong = days.find(({ problem }) => problem);
  if (wrong?.problem) throw new AppError(`date-${wrong.problem}`, 'sessions.0');
  const checked = await checkEvent(rt, staff, form);
  if ('problems' in checked) throw eventError(checked.problems);
  const { signUpUntil } = checked.event;
  const [firstDay] = seriesDays(rt, session.when, rhythm);
  const before = firstDay && signUpUntil !== null ? wallAt(firstDay.at ?? 0) - wallAt(signUpUntil) : null;
  const ids: string[] = [];
  for (const [i, { value, at = 0 }] of days.entries()) {
    const until = before === null ? '' : wallText(wallAt(at) - before);
    const sessions = [{ when: value, minutes: session.minutes }];
    const made = { ...form, id: `${id}.${i + 1}`, seriesId: id, sessions, signUpUntil: until };
    ids.push((await addDraft(rt, staff, made)).id);
  }
  return { seriesId: id, ids };
}
