// More times of a series there is: drafts like one of it, after its last.
import { dateText, dayOf } from '../../journey/time/calendar.ts';
import { instantAt, wallAt } from '../../journey/time/zone.ts';
import { listEventRows } from '../../store/events/event-lists.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type Staff, sightOf } from '../staff/staff.ts';
import { contentNow } from './carry-over.ts';
import { formOfEvent } from './form-of-event.ts';
import { MOST_TOGETHER } from './later-of-series.ts';
import { type Rhythm, type SeriesDay, seriesDays } from './make-series.ts';
import { type EventAndSessions, ownEvent } from './own-event.ts';
import { addDraft } from './save-event.ts';
import { wallText } from './wall-text.ts';

const WEEK_DAYS = 7;
const MOST_WEEKS = 12;
const MOST_LISTED = 400;

/** What a series can go on from: the date of its last time ("2027-05-04"), and how many weeks there were before it. */
export type SeriesEnd = { after: string; weeks: number };

async function ownSeries(rt: Runtime, staff: Staff, id: string) {
  const event = await ownEvent(rt, staff, id);
  const { seriesId } = event.row;
  if (seriesId === null) throw new AppError('not-found');
  return { event, seriesId };
}

/** Where a series ends now. Throws `not-found` also for an arrangement that is of none, `forbidden`. */
export async function findSeriesEnd(rt: Runtime, staff: Staff, id: string): Promise<SeriesEnd> {
  const { event, seriesId } = await ownSeries(rt, staff, id);
  const query = { when: 'coming', now: 0, seriesId, sight: sightOf(staff), limit: MOST_LISTED } as const;
  const rows = await listEventRows(rt.db, query);
  const days = [event.row, ...rows].map(({ startsAt }) => dayOf(wallAt(startsAt))).sort((a, b) => a - b);
  const last = days.at(-1) ?? 0;
  const weeks = (last - (days.findLast((day) => day < last) ?? last)) / WEEK_DAYS;
  return {
    after: dateText(last),
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= MOST_WEEKS ? weeks : 1,
  };
}

/** So many more times, from a date on at the clock of the arrangement they are made from. */
export type Extension = Rhythm & { after: string };

function daysAfter(rt: Runtime, event: EventAndSessions, { after, weeks, times, skip = [] }: Extension) {
  if (!Number.isInteger(times) || times < 1) throw new AppError('field-unreadable', 'times');
  const clock = wallText(wallAt(event.row.startsAt)).slice(10);
  return seriesDays(rt, `${after}${clock}`, { weeks, times: times + 1, skip }).slice(1);
}

/** The days a series would go on with, and what stands against each. Throws `not-found`, `forbidden`, `field-unreadable`, `date-…`. */
export async function previewExtension(
  rt: Runtime,
  staff: Staff,
  id: string,
  extension: Extension,
): Promise<SeriesDay[]> {
  const { event } = await ownSeries(rt, staff, id);
  return daysAfter(rt, event, extension);
}

/** The form of another time like this one, every time of it moved to begin at `at`. */
function formAt(rt: Runtime, event: EventAndSessions, at: number) {
  const like = contentNow(rt, event);
  const shift = wallAt(at) - wallAt(event.row.startsAt);
  const moved = (instant: number): number => instantAt(wallAt(instant) + shift);
  return formOfEvent({
    ...like,
    sessions: like.sessions.map((one) => ({ ...one, startsAt: moved(one.startsAt) })),
    signUpUntil: like.signUpUntil === null ? null : moved(like.signUpUntil),
  });
}

/**
 * Adds drafts like an arrangement of a series to it, under the form's `id`: pressing twice makes them once, and what a fault
 * left is made by the next press. Throws what `previewExtension` throws, `too-many` for more than 120 of a series to come, the first
 * problem of a draft, and `already-done` when the form made others.
 */
export async function extendSeries(
  rt: Runtime,
  staff: Staff,
  eventId: string,
  { id, ...extension }: Extension & { id: string },
): Promise<{ ids: string[] }> {
  const { event, seriesId } = await ownSeries(rt, staff, eventId);
  const days = daysAfter(rt, event, extension).filter(({ isSkipped }) => !isSkipped);
  const wrong = days.find(({ problem }) => problem);
  if (wrong?.problem) throw new AppError(`date-${wrong.problem}`, 'times');
  const query = { when: 'coming', now: rt.now(), seriesId, sight: sightOf(staff) } as const;
  const coming = await listEventRows(rt.db, { ...query, limit: MOST_LISTED });
  const known = coming.filter((row) => !row.id.startsWith(`${id}.`)).length;
  if (known + days.length > MOST_TOGETHER) throw new AppError('too-many', 'times');
  const ids: string[] = [];
  for (const [i, { at = 0 }] of days.entries()) {
    const made = { ...formAt(rt, event, at), id: `${id}.${i + 1}`, seriesId };
    ids.push((await addDraft(rt, staff, made)).id);
  }
  return { ids };
}
