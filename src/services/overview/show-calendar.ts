import { dateText, parseDate } from '../../journey/time/calendar.ts';
import { DAY_MS, instantAt } from '../../journey/time/zone.ts';
import { listNamesOf } from '../../store/people/relative-names.ts';
import { AppError } from '../app-error.ts';
import { getOrganisation } from '../organisation.ts';
import { openName } from '../relatives/open-names.ts';
import type { Runtime } from '../runtime.ts';
import { requireRight, type Staff, sightOf } from '../staff/staff.ts';
import type { Crowded, DayTogether } from './judge-phones.ts';
import { type Bounds, type Plan, planSendings } from './plan-sendings.ts';
import { dayAt, type Line, WAYS, type Way } from './sending.ts';

/** How far the calendar may reach, weeks of seven days from today. */
export const MOST_WEEKS = 6;
const MOST_IN_CALENDAR = 20;
const MOST_ON_DAY = 100;

/** A relative whose phone gets many SMS on a day. */
export type CrowdedRelative = Crowded & { date: string; name: string };

/** One day: how much goes each way, of it what is written already, and what falls together. */
export type CalendarDay = {
  date: string;
  /** The wall-clock day's beginning, UTC ms. */
  at: number;
  ways: Record<Way, number>;
  /** Of them written already, or a group message that is ordered. */
  sure: number;
  crowded: number;
  putOff: number;
};

export type Calendar = {
  days: CalendarDay[];
  crowded: CrowdedRelative[];
  /** How many more phones much falls on than are named. */
  more: number;
  limit: number | null;
  held: number;
  isPart: boolean;
  /** From this date on running journeys are not counted in full. */
  partFrom?: string;
};

/** When a day number begins, UTC ms. */
const startOf = (day: number): number => instantAt(day * DAY_MS);

const noTogether: DayTogether = { phones: 0, worst: [], putOff: 0 };

function toDay(plan: Plan, day: number): CalendarDay {
  const lines = plan.lines.filter((line) => line.day === day);
  const sum = (some: readonly Line[]): number => some.reduce((total, { count }) => total + count, 0);
  const ways = Object.fromEntries(WAYS.map((way) => [way, sum(lines.filter((line) => line.way === way))]));
  const { phones, putOff } = plan.together.get(day) ?? noTogether;
  return {
    date: dateText(day),
    at: startOf(day),
    ways: ways as Record<Way, number>,
    sure: sum(lines.filter(({ basis }) => basis !== 'foreseen')),
    crowded: phones,
    putOff,
  };
}

/** With their names, those in sight. */
export async function nameCrowded(
  rt: Runtime,
  staff: Staff,
  all: readonly Crowded[],
): Promise<CrowdedRelative[]> {
  const rows = await listNamesOf(
    rt.db,
    sightOf(staff),
    all.map(({ relativeId }) => relativeId),
  );
  const names = new Map(rows.map(({ id, nameSealed }) => [id, openName(rt, id, nameSealed) ?? '']));
  return all.flatMap((one) => {
    const name = names.get(one.relativeId);
    return name === undefined ? [] : [{ ...one, date: dateText(one.day), name }];
  });
}

const reach = ({ held, isPart, partFrom }: Plan) => ({
  held,
  isPart,
  ...(partFrom === undefined ? {} : { partFrom: dateText(dayAt(partFrom)) }),
});

/** What will be sent in so many weeks from today, day by day, and on whom much falls, the soonest first. Throws `forbidden`. */
export async function showCalendar(
  rt: Runtime,
  staff: Staff,
  { weeks, bounds }: { weeks: number; bounds?: Bounds },
): Promise<Calendar> {
  const today = dayAt(rt.now());
  const count = 7 * Math.min(Math.max(1, weeks), MOST_WEEKS);
  const plan = await planSendings(rt, staff, startOf(today + count), bounds);
  const days = Array.from({ length: count }, (_, n) => toDay(plan, today + n));
  const soonest = [...plan.together].sort(([a], [b]) => a - b).flatMap(([, { worst }]) => worst);
  const phones = [...plan.together.values()].reduce((sum, together) => sum + together.phones, 0);
  const crowded = await nameCrowded(rt, staff, soonest.slice(0, MOST_IN_CALENDAR));
  const { dayLimit: limit } = await getOrganisation(rt);
  return { days, crowded, more: phones - crowded.length, limit, ...reach(plan) };
}

/** One day: what goes from where, the most first, and on whom much falls. */
export type SendDay = Omit<Calendar, 'days'> & {
  day: CalendarDay;
  lines: Line[];
  /** The dates beside it that can be looked at. */
  before?: string;
  after?: string;
};

/** What will be sent on a date (2027-03-02). Throws `forbidden`, and `not-found` for a date that is past or too far away. */
export async function showSendDay(
  rt: Runtime,
  staff: Staff,
  date: string,
  bounds?: Bounds,
): Promise<SendDay> {
  requireRight(staff, 'coordinate');
  const day = parseDate(date);
  const today = dayAt(rt.now());
  const last = today + 7 * MOST_WEEKS;
  if (day === undefined || day < today || day >= last) throw new AppError('not-found');
  const plan = await planSendings(rt, staff, startOf(day + 1), bounds);
  const { phones, worst } = plan.together.get(day) ?? noTogether;
  const crowded = await nameCrowded(rt, staff, worst.slice(0, MOST_ON_DAY));
  const lines = plan.lines.filter((line) => line.day === day).sort((a, b) => b.count - a.count);
  const { dayLimit: limit } = await getOrganisation(rt);
  return {
    ...{ day: toDay(plan, day), lines, crowded, more: phones - crowded.length, limit, ...reach(plan) },
    ...(day > today ? { before: dateText(day - 1) } : {}),
    ...(day + 1 < last ? { after: dateText(day + 1) } : {}),
  };
}
