// Appointments for tests: the flow of the house that tells of them, and a booking that is fine as it is.
import { parseFlow } from '../../src/journey/flow/parse-flow.ts';
import { type BookingForm, bookAppointment } from '../../src/services/appointments/book-appointment.ts';
import { publishFlow } from '../../src/services/journeys/publish-flow.ts';
import { readFlowFolder } from '../flows/read-folder.ts';
import { advisor } from './desk.ts';
import type { TestRuntime } from './runtime.ts';

/** Publishes flows/aftale as it is. */
export async function publishAppointmentFlow(rt: TestRuntime): Promise<void> {
  const parsed = parseFlow(readFlowFolder('aftale'));
  if (!parsed.ok) throw new Error('flows/aftale does not pass its check');
  await publishFlow(rt, parsed.flow);
}

/** A booking for Wednesday 10 March 2027 at 14.00. */
export const bookingForm = (
  rt: TestRuntime,
  relatives: readonly string[],
  change: Partial<BookingForm> = {},
) => ({
  id: rt.newId(),
  relatives,
  when: '10/3-2027 kl. 14',
  minutes: '45',
  place: 'kommunens lokaler',
  smsPlace: 'Biblioteket, 1. sal',
  details: 'Om aflastning',
  remind: 'yes',
  apart: '',
  ...change,
});

/** Books as the advisor does and gives the id. */
export const book = async (
  rt: TestRuntime,
  relatives: readonly string[],
  change: Partial<BookingForm> = {},
): Promise<string> => (await bookAppointment(rt, advisor, bookingForm(rt, relatives, change))).id;
