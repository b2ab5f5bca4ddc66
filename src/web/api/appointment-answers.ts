import { z } from '@hono/zod-openapi';
import { noteAnswer } from '../../services/appointments/note-answer.ts';
import { operation } from './frame/operation.ts';
import { Id, Nothing } from './frame/shapes.ts';

const answer = operation({
  id: 'answerAppointment',
  tag: 'appointments',
  method: 'post',
  path: '/appointments/{appointment}/answer',
  words: {
    da: 'Notér, hvad en pårørende svarede i telefonen; med et nej sendes der ikke mere om aftalen',
    en: 'Note what a relative answered by telephone; with a no nothing more is sent about the appointment',
  },
  scope: 'appointments:write',
  right: 'care',
  params: z.strictObject({ appointment: Id }),
  body: z
    .strictObject({ relative: Id, answer: z.enum(['ja', 'nej']) })
    .openapi('AppointmentAnswer', { example: { relative: 'V1StGXR8Z5jdHi6BmyTQ4A', answer: 'ja' } }),
  answer: Nothing,
  async run({ rt, staff, params, body }) {
    await noteAnswer(rt, staff, params.appointment, { relativeId: body.relative, answer: body.answer });
    return {};
  },
});

export const appointmentAnswerOperations = [answer];
