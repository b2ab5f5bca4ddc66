// What staff do with one person's place, each change in one commit with what it gives to others.
import type { Client } from '@libsql/client';
import type { Statement, Write } from '../lane.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { at } from '../rows.ts';
import {
  fitsIn,
  type GivenUp,
  type Giving,
  giveSeats,
  giveUpSeats,
  mostGuests,
  takenSeats,
  takesByHand,
  takesSignUps,
  type Wish,
  wantSeats,
} from './seats.ts';

/** What came of a wish: a seat, a place in the line, nothing since sign-up is over, or nothing since they have one of the two already. */
export type SignedUp = { seat: 'yes' | 'waiting' | 'closed' | 'already'; attendanceId?: string };

export type SignUp = Wish & Noted;

const unkeyed = <R>(row: R) => ({ row, keys: [] });

/** Who is known by a name alone, or is not written to, is told on the spot, by the page or by staff; what comes later is told by staff. */
const toldOnTheSpot = ({ id, eventId, relativeId, at: when }: Wish): Statement => ({
  sql: `UPDATE attendances SET told = coalesce(pending, told), pending = NULL
    WHERE event_id = ?4 AND since = ?3 AND iif(?1 IS NULL, id = ?2 AND relative_id IS NULL, relative_id = ?1 AND why = 'unasked')`,
  args: [relativeId, id, when, eventId],
});

const findPlace = ({ id, eventId, relativeId }: Wish): Statement => ({
  sql: `SELECT a.id, a.state, a.since FROM attendances a WHERE a.event_id = ?1 AND (a.id = ?2 OR a.relative_id = ?3)`,
  args: [eventId, id, relativeId],
});

/** In the lock period, too, whoever staff sign up gets a free seat when nobody waits for it. */
const givingOf = ({ id, eventId, relativeId, at: when, byHand }: Wish): Giving => ({
  eventId,
  at: when,
  ...(byHand ? { attendanceId: id, inTurn: true } : {}),
  ...(byHand && relativeId ? { relativeId } : {}),
});

const signedUp = ({ at: when }: Wish, row: Record<string, unknown> | undefined): SignedUp => {
  if (row?.state !== 'yes' && row?.state !== 'waiting') return { seat: 'closed' };
  return { seat: row.since === when ? row.state : 'already', attendanceId: String(row.id) };
};

/** Signs people up, also after sign-up has closed where `byHand`: each gets a seat where nobody waits for one, or a place in the line. */
export const signUps: Write<SignUp, SignedUp> = noting(
  {
    name: 'sign-ups',
    statements: (items) =>
      items.flatMap((item) => [
        ...wantSeats([unkeyed(item)]),
        ...giveSeats([givingOf(item)]),
        toldOnTheSpot(item),
        findPlace(item),
      ]),
    outcomes: (items, results) => items.map((item) => signedUp(item, results.at(-1)?.rows[0])),
    async lookUp(client: Client, item) {
      if (!(await wasNoted(client, item))) return undefined;
      return signedUp(item, (await client.execute(findPlace(item))).rows[0]);
    },
  },
  {
    keys: ({ id, eventId, relativeId, at: when, byHand }) => [
      id,
      eventId,
      relativeId ?? '',
      when,
      byHand ? 1 : 0,
    ],
    join: (id, event, relative, when = '', byHand) => `JOIN events ev ON ev.id = ${event}
        AND (${takesSignUps('ev', when)} OR (${byHand} = 1 AND ${takesByHand('ev', when)}))
      WHERE NOT EXISTS (SELECT 1 FROM attendances a WHERE a.event_id = ev.id AND a.state IN ('yes', 'waiting')
        AND (a.id = ${id} OR a.relative_id = ${relative}))`,
  },
);

export type SignOff = GivenUp & { attendanceId: string } & Noted;

const inEvent = (
  attendance = '',
  event = '',
): string => `JOIN events ev ON ev.id = ${event} AND ev.state = 'open'
  JOIN attendances a ON a.event_id = ev.id AND a.id = ${attendance}`;

/** Signs people off, and gives what was freed to the next; false where it is so already or the arrangement is over. */
export const signOffs: Write<SignOff, boolean> = noting(
  {
    name: 'sign-offs',
    statements: (items) =>
      items.flatMap((item) => [
        ...giveUpSeats([unkeyed(item)]),
        ...giveSeats([{ eventId: item.eventId, at: item.at }]),
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-2)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ attendanceId, eventId }) => [attendanceId, eventId],
    join: (attendance, event) => `${inEvent(attendance, event)} AND a.state <> 'no'`,
  },
);

export type HandGiving = { eventId: string; attendanceId: string; at: number } & Noted;

/** Seats that staff give by hand in the lock period; false where there is none, or the person does not wait. */
export const seatByHand: Write<HandGiving, boolean> = noting(
  {
    name: 'seat-by-hand',
    statements: (items) =>
      items.flatMap((item) => [
        ...giveSeats([item]),
        {
          sql: `SELECT id FROM attendances WHERE id = ? AND state = 'yes' AND since = ?`,
          args: [item.attendanceId, item.at],
        },
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ attendanceId, eventId }) => [attendanceId, eventId],
    join: (attendance, event) => `${inEvent(attendance, event)} AND a.state = 'waiting'
      AND (ev.capacity IS NULL OR ev.capacity - ${takenSeats('ev.id')} >= 1 + a.guests)`,
  },
);

export type GuestChange = { eventId: string; attendanceId: string; guests: number; at: number } & Noted;

/** True where somebody may bring so many: within what each may bring, and with a seat only what is free, while nobody waits for it. */
const mayBring = (attendance = '', event = '', guests = ''): string => `${inEvent(attendance, event)}
  AND ${guests} BETWEEN 0 AND ${mostGuests('ev')} AND (a.state = 'waiting' OR (a.state = 'yes' AND (${guests} <= a.guests
    OR ev.capacity IS NULL OR (ev.capacity - ${takenSeats('ev.id')} >= ${guests} - a.guests
      AND NOT EXISTS (SELECT 1 FROM attendances w WHERE w.event_id = ev.id AND w.state = 'waiting' AND ${fitsIn('ev', 'w')})))))`;

/**
 * How many guests somebody brings; fewer give seats to the next. A party in line that does not grow keeps its place, and one
 * that grows goes to the end of the line, since those behind it asked first for the seats it wants now. False where there
 * are not seats enough, or it is over.
 */
export const changeGuests: Write<GuestChange, boolean> = noting(
  {
    name: 'change-guests',
    statements: (items) =>
      items.flatMap(({ eventId, attendanceId, guests, at: when }) => [
        {
          sql: `UPDATE attendances SET guests = ${at(2)},
              since = iif(attendances.state = 'waiting' AND ${at(2)} > attendances.guests, ${at(3)}, attendances.since) FROM (SELECT a.id AS which, e.value AS value
              FROM json_each(?) e ${mayBring(at(0), at(1), at(2))}) e
            WHERE attendances.id = e.which RETURNING attendances.id`,
          args: [JSON.stringify([[attendanceId, eventId, guests, when]])],
        },
        ...giveSeats([{ eventId, at: when }]),
      ]),
    outcomes: (items, results) => items.map(() => (results.at(-2)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  { keys: ({ attendanceId, eventId, guests }) => [attendanceId, eventId, guests], join: mayBring },
);

/** Somebody known by a name alone was told by staff; `telling` is the one that was shown. */
export type ToldByStaff = { attendanceId: string; telling: number } & Noted;

/** Notes that staff told somebody; false where something newer is to be told, or it was done. */
export const toldByStaff: Write<ToldByStaff, boolean> = noting(
  {
    name: 'told-by-staff',
    statements: (items) => [
      {
        sql: `UPDATE attendances SET told = pending, pending = NULL FROM json_each(?) e
          WHERE attendances.id = ${at(0)} AND attendances.pending = ${at(1)} RETURNING attendances.id`,
        args: [JSON.stringify(items.map(({ attendanceId, telling }) => [attendanceId, telling]))],
      },
    ],
    outcomes: (items, results) => items.map(() => (results.at(-1)?.rows.length ?? 0) > 0),
    lookUp: wasNoted,
  },
  {
    keys: ({ attendanceId, telling }) => [attendanceId, telling],
    join: (attendance, telling) => `JOIN attendances a ON a.id = ${attendance} AND a.pending = ${telling}`,
  },
);
