// What advisors do: appointments, contacts, counselling, offers, referrals. Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts).
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One agreed conversation. state: agreed → confirmed | declined → moved | held | missed | cancelled. */
export const appointments = sqliteTable(
  'appointments',
  {
    id: text('id').primaryKey(),
    startsAt: integer('starts_at').notNull(),
    minutes: integer('minutes').notNull(),
    /** telefon, hjemme, kommunens lokaler, tredje sted, video */
    place: text('place').notNull(),
    /** What an SMS may say of the place; empty when nothing. */
    smsPlace: text('sms_place').notNull(),
    detailsSealed: text('details_sealed'),
    advisorId: text('advisor_id').notNull(),
    state: text('state').notNull(),
    /** How often it was moved: texts and calendars know a newer time by it. */
    moves: integer('moves').notNull().default(0),
    contactId: text('contact_id'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    index('appointments_starts').on(t.startsAt),
    index('appointments_advisor').on(t.advisorId, t.startsAt),
  ],
);

/** Who comes to an appointment, and what they answered; the journey reminds them. */
export const appointmentRelatives = sqliteTable(
  'appointment_relatives',
  {
    appointmentId: text('appointment_id').notNull(),
    relativeId: text('relative_id').notNull(),
    journeyId: text('journey_id'),
    /** ja, nej, or null */
    answer: text('answer'),
    answeredAt: integer('answered_at'),
    /** The number of changes (`moves`) the journey must still be told of; null when it knows the latest, or is not to be told. */
    pending: integer('pending'),
    /** Why nobody writes or calls this relative about it. */
    why: text('why'),
  },
  (t) => [
    primaryKey({ columns: [t.appointmentId, t.relativeId] }),
    index('appointment_relatives_relative').on(t.relativeId),
    index('appointment_relatives_journey').on(t.journeyId).where(sql`journey_id is not null`),
    index('appointment_relatives_pending').on(t.appointmentId).where(sql`pending is not null`),
  ],
);

/** A registered conversation. Counts as one from 20 minutes; lists are those of the organisation. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    minutes: integer('minutes').notNull(),
    kind: text('kind').notNull(),
    place: text('place').notNull(),
    initiative: text('initiative').notNull(),
    level: text('level').notNull(),
    /** JSON list. */
    themes: text('themes').notNull(),
    outcome: text('outcome').notNull(),
    followUp: text('follow_up').notNull(),
    /** To whom it was handed over; open until they have confirmed. */
    handedToSealed: text('handed_to_sealed'),
    confirmedAt: integer('confirmed_at'),
    confirmedBy: text('confirmed_by'),
    noteSealed: text('note_sealed'),
    nextStepSealed: text('next_step_sealed'),
    unitId: text('unit_id').notNull(),
    appointmentId: text('appointment_id'),
    advisorId: text('advisor_id').notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    index('contacts_at').on(t.at),
    index('contacts_handed').on(t.at).where(sql`follow_up = 'overdraget' and confirmed_at is null`),
  ],
);

export const contactRelatives = sqliteTable(
  'contact_relatives',
  { contactId: text('contact_id').notNull(), relativeId: text('relative_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.contactId, t.relativeId] }),
    index('contact_relatives_relative').on(t.relativeId),
  ],
);

/** Counselling of a unit: rådgivning af personale. */
export const counsellings = sqliteTable(
  'counsellings',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    unitId: text('unit_id').notNull(),
    kind: text('kind').notNull(),
    /** JSON lists. */
    staffGroups: text('staff_groups').notNull(),
    themes: text('themes').notNull(),
    participants: integer('participants').notNull(),
    minutes: integer('minutes').notNull(),
    material: text('material').notNull(),
    followUp: text('follow_up').notNull(),
    noteSealed: text('note_sealed'),
    advisorId: text('advisor_id').notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    /** Registered by mistake: counts no more. */
    takenBackAt: integer('taken_back_at'),
  },
  (t) => [index('counsellings_at').on(t.at), index('counsellings_unit').on(t.unitId, t.at)],
);

/** An entry of the signpost (vejviser). Days are ISO dates. */
export const offers = sqliteTable(
  'offers',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    target: text('target').notNull(),
    area: text('area').notNull(),
    contact: text('contact').notNull(),
    url: text('url'),
    /** Of the municipality itself. */
    inside: integer('inside').notNull(),
    validUntil: text('valid_until'),
    checkedOn: text('checked_on').notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [index('offers_checked').on(t.checkedOn).where(sql`retired_at is null`)],
);

/** Someone was shown the way to an offer, from a conversation, a flow or the relative's page. */
export const signposted = sqliteTable(
  'signposted',
  {
    id: text('id').primaryKey(),
    offerId: text('offer_id').notNull(),
    relativeId: text('relative_id'),
    contactId: text('contact_id'),
    journeyId: text('journey_id'),
    at: integer('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [
    index('signposted_offer').on(t.offerId, t.at),
    index('signposted_relative').on(t.relativeId).where(sql`relative_id is not null`),
  ],
);

/** Where referrals come from: a short address with a QR code each. */
export const sources = sqliteTable('sources', {
  id: text('id').primaryKey(),
  /** Stands in the public address; it opens a form and nothing else. */
  code: text('code').notNull().unique(),
  title: text('title').notNull(),
  unitId: text('unit_id').notNull(),
  opened: integer('opened').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  closedAt: integer('closed_at'),
  /** When it was last renamed, closed or opened; 0: never. */
  changedAt: integer('changed_at').notNull().default(0),
});

/** Someone was referred to us with their yes. status: waiting → taken | declined. */
export const referrals = sqliteTable(
  'referrals',
  {
    id: text('id').primaryKey(),
    sourceId: text('source_id').notNull(),
    unitId: text('unit_id').notNull(),
    nameSealed: text('name_sealed').notNull(),
    numberSealed: text('number_sealed').notNull(),
    relation: text('relation').notNull(),
    area: text('area').notNull(),
    noteSealed: text('note_sealed'),
    /** Who refers: staff by name, or the relative alone. */
    bySealed: text('by_sealed'),
    status: text('status').notNull(),
    why: text('why'),
    relativeId: text('relative_id'),
    receivedAt: integer('received_at').notNull(),
    settledAt: integer('settled_at'),
    settledBy: text('settled_by'),
  },
  (t) => [
    index('referrals_waiting').on(t.receivedAt).where(sql`status = 'waiting'`),
    index('referrals_source').on(t.sourceId, t.receivedAt),
    index('referrals_settled').on(t.settledAt).where(sql`settled_at is not null`),
  ],
);
