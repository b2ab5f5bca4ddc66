import { z } from '@hono/zod-openapi';
import { isoWithOffset } from '../../journey/time/format.ts';
import type { EventForm } from '../../services/events/check-event.ts';
import { AUDIENCES, LONGEST_SMS_TITLE, TRACKS } from '../../services/events/event-choices.ts';
import type { EventLine, EventView } from '../../services/events/list-events.ts';
import type { SeriesDay as Days } from '../../services/events/make-series.ts';
import { count, Day, Id, Instant, SeenAt, toInstant } from './frame/shapes.ts';

/** The wall clock of an instant, as a form takes it. */
const toWall = (at: number): string => isoWithOffset(at).slice(0, 16);

const Wall = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .openapi({ example: '2027-03-10T14:00', description: 'On the clocks of Copenhagen.' });

const session = { when: Wall, minutes: z.int().min(5).max(1440).openapi({ example: 120 }) };

/** Everything that is said of an event. */
const content = {
  title: z.string().min(1).max(120).openapi({ example: 'Temaeftermiddag om demens' }),
  smsTitle: z.string().min(1).max(LONGEST_SMS_TITLE).openapi({
    example: 'Temaeftermiddag',
    description: 'What an SMS may call it: it says nothing of what it is about.',
  }),
  kind: z
    .string()
    .min(1)
    .max(60)
    .openapi({ example: 'temaeftermiddag', description: 'A value of the list eventKinds of /choices.' }),
  audience: z.enum(AUDIENCES).openapi({ example: 'relatives' }),
  track: z.enum(TRACKS).openapi({ example: 'støtte' }),
  unit: Id.nullable().openapi({ description: 'Null is the whole organisation.' }),
  place: z.string().max(200).openapi({ example: 'Kulturhuset, sal 2' }),
  smsPlace: z
    .string()
    .max(40)
    .openapi({ example: 'Kulturhuset', description: 'What an SMS may say of the place.' }),
  video: z.string().max(500).openapi({ example: '', description: 'An address with https, or empty.' }),
  details: z.string().max(4_000).openapi({ example: 'Om at være pårørende' }),
  sessions: z
    .array(z.strictObject(session))
    .min(1)
    .max(30)
    .openapi({ description: 'More than one is a course under one sign-up.' }),
  capacity: z.int().min(1).max(10_000).nullable().openapi({ example: 20, description: 'Null: enough.' }),
  guests: z.int().min(0).max(10).openapi({ example: 1, description: 'How many each may bring.' }),
  signUpUntil: Wall.nullable(),
  lockHours: z
    .int()
    .min(0)
    .max(336)
    .openapi({ example: 24, description: 'Hours before it begins in which staff give seats by hand.' }),
  remindDays: z
    .array(z.int().min(1).max(60))
    .max(4)
    .openapi({ example: [5, 1], description: 'Days before it begins.' }),
  public: z.boolean().openapi({ example: false, description: 'On the public page and in the feeds.' }),
};

const added = {
  ...content,
  unit: content.unit.default(null),
  place: content.place.default(''),
  smsPlace: content.smsPlace.default(''),
  video: content.video.default(''),
  details: content.details.default(''),
  capacity: content.capacity.default(null),
  guests: content.guests.default(0),
  signUpUntil: content.signUpUntil.default(null),
  lockHours: content.lockHours.default(0),
  remindDays: content.remindDays.default([5, 1]),
  public: content.public.default(false),
};

export const NewEvent = z.strictObject(added).openapi('NewEvent');

/** All of it, so that nothing is taken away by not being named. */
export const ForeseenChange = z.strictObject(content).openapi('EventForeseenChange');
export const EventChange = z.strictObject({ ...content, seen: SeenAt }).openapi('EventChange');

export const rhythm = {
  weeks: z
    .int()
    .min(1)
    .max(12)
    .openapi({ example: 2, description: 'From one to the next, at the same clock.' }),
  times: z.int().min(2).max(60).openapi({ example: 6 }),
  skip: z
    .array(z.iso.date().openapi({ example: '2027-03-24' }))
    .default([])
    .openapi({ description: 'Left out and not made up for.' }),
};

export const NewSeries = z.strictObject({ ...added, ...rhythm }).openapi('NewEventSeries');

/** The form the service takes. */
export const formOf = (body: z.output<typeof ForeseenChange>): EventForm => ({
  title: body.title,
  smsTitle: body.smsTitle,
  kind: body.kind,
  audience: body.audience,
  track: body.track,
  unit: body.unit ?? '',
  place: body.place,
  smsPlace: body.smsPlace,
  video: body.video,
  details: body.details,
  sessions: body.sessions.map(({ when, minutes }) => ({ when, minutes: String(minutes) })),
  capacity: body.capacity === null ? '' : String(body.capacity),
  guests: String(body.guests),
  signUpUntil: body.signUpUntil ?? '',
  lockHours: String(body.lockHours),
  remindDays: body.remindDays.join(', '),
  isPublic: body.public ? 'yes' : '',
});

const line = {
  id: Id,
  ...content,
  kind: z.string().openapi({ example: 'temaeftermiddag' }),
  audience: z.string().openapi({ example: 'relatives' }),
  track: z.string().openapi({ example: 'støtte' }),
  video: z.string().nullable().openapi({ example: null, description: 'Null in lists.' }),
  sessions: z.array(z.object({ n: count(1), ...session, startsAt: Instant })),
  state: z.string().openapi({ example: 'open', description: 'draft, open, held or cancelled' }),
  series: Id.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  seen: SeenAt,
  moves: count(0).openapi({ description: 'How often people were told that it was moved.' }),
  yes: count(12).openapi({ description: 'People with a seat.' }),
  seats: count(14).openapi({ description: 'The seats they take with their guests.' }),
  free: z.int().nullable().openapi({ example: 6, description: 'Null: enough.' }),
  waiting: count(0),
  invited: count(5),
  no: count(1),
  came: count(0).openapi({ description: 'People who came to at least one session.' }),
  locked: z.boolean().openapi({ example: false }),
  takesSignUps: z.boolean().openapi({ example: true, description: 'One can sign up oneself.' }),
};

export const Event = z.object(line).openapi('Event');

/** An event as lists show it, or with the address of its video. */
export const toEvent = (one: EventLine | EventView): z.input<typeof Event> => ({
  ...one,
  unit: one.unitId,
  video: 'video' in one ? one.video : null,
  sessions: one.sessions.map(({ n, startsAt, minutes }) => ({
    n,
    when: toWall(startsAt),
    minutes,
    startsAt: toInstant(startsAt),
  })),
  signUpUntil: one.signUpUntil === null ? null : toWall(one.signUpUntil),
  public: one.isPublic === 1,
  series: one.seriesId,
  startsAt: toInstant(one.startsAt),
  endsAt: toInstant(one.endsAt),
  seen: one.changedAt,
  locked: one.isLocked,
});

/** Who is told of something, by how they stand and are reached. */
export const Tells = z
  .array(
    z.object({
      state: z.string().openapi({ example: 'yes' }),
      channel: z.string().nullable().openapi({ example: 'sms' }),
      count: count(12),
    }),
  )
  .openapi({ description: 'Channel null: by staff, since only a name is known.' });

/** One time of a series, and what stands against it. */
export const SeriesDay = z.object({
  date: Day,
  startsAt: z.string().openapi({ example: '2027-03-10T14:00' }),
  holiday: z.string().nullable().openapi({ example: null }),
  sunday: z.boolean().openapi({ example: false }),
  problem: z
    .enum(['nonexistent', 'ambiguous'])
    .nullable()
    .openapi({ example: null, description: 'The clocks skip or double it.' }),
  skipped: z.boolean().openapi({ example: false }),
});

export const toSeriesDay = ({ date, value, holiday, isSunday, problem, isSkipped }: Days) => ({
  ...{ date, startsAt: value, holiday: holiday ?? null, sunday: isSunday },
  ...{ problem: problem ?? null, skipped: isSkipped },
});
