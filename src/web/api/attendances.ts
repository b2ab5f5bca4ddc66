// Who is in an event, in line, invited or off, and who came.
import { z } from '@hono/zod-openapi';
import { ATTENDANCE_STATES } from '../../services/events/event-choices.ts';
import { linkPlace } from '../../services/events/link-place.ts';
import { listAttendances } from '../../services/events/list-attendances.ts';
import { listEventsOfRelative } from '../../services/events/list-events.ts';
import { notePresence } from '../../services/events/note-presence.ts';
import { giveSeat, noteTold, setGuests, signOff, signUp } from '../../services/events/sign-up.ts';
import { Attendance, came, guests, state, toAttendance } from './attendance-shapes.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { pageOfAll } from './frame/page-of-all.ts';
import { count, Id, Instant, Nothing, PageQuery, pageOf, toInstant } from './frame/shapes.ts';

const tag = 'events';
const OneEvent = z.strictObject({ event: Id });
const OnePlace = OneEvent.extend({ attendance: Id });
const apart = z
  .boolean()
  .default(false)
  .openapi({ description: 'Staff know that those of a circle "hver for sig" will meet.' });

const list = operation({
  id: 'listAttendances',
  tag,
  method: 'get',
  path: '/events/{event}/attendances',
  words: {
    da: 'Hvem der er med, på venteliste, inviteret og meldt fra, i den rækkefølge',
    en: 'Who is in it, in line, invited and off, in that order',
  },
  scope: 'events:read',
  right: 'look',
  params: OneEvent,
  query: PageQuery.extend({ state: z.enum(ATTENDANCE_STATES).optional().openapi({ example: 'yes' }) }),
  answer: pageOf(Attendance).openapi('AttendancePage'),
  async run({ rt, staff, params, query: { cursor, limit, state: one } }) {
    const skip = readCursor('attendances', cursor)?.at ?? 0;
    const page = { skip, most: limit, ...(one ? { states: [one] } : {}) };
    const { lines, hasMore } = await listAttendances(rt, staff, params.event, page);
    return {
      data: lines.map(toAttendance),
      next: hasMore ? writeCursor(['attendances', skip + limit, '']) : null,
    };
  },
});

const ofRelative = operation({
  id: 'listEventsOfRelative',
  tag,
  method: 'get',
  path: '/relatives/{relative}/events',
  words: { da: 'En pårørendes arrangementer, de seneste først', en: 'A relative’s events, the latest first' },
  scope: 'events:read',
  right: 'look',
  params: z.strictObject({ relative: Id }),
  query: PageQuery,
  answer: pageOf(
    z.object({
      event: Id,
      attendance: Id,
      title: z.string().openapi({ example: 'Temaeftermiddag om demens' }),
      startsAt: Instant,
      eventState: z.string().openapi({ example: 'open' }),
      state,
      guests: count(1),
      came: count(0).openapi({ description: 'To how many sessions.' }),
    }),
  ).openapi('RelativeEventPage'),
  async run({ rt, staff, params, query }) {
    const all = await listEventsOfRelative(rt, staff, params.relative);
    const { lines, next } = pageOfAll('events-of', all, query, ({ attendanceId }) => attendanceId);
    const data = lines.map(({ eventId, attendanceId, startsAt, ...one }) => ({
      ...one,
      event: eventId,
      attendance: attendanceId,
      startsAt: toInstant(startsAt),
    }));
    return { data, next };
  },
});

const add = operation({
  id: 'signUp',
  tag,
  method: 'post',
  path: '/events/{event}/attendances',
  words: {
    da: 'Tilmeld en pårørende, eller nogen med navn: en plads, hvor der er en, ellers ventelisten',
    en: 'Sign up a relative, or somebody by name: a seat where there is one, else the waiting list',
  },
  scope: 'events:write',
  right: 'care',
  params: OneEvent,
  body: z
    .strictObject({
      relative: Id.optional(),
      name: z.string().max(80).optional().openapi({ description: 'Instead of a relative.' }),
      contact: z.string().max(120).optional().openapi({ description: 'How one known by a name is reached.' }),
      guests: guests.default(0),
      tell: z.boolean().default(true).openapi({ description: 'A relative is written to about it.' }),
      apart,
    })
    .openapi('SignUp', { example: { relative: 'V1StGXR8Z5jdHi6BmyTQ4A', guests: 1 } }),
  answer: z
    .object({ id: Id, seat: z.enum(['yes', 'waiting']).openapi({ example: 'yes' }) })
    .openapi('SignedUp'),
  status: 201,
  async run({ rt, staff, params, body: { relative, name = '', contact = '', ...more } }) {
    const { attendanceId, seat } = await signUp(rt, staff, params.event, {
      id: rt.newId(),
      ...(relative === undefined ? { name, contact } : { relativeId: relative }),
      guests: String(more.guests),
      tell: more.tell ? 'yes' : '',
      apart: more.apart ? 'yes' : '',
    });
    return { id: attendanceId, seat };
  },
});

const at = {
  tag,
  method: 'post',
  scope: 'events:write',
  right: 'care',
  params: OnePlace,
  answer: Nothing,
} as const;

const off = operation({
  ...at,
  id: 'signOff',
  path: '/events/{event}/attendances/{attendance}/sign-off',
  words: {
    da: 'Meld en fra; pladsen går til den næste i køen',
    en: 'Sign somebody off; their seat goes to the next in line',
  },
  async run({ rt, staff, params }) {
    await signOff(rt, staff, params.event, params.attendance);
    return {};
  },
});

const bring = operation({
  ...at,
  id: 'setGuests',
  path: '/events/{event}/attendances/{attendance}/guests',
  words: { da: 'Ret, hvor mange gæster en tager med', en: 'Change how many guests somebody brings' },
  body: z.strictObject({ guests }).openapi('Guests', { example: { guests: 1 } }),
  async run({ rt, staff, params: { event, attendance }, body }) {
    await setGuests(rt, staff, event, { attendanceId: attendance, guests: String(body.guests) });
    return {};
  },
});

const seat = operation({
  ...at,
  id: 'giveSeat',
  path: '/events/{event}/attendances/{attendance}/seat',
  words: {
    da: 'Giv en på ventelisten en ledig plads i de sidste timer',
    en: 'Give somebody in line a free seat in the last hours',
  },
  async run({ rt, staff, params }) {
    await giveSeat(rt, staff, params.event, params.attendance);
    return {};
  },
});

const told = operation({
  ...at,
  id: 'noteTold',
  path: '/events/{event}/attendances/{attendance}/told',
  words: {
    da: 'Notér, at en, der kun kendes ved navn, har fået besked',
    en: 'Note that somebody known by a name alone was told',
  },
  body: z.strictObject({ telling: z.int() }).openapi('Told', { example: { telling: 1 } }),
  async run({ rt, staff, params: { event, attendance }, body }) {
    await noteTold(rt, staff, event, { attendanceId: attendance, telling: body.telling });
    return {};
  },
});

const link = operation({
  ...at,
  id: 'linkAttendance',
  path: '/events/{event}/attendances/{attendance}/relative',
  words: {
    da: 'Giv en plads, der kun kendes ved navn, til en pårørende; navn og nummer fra tilmeldingen slettes',
    en: 'Give a place known by a name alone to a relative; the name and number of the sign-up are erased',
  },
  body: z
    .strictObject({
      relative: Id,
      tell: z.boolean().default(true).openapi({ description: 'The relative is written to about it.' }),
      apart,
    })
    .openapi('AttendanceLink', { example: { relative: 'V1StGXR8Z5jdHi6BmyTQ4A', tell: true } }),
  async run({ rt, staff, params: { event, attendance }, body: { relative, tell, apart } }) {
    await linkPlace(rt, staff, event, {
      attendanceId: attendance,
      relativeId: relative,
      tell: tell ? 'yes' : '',
      apart: apart ? 'yes' : '',
    });
    return {};
  },
});

const presence = operation({
  ...at,
  id: 'notePresence',
  path: '/events/{event}/attendances/{attendance}/presence',
  words: {
    da: 'Notér, om en kom, som det stod, da listen blev læst',
    en: 'Note whether somebody came, as it stood when the list was read',
  },
  body: z
    .strictObject({
      session: z.int().min(1).default(1),
      came,
      seen: came.default(null).openapi({ description: 'What stood there; null is nothing.' }),
    })
    .openapi('Presence', { example: { session: 1, came: true } }),
  async run({ rt, staff, params: { event, attendance }, body: { session, ...noted } }) {
    await notePresence(rt, staff, event, { n: session, attendanceId: attendance, ...noted });
    return {};
  },
});

export const attendanceOperations = [list, ofRelative, add, off, bring, seat, told, link, presence];
