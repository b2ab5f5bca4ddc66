import { dayOf } from './calendar.ts';
import { clockMs, parseClock } from './clock.ts';
import { countsDays, type Duration, durationText, exactMs, parseDuration, shiftDay } from './duration.ts';
import { anchorAt } from './format.ts';
import { DAY_MS, instantAt, wallAt } from './zone.ts';

/** Which way a moment gives when its time is closed. */
export type Direction = 'before' | 'after';

/**
 * A point in time told from an anchor; the anchor 'start' is the journey's start, and "on" an anchor is direction 'before'.
 * `reminder` is the n-th of the reminders the arrangement has: how many days before follows from it.
 */
export type Moment = {
  offset: Duration | undefined;
  direction: Direction;
  anchor: string;
  clock: string | undefined;
  reminder?: number;
};

/** For each event anchor, so many days before it one is reminded. */
export type Reminders = Readonly<Record<string, readonly number[]>>;

/** The dates a journey is planned around: '2027-04-01' or '2027-04-01T14:00' on the wall clock. */
export type Anchors = Readonly<Record<string, string>>;

const ANCHOR = String.raw`(\p{L}[\p{L}\p{N}_-]*)`;
const ON = new RegExp(String.raw`^\s*on\s+${ANCHOR}\s+at\s+(\S+)\s*$`, 'u');
const REMINDER = new RegExp(String.raw`^\s*([1-5])\.\s+reminder\s+before\s+${ANCHOR}\s+at\s+(\S+)\s*$`, 'u');
const OFFSET = new RegExp(
  String.raw`^\s*(\d+\s+\p{L}+)\s+(before|after)\s+${ANCHOR}(?:\s+at\s+(\S+))?\s*$`,
  'u',
);

/**
 * Reads "3 days before indflytning at 09:00", "on indflytning at 08:00", "2 hours before temadag" or "1. reminder before
 * temadag at 10:00"; undefined for anything else. Days, weeks and months need a clock; minutes and hours take none.
 */
export function parseMoment(text: string): Moment | undefined {
  const on = ON.exec(text);
  if (on) return withClock({ offset: undefined, direction: 'before', anchor: on[1] ?? '', clock: on[2] });
  const reminded = REMINDER.exec(text);
  if (reminded) {
    const [, n, anchor = '', clock] = reminded;
    return withClock({ offset: undefined, direction: 'before', anchor, clock, reminder: Number(n) });
  }
  const found = OFFSET.exec(text);
  const offset = parseDuration(found?.[1] ?? '');
  if (!found || !offset) return undefined;
  const direction = found[2] === 'before' ? 'before' : 'after';
  const moment: Moment = { offset, direction, anchor: found[3] ?? '', clock: found[4] };
  if (countsDays(offset)) return withClock(moment);
  return moment.clock === undefined ? moment : undefined;
}

/** Writes a moment as `parseMoment` reads it. */
export function momentText(moment: Moment): string {
  const clock = moment.clock === undefined ? '' : ` at ${moment.clock}`;
  if (moment.reminder !== undefined) return `${moment.reminder}. reminder before ${moment.anchor}${clock}`;
  if (!moment.offset) return `on ${moment.anchor}${clock}`;
  return `${durationText(moment.offset)} ${moment.direction} ${moment.anchor}${clock}`;
}

/**
 * The moment with the days its arrangement has for that reminder, the earliest first; undefined when it has not so many. Any
 * other moment stays as it is.
 */
export function plannedMoment(moment: Moment, reminders: Reminders): Moment | undefined {
  const { reminder, ...rest } = moment;
  if (reminder === undefined) return moment;
  const amount = [...(reminders[moment.anchor] ?? [])].sort((a, b) => b - a)[reminder - 1];
  return amount === undefined ? undefined : { ...rest, offset: { amount, unit: 'days' } };
}

/**
 * The instant of a moment, not yet fitted to any window; undefined when its anchor has no readable value, or its
 * arrangement no such reminder.
 */
export function momentAt(
  written: Moment,
  anchors: Anchors,
  startedAt: number,
  reminders: Reminders = {},
): number | undefined {
  const moment = plannedMoment(written, reminders);
  if (!moment) return undefined;
  const base = baseAt(moment.anchor, anchors, startedAt);
  if (base === undefined) return undefined;
  const sign = moment.direction === 'before' ? -1 : 1;
  if (moment.offset && !countsDays(moment.offset)) return base + sign * exactMs(moment.offset);
  const day = dayOf(wallAt(base));
  const shifted = moment.offset ? shiftDay(day, moment.offset, sign) : day;
  return instantAt(shifted * DAY_MS + clockMs(moment.clock ?? '00:00'));
}

function baseAt(anchor: string, anchors: Anchors, startedAt: number): number | undefined {
  if (anchor === 'start') return startedAt;
  const value = Object.hasOwn(anchors, anchor) ? anchors[anchor] : undefined;
  return value === undefined ? undefined : anchorAt(value);
}

function withClock(moment: Moment): Moment | undefined {
  return moment.clock !== undefined && parseClock(moment.clock) !== undefined ? moment : undefined;
}
