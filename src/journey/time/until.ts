import { dayOf, weekdayOf } from './calendar.ts';
import { clockMs, parseClock } from './clock.ts';
import { addDuration, type Duration, durationText, parseDuration } from './duration.ts';
import { type Anchors, type Moment, momentAt, momentText, parseMoment, type Reminders } from './moment.ts';
import { nextOpen, type SendWindow } from './window.ts';
import { DAY_MS, instantAt, wallAt } from './zone.ts';

/** What a wait waits for. */
export type Until =
  | { kind: 'duration'; duration: Duration }
  | { kind: 'moment'; moment: Moment }
  | { kind: 'weekday'; weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; clock: string }
  | { kind: 'opening' };

type Weekday = Extract<Until, { kind: 'weekday' }>['weekday'];

const WEEKDAYS: ReadonlyMap<string, Weekday> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
]);

/**
 * Reads "2 days", "until 3 days before indflytning at 09:00", "until next tuesday at 10:00" or
 * "until next opening hour"; undefined for anything else.
 */
export function parseUntil(text: string): Until | undefined {
  const rest = /^\s*until\s+(\S.*)$/.exec(text)?.[1];
  if (rest === undefined) {
    const duration = parseDuration(text);
    return duration && { kind: 'duration', duration };
  }
  if (/^next\s+opening\s+hour\s*$/.test(rest)) return { kind: 'opening' };
  const moment = parseMoment(rest);
  return moment ? { kind: 'moment', moment } : parseWeekday(rest);
}

/** Writes an until as `parseUntil` reads it. */
export function untilText(until: Until): string {
  if (until.kind === 'duration') return durationText(until.duration);
  if (until.kind === 'moment') return `until ${momentText(until.moment)}`;
  if (until.kind === 'opening') return 'until next opening hour';
  const name = [...WEEKDAYS].find(([, weekday]) => weekday === until.weekday)?.[0];
  return `until next ${name} at ${until.clock}`;
}

/** What a wait is reckoned from, besides now. */
export type Plan = { anchors: Anchors; startedAt: number; window: SendWindow; reminders?: Reminders };

/**
 * The instant a wait that begins at `now` is over; undefined when its anchor has no value. "Next tuesday" is the
 * first Tuesday after today; the next opening hour is `now` itself while the window is open.
 */
export function untilAt(until: Until, now: number, plan: Plan): number | undefined {
  if (until.kind === 'duration') return addDuration(now, until.duration);
  if (until.kind === 'moment') return momentAt(until.moment, plan.anchors, plan.startedAt, plan.reminders);
  if (until.kind === 'opening') return nextOpen(plan.window, now);
  const today = dayOf(wallAt(now));
  const daysAhead = ((until.weekday - weekdayOf(today) + 6) % 7) + 1;
  return instantAt((today + daysAhead) * DAY_MS + clockMs(until.clock));
}

function parseWeekday(rest: string): Until | undefined {
  const found = /^next\s+([a-z]+)\s+at\s+(\S+)\s*$/i.exec(rest);
  const weekday = WEEKDAYS.get(found?.[1]?.toLowerCase() ?? '');
  const clock = found?.[2];
  if (!weekday || clock === undefined || parseClock(clock) === undefined) return undefined;
  return { kind: 'weekday', weekday, clock };
}
