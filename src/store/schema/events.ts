// Arrangements people attend. Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts).
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** One arrangement. state: draft → open (one can sign up) → held | cancelled. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    /** The arrangements that were made together ("hver anden tirsdag") share it. */
    seriesId: text('series_id'),
    title: text('title').notNull(),
    /** What an SMS and a calendar may call it. */
    smsTitle: text('sms_title').notNull(),
    kind: text('kind').notNull(),
    /** relatives · residents · family · staff */
    audience: text('audience').notNull(),
    /** støtte · inddragelse */
    track: text('track').notNull(),
    /** Whose arrangement it is, the units above included; null is the whole organisation. */
    unitId: text('unit_id'),
    place: text('place').notNull().default(''),
    /** What an SMS may say of the place; empty when nothing. */
    smsPlace: text('sms_place').notNull().default(''),
    /** Where one joins by video; null when one does not. Shown behind the PIN and to staff. */
    videoSealed: text('video_sealed'),
    /** What it is about, for pages; plain text. */
    details: text('details').notNull().default(''),
    /** The first session's beginning and the last one's end. */
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    /** Seats, guests included; null when there are enough. */
    capacity: integer('capacity'),
    /** The most guests each may bring. */
    guests: integer('guests').notNull().default(0),
    /** Nobody signs up after; null: until it begins. */
    signUpUntil: integer('sign_up_until'),
    /** So many hours before it begins one cancels by phone, and no seat is given on its own. */
    lockHours: integer('lock_hours').notNull().default(0),
    /** JSON list: so many days before it begins one is reminded. */
    remindDays: text('remind_days').notNull().default('[5,1]'),
    /** Whether the public page and the feeds show it. */
    isPublic: integer('is_public').notNull().default(0),
    state: text('state').notNull(),
    /** When it was first made public or sent to somebody; it counts as announced from then on, also when cancelled. */
    announcedAt: integer('announced_at'),
    /** How often its time or place was changed, or it was cancelled: texts and calendars (SEQUENCE) know a newer one by it. */
    moves: integer('moves').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    index('events_starts').on(t.startsAt),
    index('events_series').on(t.seriesId).where(sql`series_id is not null`),
    index('events_ends').on(t.endsAt),
    index('events_public').on(t.endsAt).where(sql`is_public = 1`),
  ],
);

/**
 * When an arrangement takes place: once, or, for a course, several times under one sign-up. `n` counts from 1 and stays the
 * session's own when it is moved; one that is taken out of an open arrangement is kept, so that calendars learn of it.
 */
export const eventSessions = sqliteTable(
  'event_sessions',
  {
    eventId: text('event_id').notNull(),
    n: integer('n').notNull(),
    startsAt: integer('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    /** When it was taken out; null while it takes place. */
    removedAt: integer('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.n] }),
    index('event_sessions_taken_out').on(t.startsAt).where(sql`removed_at is not null`),
  ],
);

/**
 * One who was invited or has signed up: a relative, or somebody known by a name alone (staff, residents, who signed up in
 * public). state: invited → yes | waiting | no. Seats are given in one statement only (store/events/seats.ts).
 */
export const attendances = sqliteTable(
  'attendances',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id').notNull(),
    relativeId: text('relative_id'),
    /** Of who is not registered as a relative: name, and how to reach them. */
    nameSealed: text('name_sealed'),
    contactSealed: text('contact_sealed'),
    guests: integer('guests').notNull().default(0),
    state: text('state').notNull(),
    /** Since when it is so: the order of the waiting list. */
    since: integer('since').notNull(),
    /** sms · page · public · staff · journey: how it came to be so. */
    by: text('by').notNull(),
    /** The journey that tells this relative, and how often it has been told of something. */
    journeyId: text('journey_id'),
    told: integer('told').notNull().default(0),
    /** The number of the telling that is still to come; null when the journey knows what holds, or nobody is to be told. */
    pending: integer('pending'),
    /** The change of reminders that the journey is still to be planned by; nobody is told of it. */
    replan: integer('replan'),
    /** Why nobody writes to or calls this relative about it. */
    why: text('why'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    uniqueIndex('attendances_once').on(t.eventId, t.relativeId).where(sql`relative_id is not null`),
    index('attendances_event').on(t.eventId, t.state, t.since),
    index('attendances_relative').on(t.relativeId).where(sql`relative_id is not null`),
    index('attendances_pending').on(t.eventId).where(sql`pending is not null`),
    index('attendances_named').on(t.eventId).where(sql`name_sealed is not null`),
    index('attendances_replan').on(t.eventId).where(sql`replan is not null`),
  ],
);

/** Who came to which session; without a row nobody has noted it. */
export const eventPresences = sqliteTable(
  'event_presences',
  {
    attendanceId: text('attendance_id').notNull(),
    n: integer('n').notNull(),
    came: integer('came').notNull(),
    notedAt: integer('noted_at').notNull(),
    notedBy: text('noted_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.attendanceId, t.n] })],
);

/** An order to invite a group, carried out page by page. status: running → done | stopped. */
export const eventInvitations = sqliteTable(
  'event_invitations',
  {
    id: text('id').primaryKey(),
    eventId: text('event_id').notNull(),
    groupId: text('group_id').notNull(),
    /** JSON of whom the one who ordered it may see. */
    sight: text('sight').notNull(),
    /** The relatives up to this id are invited. */
    filledTo: text('filled_to').notNull().default(''),
    invited: integer('invited').notNull().default(0),
    status: text('status').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [
    index('event_invitations_event').on(t.eventId),
    index('event_invitations_running').on(t.createdAt).where(sql`status = 'running'`),
  ],
);
