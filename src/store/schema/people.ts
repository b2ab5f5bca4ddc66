// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC or SHA-256, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

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
  (t) => [
    index('circles_held').on(t.stateAt).where(sql`state <> 'alive'`),
    index('circles_created').on(t.createdAt, t.id),
    index('circles_unit').on(t.unitId, t.createdAt, t.id),
  ],
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
    /** The advisor who has the contact; whom alerts and replies are first shown to. */
    advisorId: text('advisor_id'),
    /** Skærmet: only those named in relative_shields see the record. */
    shielded: integer('shielded').notNull().default(0),
    /** Kun ring: nothing is ever sent, calls only. */
    onlyCall: integer('only_call').notNull().default(0),
    /** When the relative prefers to be reached, minutes of the wall-clock day. */
    hoursFrom: integer('hours_from'),
    hoursTo: integer('hours_to'),
    /** Wants no group messages before then, UTC ms. */
    quietUntil: integer('quiet_until'),
    gender: text('gender').notNull().default('ukendt'),
    /** How they found us: a choice of the list, or the id of a source of referrals. */
    foundBy: text('found_by'),
    /** This record was another of the same person; everything moved there. */
    mergedInto: text('merged_into'),
    changedAt: integer('changed_at'),
  },
  (t) => [
    index('relatives_circle').on(t.circleId),
    index('relatives_number').on(t.numberId),
    index('relatives_created').on(t.createdAt),
    index('relatives_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    index('relatives_advisor').on(t.advisorId).where(sql`advisor_id is not null`),
  ],
);

/**
 * Blind index of the beginnings of the words of names (no substring search). It leaks how often a beginning occurs, so
 * someone with the database alone can guess common names' share, not whose they are.
 */
export const relativeWords = sqliteTable(
  'relative_words',
  { wordHash: text('word_hash').notNull(), relativeId: text('relative_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.wordHash, t.relativeId] }),
    index('relative_words_relative').on(t.relativeId),
  ],
);

/** Who sees a shielded record. */
export const relativeShields = sqliteTable(
  'relative_shields',
  { relativeId: text('relative_id').notNull(), staffId: text('staff_id').notNull() },
  (t) => [primaryKey({ columns: [t.relativeId, t.staffId] })],
);

/** Rows of a spreadsheet that wait to be looked through; sealed as one JSON text, and gone when its time is over. */
export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  staffId: text('staff_id').notNull(),
  /** read → running → done */
  status: text('status').notNull(),
  rowsSealed: text('rows_sealed').notNull(),
  createdAt: integer('created_at').notNull(),
  endsAt: integer('ends_at').notNull(),
});

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
