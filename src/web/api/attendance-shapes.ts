// A person's place at an event, as the API says it.
import { z } from '@hono/zod-openapi';
import type { AttendanceLine } from '../../services/events/list-attendances.ts';
import { count, Id, Instant, toInstant } from './frame/shapes.ts';

/** How somebody stands. */
export const state = z.string().openapi({ example: 'yes', description: 'invited, yes, waiting or no' });
/** How many somebody brings. */
export const guests = z.int().min(0).max(10);
/** Whether somebody came; null when nobody has noted it. */
export const came = z.boolean().nullable();

/** One person's place. */
export const Attendance = z
  .object({
    id: Id,
    relative: Id.nullable(),
    name: z
      .string()
      .nullable()
      .openapi({ example: 'Pårørende 1', description: 'Null out of sight, and when it was erased.' }),
    contact: z.string().openapi({ example: '', description: 'Of one known by a name alone.' }),
    state,
    guests: count(1),
    since: Instant,
    place: z.int().nullable().openapi({ example: null, description: 'In the line, from 1.' }),
    tooLarge: z.boolean().openapi({
      example: false,
      description: 'In line with more than there are seats for; keeps nobody waiting.',
    }),
    telling: z.int().nullable().openapi({ example: null, description: 'What is still to be told.' }),
    presences: z.array(z.object({ session: count(1), came: z.boolean().openapi({ example: true }) })),
  })
  .openapi('Attendance');

/** A line of the list as the API says it: of who is out of sight neither name nor record. */
export const toAttendance = (line: AttendanceLine): z.input<typeof Attendance> => ({
  id: line.id,
  relative: line.name === undefined ? null : line.relativeId,
  name: line.name ?? null,
  contact: line.contact,
  state: line.state,
  guests: line.guests,
  since: toInstant(line.since),
  place: line.place,
  tooLarge: line.isTooLarge,
  telling: line.pending,
  presences: [...line.presences].map(([session, was]) => ({ session, came: was })),
});
