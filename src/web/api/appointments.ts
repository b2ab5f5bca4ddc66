import { z } from '@hono/zod-openapi';
import { bookAppointment } from '../../services/appointments/book-appointment.ts';
import { cancelAppointment } from '../../services/appointments/cancel-appointment.ts';
import { APPOINTMENT_PLACES } from '../../services/appointments/check-appointment.ts';
import type { AppointmentLine } from '../../services/appointments/list-appointments.ts';
import { moveAppointment } from '../../services/appointments/move-appointment.ts';
import { pageAppointments } from '../../services/appointments/page-appointments.ts';
import { settleAppointment } from '../../services/appointments/settle-appointment.ts';
import { showAppointment } from '../../services/appointments/show-appointment.ts';
import { readCursor, writeCursor } from './frame/cursor.ts';
import { operation } from './frame/operation.ts';
import { Id, Instant, Made, Nothing, PageQuery, pageOf, toInstant } from './frame/shapes.ts';

const tag = 'appointments';
const OneAppointment = z.strictObject({ appointment: Id });

const known = {
  id: Id,
  startsAt: Instant,
  minutes: z.int().openapi({ example: 45 }),
  place: z.string().openapi({ example: 'telefon' }),
  smsPlace: z.string().openapi({ example: 'Rådhuset', description: 'What an SMS may say of the place.' }),
  state: z.string().openapi({
    example: 'agreed',
    description: 'agreed, confirmed, declined, held, missed or cancelled',
  }),
  moves: z.int().openapi({ example: 0, description: 'How often it was changed; send it with a change.' }),
  advisor: z.string().openapi({ example: 'Rådgiver 1' }),
  relatives: z.array(
    z.object({
      id: Id,
      name: z.string().nullable().openapi({ example: 'Pårørende 1' }),
      answer: z.string().nullable().openapi({ example: 'ja' }),
    }),
  ),
};

const AppointmentInList = z.object(known).openapi('AppointmentInList');

const toAppointment = (line: AppointmentLine): z.input<typeof AppointmentInList> => ({
  id: line.id,
  startsAt: toInstant(line.startsAt),
  minutes: line.minutes,
  place: line.place,
  smsPlace: line.smsPlace,
  state: line.state,
  moves: line.moves,
  advisor: line.advisor,
  relatives: line.appointees.map(({ relativeId, name, answer }) => ({
    id: relativeId,
    name: name ?? null,
    answer,
  })),
});

const time = {
  when: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .openapi({ example: '2027-03-05T14:00', description: 'On the clocks of Copenhagen.' }),
  minutes: z.int().min(5).max(480).openapi({ example: 45 }),
  place: z.enum(APPOINTMENT_PLACES),
  smsPlace: z.string().max(60).default('').openapi({ description: 'What an SMS may say of the place.' }),
  details: z.string().max(500).default('').openapi({ description: 'For staff alone; sealed.' }),
};

const TimeShape = z.object(time);

const toTimeForm = ({ when, minutes, place, smsPlace, details }: z.output<typeof TimeShape>) => ({
  when: when.replace('T', ' '),
  minutes: String(minutes),
  place,
  smsPlace,
  details,
});

const list = operation({
  id: 'listAppointments',
  tag,
  method: 'get',
  path: '/appointments',
  words: {
    da: 'Aftaler, der begynder i et tidsrum, de første først',
    en: 'Appointments that begin in a span of time, the soonest first',
  },
  scope: 'appointments:read',
  right: 'look',
  query: PageQuery.extend({
    from: z.iso.datetime({ offset: true }).openapi({ example: '2027-03-01T00:00:00Z' }),
    to: z.iso.datetime({ offset: true }).openapi({ example: '2027-03-08T00:00:00Z' }),
  }),
  answer: pageOf(AppointmentInList).openapi('AppointmentPage'),
  async run({ rt, staff, query: { cursor, limit, from, to } }) {
    const place = readCursor('appointments', cursor);
    const { lines, next } = await pageAppointments(rt, staff, {
      from: Date.parse(from),
      to: Date.parse(to),
      most: limit,
      ...(place ? { after: { at: place.at, id: place.id } } : {}),
    });
    return {
      data: lines.map(toAppointment),
      next: next ? writeCursor(['appointments', next.at, next.id]) : null,
    };
  },
});

const show = operation({
  id: 'showAppointment',
  tag,
  method: 'get',
  path: '/appointments/{appointment}',
  words: { da: 'En aftale. Opslaget noteres', en: 'An appointment. The look is noted' },
  scope: 'appointments:read',
  right: 'look',
  params: OneAppointment,
  answer: z.object({ ...known, details: z.string().openapi({ example: '' }) }).openapi('Appointment'),
  async run({ rt, staff, params }) {
    const view = await showAppointment(rt, staff, params.appointment);
    return { ...toAppointment(view), details: view.details };
  },
});

const book = operation({
  id: 'bookAppointment',
  tag,
  method: 'post',
  path: '/appointments',
  words: {
    da: 'Book en aftale; hver pårørende får sin egen besked og påmindelse',
    en: 'Book an appointment; each relative is told and reminded alone',
  },
  scope: 'appointments:write',
  right: 'care',
  body: z
    .strictObject({
      ...time,
      relatives: z.array(Id).min(1).max(10),
      remind: z.boolean().default(true).openapi({ description: 'They have agreed to be told and reminded.' }),
      apart: z
        .boolean()
        .default(false)
        .openapi({ description: 'Known: relatives of a circle that stands apart will meet.' }),
    })
    .openapi('Booking', {
      example: {
        when: '2027-03-05T14:00',
        minutes: 45,
        place: 'telefon',
        relatives: ['V1StGXR8Z5jdHi6BmyTQ4A'],
      },
    }),
  answer: Made,
  status: 201,
  location: ({ id }) => `/appointments/${id}`,
  run: ({ rt, staff, body }) =>
    bookAppointment(rt, staff, {
      ...toTimeForm(body),
      id: rt.newId(),
      relatives: body.relatives,
      remind: body.remind ? 'yes' : '',
      apart: body.apart ? 'yes' : '',
    }),
});

const moves = z
  .int()
  .min(0)
  .openapi({ example: 0, description: '`moves` of the appointment as you read it.' });

const move = operation({
  id: 'moveAppointment',
  tag,
  method: 'post',
  path: '/appointments/{appointment}/move',
  words: {
    da: 'Flyt en aftale; de, der kender den, får det at vide én gang',
    en: 'Move an appointment; whoever knows of it is told once',
  },
  scope: 'appointments:write',
  right: 'care',
  params: OneAppointment,
  body: z.strictObject({ ...time, moves }).openapi('AppointmentMove', {
    example: { when: '2027-03-05T15:00', minutes: 45, place: 'telefon', moves: 0 },
  }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await moveAppointment(rt, staff, params.appointment, { ...toTimeForm(body), moves: body.moves });
    return {};
  },
});

const cancel = operation({
  id: 'cancelAppointment',
  tag,
  method: 'post',
  path: '/appointments/{appointment}/cancel',
  words: { da: 'Aflys en aftale', en: 'Cancel an appointment' },
  scope: 'appointments:write',
  right: 'care',
  params: OneAppointment,
  body: z.strictObject({ moves }).openapi('AppointmentCancelling', { example: { moves: 0 } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await cancelAppointment(rt, staff, params.appointment, body.moves);
    return {};
  },
});

const settle = operation({
  id: 'settleAppointment',
  tag,
  method: 'post',
  path: '/appointments/{appointment}/settle',
  words: { da: 'Aftalen blev holdt, eller ingen kom', en: 'The appointment took place, or nobody came' },
  scope: 'appointments:write',
  right: 'care',
  params: OneAppointment,
  body: z
    .strictObject({ outcome: z.enum(['held', 'missed']) })
    .openapi('AppointmentOutcome', { example: { outcome: 'held' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await settleAppointment(rt, staff, params.appointment, body.outcome);
    return {};
  },
});

export const appointmentOperations = [list, show, book, move, cancel, settle];
