// The seats of an arrangement. A wish is written `waiting`, and `giveSeats` in the same commit gives seats to the longest-waiting
// who fit: seats are given nowhere else, so more are never given than there are. Whoever puts these into a commit of their own
// (a turn of a journey) puts `wantSeats` and `giveUpSeats` first, each under the condition that the turn is taken, and then
// `giveSeats` for every arrangement in the commit, without a condition: it gives what is free and nothing else, also twice.
// Afterwards `attendances.state` says what came of a wish: yes | waiting, and of one out of a journey invited | no: it was closed.
import type { Statement } from '../lane.ts';
import { at, type Condition, type Conditional } from '../rows.ts';

const HOUR_MS = 3_600_000;

/** One who wants a seat: a relative, or somebody known by a name alone. Instants UTC ms. */
export type Wish = {
  /** What the attendance is called when there is none yet. */
  id: string;
  eventId: string;
  relativeId: string | null;
  nameSealed?: string | null;
  contactSealed?: string | null;
  /** Counted down to what the arrangement allows each. */
  guests: number;
  at: number;
  /** sms · page · public · staff · journey */
  by: string;
  /** Staff, or what took the wish. */
  createdBy: string;
  /** The journey the wish comes out of: it is told what came of it in any case, also that nothing did. */
  journeyId?: string;
  /** Staff sign up also after sign-up has closed. */
  byHand?: boolean;
  /** Nobody writes to this relative, and staff tell them; not where a journey has written to them of it: that goes on and tells. */
  unasked?: boolean;
};

/** One who gives up a seat, a place in the line or an invitation; named by the attendance or, for a relative, by the arrangement. */
export type GivenUp = {
  eventId: string;
  attendanceId?: string;
  relativeId?: string;
  at: number;
  by: string;
  /** The person is still to be told; not when it is they who said so, and are answered. */
  tell: boolean;
};

/**
 * An arrangement whose free seats are given; in the lock period only to the one named, by the attendance or the relative,
 * and with `inTurn` only when they came into the line at that instant, and nobody who would fit stands before them.
 */
export type Giving = {
  eventId: string;
  at: number;
  attendanceId?: string;
  relativeId?: string;
  inTurn?: boolean;
};

/** The number of the next telling: one that no turn under way can have. */
export const nextTelling = (table: string): string => `coalesce(${table}.pending, ${table}.told) + 1`;

/** The seats that are taken of an arrangement, guests included. */
export const takenSeats = (
  eventId: string,
): string => `(SELECT coalesce(sum(1 + taken.guests), 0) FROM attendances taken
  WHERE taken.event_id = ${eventId} AND taken.state = 'yes')`;

/** True of a party there are seats enough for when nobody else comes; another stands in line and keeps nobody waiting. */
export const fitsIn = (event: string, place: string): string =>
  `(${event}.capacity IS NULL OR 1 + ${place}.guests <= ${event}.capacity)`;

/** The most guests one may bring: never more than there are seats beside their own. */
export const mostGuests = (event: string): string =>
  `max(0, iif(${event}.capacity IS NULL, ${event}.guests, min(${event}.guests, ${event}.capacity - 1)))`;

/** True while the last hours before it begins, in which no seat is given on its own, have not come. */
const beforeLock = (event: string, instant: string): string =>
  `${instant} < ${event}.starts_at - ${event}.lock_hours * ${HOUR_MS}`;

/** True while one can sign up oneself. */
export const takesSignUps = (event: string, instant: string): string => `(${event}.state = 'open'
  AND ${instant} < coalesce(${event}.sign_up_until, ${event}.starts_at) AND ${beforeLock(event, instant)})`;

/** True while staff can sign somebody up. */
export const takesByHand = (event: string, instant: string): string =>
  `(${event}.state = 'open' AND ${instant} < ${event}.ends_at)`;

/** The record a relative's record leads on to. */
const kept = (relative: string): string =>
  `coalesce((SELECT m.merged_into FROM relatives m WHERE m.id = ${relative}), ${relative})`;

const ALWAYS: Condition = { join: () => '' };

const IS_NEW_WISH = `excluded.state = 'waiting' AND attendances.state IN ('invited', 'no')`;

/** True where a journey that tells of it is under way. */
const IS_WRITTEN_TO = `EXISTS (SELECT 1 FROM journeys wj WHERE wj.id = attendances.journey_id AND wj.status <> 'ended')`;

/** Invited in the row that is tried means: sign-up is closed. */
const wished = (
  join: string,
): string => `INSERT INTO attendances (id, event_id, relative_id, name_sealed, contact_sealed, guests,
    state, since, by, journey_id, told, pending, why, created_at, created_by)
  SELECT ${at(0)}, ev.id, r.id, ${at(3)}, ${at(4)}, max(0, min(${at(5)}, ${mostGuests('ev')})),
    iif(${takesSignUps('ev', at(6))} OR (${at(10)} = 1 AND ${takesByHand('ev', at(6))}), 'waiting', 'invited'),
    ${at(6)}, ${at(7)}, ${at(9)}, 0, iif(${at(11)} = 1, NULL, 1), iif(${at(11)} = 1, 'unasked', NULL), ${at(6)}, ${at(8)}
  FROM json_each(?) e JOIN events ev ON ev.id = ${at(1)} ${join}
  LEFT JOIN relatives r ON r.id = ${kept(at(2))}
  WHERE (${at(2)} IS NULL) = (r.id IS NULL) AND (${at(9)} IS NOT NULL OR ${takesSignUps('ev', at(6))}
    OR (${at(10)} = 1 AND ${takesByHand('ev', at(6))}))
  ON CONFLICT (event_id, relative_id) WHERE relative_id IS NOT NULL DO UPDATE SET
    state = iif(${IS_NEW_WISH}, 'waiting', state), since = iif(${IS_NEW_WISH}, excluded.since, since),
    by = iif(${IS_NEW_WISH}, excluded.by, by), why = iif(${IS_NEW_WISH}, iif(${IS_WRITTEN_TO}, NULL, excluded.why), why),
    guests = iif(${IS_NEW_WISH}, excluded.guests, guests),
    journey_id = coalesce(excluded.journey_id, journey_id),
    pending = iif(excluded.pending IS NULL AND NOT ${IS_WRITTEN_TO}, pending, ${nextTelling('attendances')})
  WHERE (${IS_NEW_WISH}) OR excluded.journey_id IS NOT NULL
  ON CONFLICT (id) DO UPDATE SET state = 'waiting', since = excluded.since, guests = excluded.guests, by = excluded.by,
    name_sealed = iif(relative_id IS NULL, excluded.name_sealed, NULL),
    pending = ${nextTelling('attendances')}
  WHERE ${IS_NEW_WISH} AND excluded.by = 'public'`;

/**
 * Writes wishes into the line, each when its condition holds; who has a seat or stands in line keeps it, with their place
 * and their guests: another number of guests is a change of its own (attend.ts).
 * `giveSeats` must follow in the same commit. No statement for no wishes.
 */
export function wantSeats(
  wishes: readonly Conditional<Wish>[],
  { join }: Pick<Condition, 'join'> = ALWAYS,
): Statement[] {
  const [first] = wishes;
  if (!first) return [];
  const rows = wishes.map(({ row: w, keys }) => [
    w.id,
    w.eventId,
    w.relativeId,
    w.nameSealed ?? null,
    w.contactSealed ?? null,
    w.guests,
    w.at,
    w.by,
    w.createdBy,
    w.journeyId ?? null,
    w.byHand ? 1 : 0,
    w.unasked ? 1 : 0,
    ...keys,
  ]);
  return [{ sql: wished(join(...first.keys.map((_, i) => at(12 + i)))), args: [JSON.stringify(rows)] }];
}

/**
 * Gives up seats, places in the line and invitations, each when its condition holds and the arrangement is open, also in
 * the lock period. `giveSeats` in the same commit gives what was freed to the next. No statement for none.
 */
export function giveUpSeats(
  given: readonly Conditional<GivenUp>[],
  { join }: Pick<Condition, 'join'> = ALWAYS,
): Statement[] {
  const [first] = given;
  if (!first) return [];
  const sql = `UPDATE attendances SET state = 'no', since = ${at(3)}, by = ${at(4)}, guests = 0,
      told = iif(${at(5)} = 1, told, coalesce(pending, told)),
      pending = iif(${at(5)} = 1 AND why IS NOT 'unasked', ${nextTelling('attendances')}, NULL)
    FROM json_each(?) e JOIN events ev ON ev.id = ${at(0)} AND ev.state = 'open' ${join(...first.keys.map((_, i) => at(6 + i)))}
    WHERE attendances.event_id = ev.id AND attendances.state IN ('invited', 'yes', 'waiting')
      AND attendances.id = coalesce(${at(1)}, (SELECT a.id FROM attendances a
        WHERE a.event_id = ev.id AND a.relative_id = ${kept(at(2))}))
    RETURNING attendances.id`;
  const rows = given.map(({ row: g, keys }) => [
    g.eventId,
    g.attendanceId ?? null,
    g.relativeId ?? null,
    g.at,
    g.by,
    g.tell ? 1 : 0,
    ...keys,
  ]);
  return [{ sql, args: [JSON.stringify(rows)] }];
}

/** True where nobody who would fit stands before this one in line. */
const isNext = (
  place: string,
): string => `NOT EXISTS (SELECT 1 FROM attendances b JOIN events bv ON bv.id = b.event_id
  WHERE b.event_id = ${place}.event_id AND b.state = 'waiting' AND (b.since, b.id) < (${place}.since, ${place}.id)
    AND ${fitsIn('bv', 'b')})`;

/** The one statement that gives seats; `givings` is the place of a JSON list of [arrangement, instant, attendance, relative, in turn]. */
export const givingFrom = (givings: string): string => `UPDATE attendances SET state = 'yes', since = p.at,
    pending = ${nextTelling('attendances')}
  FROM (SELECT w.id, k.at, k.free, sum(1 + w.guests) OVER (PARTITION BY w.event_id ORDER BY w.since, w.id) AS upto
    FROM (SELECT ev.id, ev.capacity, max(${at(1)}) AS at, iif(ev.capacity IS NULL, 1e15, ev.capacity - ${takenSeats('ev.id')}) AS free,
        ${beforeLock('ev', `max(${at(1)})`)} AS is_free
      FROM json_each(${givings}) e JOIN events ev ON ev.id = ${at(0)} AND ${takesByHand('ev', at(1))} GROUP BY ev.id) k
    JOIN attendances w ON w.event_id = k.id AND w.state = 'waiting' AND ${fitsIn('k', 'w')}
      AND (k.is_free OR EXISTS (SELECT 1 FROM json_each(${givings}) e
        WHERE ${at(0)} = w.event_id AND (${at(2)} = w.id OR ${at(3)} = w.relative_id)
          AND (${at(4)} IS NOT 1 OR (w.since = ${at(1)} AND ${isNext('w')}))))) p
  WHERE attendances.id = p.id AND p.upto <= p.free
  RETURNING attendances.id`;

/**
 * Gives the free seats of arrangements to the longest-waiting whose seats all fit, in strict order: one who needs more
 * than is free lets nobody pass, but for a party larger than the arrangement, which waits until staff make it smaller or the
 * arrangement larger. In the lock period only to whom staff give one. Each who gets a seat is to be told.
 */
export function giveSeats(givings: readonly Giving[]): Statement[] {
  if (givings.length === 0) return [];
  const rows = givings.map((g) => [
    g.eventId,
    g.at,
    g.attendanceId ?? null,
    g.relativeId ?? null,
    g.inTurn ? 1 : 0,
  ]);
  return [{ sql: givingFrom('?1'), args: [JSON.stringify(rows)] }];
}
