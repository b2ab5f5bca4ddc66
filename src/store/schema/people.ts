// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC or SHA-256, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** The relatives around one cared-for person: a code, never a name. `state`: alive, paused, dead. */
export const circles = sqliteTable(
  'circles',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull().unique(),
    unitId: text('unit_id').notNull(),
    state: text('state').notNull().default('alive'),
    stateAt: integer('state_at'),
    /** The resident's consent to inddragelse was checked on this day; null when there is none. */
    consentCheckedOn: text('consent_checked_on'),
    /** "Hver for sig": its relatives must not hear of each other. */
    apart: integer('apart').notNull().default(0),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('circles_held').on(t.stateAt).where(sql`state <> 'alive'`)],
);

/** One phone. An opt-out, a wrong number and the order of messages belong to the number, whoever shares it. */
export const numbers = sqliteTable(
  'numbers',
  {
    id: text('id').primaryKey(),
    numberHash: text('number_hash').notNull(),
    numberSealed: text('number_sealed').notNull(),
    landline: integer('landline').notNull().default(0),
    shared: integer('shared').notNull().default(0),
    stoppedAt: integer('stopped_at'),
    startAskedAt: integer('start_asked_at'),
    wrongAt: integer('wrong_at'),
    autoAnsweredAt: integer('auto_answered_at'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('numbers_hash').on(t.numberHash),
    index('numbers_closed').on(t.id).where(sql`stopped_at is not null or wrong_at is not null`),
  ],
);

export const relatives = sqliteTable(
  'relatives',
  {
    id: text('id').primaryKey(),
    circleId: text('circle_id').notNull(),
    numberId: text('number_id'),
    nameSealed: text('name_sealed').notNull(),
    tiltaleSealed: text('tiltale_sealed').notNull(),
    language: text('language').notNull(),
    relation: text('relation').notNull(),
    area: text('area').notNull(),
    ageBand: text('age_band').notNull().default('ukendt'),
    channel: text('channel').notNull(),
    minor: integer('minor').notNull().default(0),
    guardianSealed: text('guardian_sealed'),
    noteSealed: text('note_sealed'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [
    index('relatives_circle').on(t.circleId),
    index('relatives_number').on(t.numberId),
    index('relatives_created').on(t.createdAt),
  ],
);

/** The PIN of a relative's pages, as an HMAC under a key of its own; attempts are counted by a conditional write. */
export const pins = sqliteTable('pins', {
  relativeId: text('relative_id').primaryKey(),
  pinHash: text('pin_hash'),
  codeHash: text('code_hash'),
  codeEndsAt: integer('code_ends_at'),
  attempts: integer('attempts').notNull().default(0),
  lockedAt: integer('locked_at'),
  changedAt: integer('changed_at').notNull(),
});

/** Secure links by the SHA-256 of their token. One for each message that carries one. */
export const links = sqliteTable(
  'links',
  {
    tokenHash: text('token_hash').primaryKey(),
    messageId: text('message_id').notNull(),
    relativeId: text('relative_id').notNull(),
    journeyId: text('journey_id').notNull(),
    step: text('step').notNull(),
    page: text('page').notNull(),
    access: text('access').notNull(),
    endsAt: integer('ends_at').notNull(),
    openedAt: integer('opened_at'),
  },
  (t) => [index('links_journey').on(t.journeyId)],
);
