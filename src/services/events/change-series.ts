// A change of one arrangement that holds for all later ones of its series as well: seen before, and made in one commit.
import { dayOf, weekdayOf } from '../../journey/time/calendar.ts';
import { holidayOn } from '../../journey/time/holidays.ts';
import { wallAt } from '../../journey/time/zone.ts';
import { changeEvents } from '../../store/events/change-events.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import type { Staff } from '../staff/staff.ts';
import { carryOver, contentNow, type Example, shiftOf } from './carry-over.ts';
import { checkAgainst, type ToTell } from './change-event.ts';
import { type CheckedEvent, type EventForm, type EventProblem, eventError } from './check-event.ts';
import { countTells } from './count-tells.ts';
import { type EventToChange, laterOfSeries, type SeenEvent, thoseSeen } from './later-of-series.ts';
import { isMove, planChange } from './plan-change.ts';

/** One arrangement as it would be. Instants UTC ms. */
export type SeriesChange = SeenEvent & {
  title: string;
  state: string;
  startsAt: number;
  /** When it begins as it is now. */
  from: number;
  isMoved: boolean;
  tells: ToTell[];
  /** What stands against its new day. */
  holiday?: string;
  isSunday: boolean;
};

/** What is wrong in a series; `startsAt` is the one it is wrong in, absent for the form itself. */
export type SeriesProblem = EventProblem & { startsAt?: number };

/** What a change of a series would do, in how many arrangements, before it is done; with problems nothing can be done. */
export type SeriesPreview = { events: SeriesChange[]; problems: SeriesProblem[] };

type Next = { event: EventToChange; next: CheckedEvent };

/** What is wrong with one of the others after the change. */
function wrongWith(rt: Runtime, { event, next }: Next): Omit<EventProblem, 'told'> | undefined {
  const { capacity, guests, sessions } = next;
  if ((sessions[0]?.startsAt ?? 0) <= rt.now()) return { field: 'sessions', code: 'date-past' };
  if (capacity !== null && capacity < event.row.seats) return { field: 'capacity', code: 'seats-taken' };
  if (capacity !== null && 1 + guests > capacity) return { field: 'guests', code: 'guests-over-seats' };
  return undefined;
}

function carryOn(
  rt: Runtime,
  example: Example,
  later: readonly EventToChange[],
): { all: Next[]; problems: SeriesProblem[] } {
  const shift = shiftOf(example);
  if (shift === undefined) return { all: [], problems: [{ field: 'sessions', code: 'series-uneven' }] };
  const all: Next[] = [];
  const problems: SeriesProblem[] = [];
  for (const event of later) {
    const carried = carryOver(example, contentNow(rt, event), shift);
    const { startsAt } = event.row;
    const wrong = 'wrong' in carried ? carried.wrong : wrongWith(rt, { event, next: carried.event });
    if (wrong) problems.push({ ...wrong, startsAt });
    else if ('event' in carried) all.push({ event, next: carried.event });
  }
  return { all, problems };
}

async function plan(
  rt: Runtime,
  staff: Staff,
  series: { first: EventToChange; later: readonly EventToChange[] },
  form: EventForm,
): Promise<{ all: Next[]; problems: SeriesProblem[] }> {
  const { first, later } = series;
  const checked = await checkAgainst(rt, staff, first, form);
  if ('problems' in checked) return { all: [], problems: checked.problems };
  const example = { before: contentNow(rt, first), after: checked.event };
  const { all, problems } = carryOn(rt, example, later);
  return { all: [{ event: first, next: checked.event }, ...all], problems };
}

function toChange(rt: Runtime, { event, next }: Next, tellsOf: (id: string) => ToTell[]) {
  const { id, title, state, startsAt: from, changedAt: seen } = event.row;
  const startsAt = next.sessions[0]?.startsAt ?? from;
  const day = dayOf(wallAt(startsAt));
  const holiday = holidayOn(day);
  const isMoved = state === 'open' && isMove(rt, event, next);
  return {
    ...{ id, seen, title, state, startsAt, from, isMoved },
    tells: isMoved ? tellsOf(id) : [],
    isSunday: weekdayOf(day) === 7,
    ...(holiday ? { holiday } : {}),
  };
}

/**
 * Shows what a change of an arrangement would do to it and to all later ones of its series, and whom it tells of what. Times
 * are moved by as much as this one's, on the wall clock. Throws `not-found`, `forbidden`, `too-many`.
 */
export async function previewSeriesChange(
  rt: Runtime,
  staff: Staff,
  id: string,
  form: EventForm,
): Promise<SeriesPreview> {
  const { all, problems } = await plan(rt, staff, await laterOfSeries(rt, staff, id), form);
  if (problems.length > 0) return { events: [], problems };
  const tellsOf = await countTells(
    rt,
    all.map(({ event }) => event.row.id),
  );
  return { events: all.map((next) => toChange(rt, next, tellsOf)), problems: [] };
}

/**
 * Changes an arrangement and the later ones of its series that were `seen`, all or none. Whoever is in one that is moved, is
 * invited or in line is told once for each. Throws what `previewSeriesChange` throws, its first problem, and
 * `changed-meanwhile` when one of them was.
 */
export async function changeSeries(
  rt: Runtime,
  staff: Staff,
  id: string,
  { seen, ...form }: EventForm & { seen: readonly SeenEvent[] },
): Promise<void> {
  const { first, later } = await laterOfSeries(rt, staff, id);
  const all = thoseSeen([first, ...later], seen);
  if (!all.some(({ row }) => row.id === id)) throw new AppError('changed-meanwhile');
  const others = all.filter(({ row }) => row.id !== id);
  const planned = await plan(rt, staff, { first, later: others }, form);
  if (planned.problems.length > 0) throw eventError(planned.problems);
  const changes = planned.all.map(({ event, next }) =>
    planChange(rt, event, next, seen.find((one) => one.id === event.row.id)?.seen ?? 0),
  );
  const ledger = changes.map((change) =>
    ledgerRow(rt, {
      kind: change.isMoved ? 'event.moved' : 'event.changed',
      actor: staff.id,
      subject: change.id,
    }),
  );
  if (!(await rt.db.lane.put(changeEvents, { at: rt.now(), changes, ledger })))
    throw new AppError('changed-meanwhile');
  for (const change of changes) rt.bell.ring({ job: 'tell-events', event: change.id });
}
