// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC, SHA-256 or scrypt, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Who works at the desk. One without units and without `allUnits` sees no relative. */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').primaryKey(),
    nameSealed: text('name_sealed').notNull(),
    role: text('role').notNull(),
    demo: integer('demo').notNull().default(0),
    createdAt: integer('created_at').notNull(),
    /** Sees relatives of every unit. */
    allUnits: integer('all_units').notNull().default(0),
    emailHash: text('email_hash'),
    emailSealed: text('email_sealed'),
    /** The municipality's login (OIDC): an index of issuer and subject. */
    subjectHash: text('subject_hash'),
    subjectSealed: text('subject_sealed'),
    /** May not log in any more since then. */
    closedAt: integer('closed_at'),
    /** Lets one in with a local account although staff come from the municipality's login. */
    emergency: integer('emergency').notNull().default(0),
    /** When the name, the role or the units were last changed; 0: never. */
    changedAt: integer('changed_at').notNull().default(0),
  },
  (t) => [
    index('staff_emergency').on(t.emergency).where(sql`emergency = 1`),
    uniqueIndex('staff_email').on(t.emailHash).where(sql`email_hash is not null`),
    uniqueIndex('staff_subject').on(t.subjectHash).where(sql`subject_hash is not null`),
  ],
);

/** The units someone works in; those under them are included. */
export const staffUnits = sqliteTable(
  'staff_units',
  { staffId: text('staff_id').notNull(), unitId: text('unit_id').notNull() },
  (t) => [primaryKey({ columns: [t.staffId, t.unitId] }), index('staff_units_unit').on(t.unitId)],
);

/** The local account of a member of staff: a password and a time-based code. Real time throughout. */
export const accounts = sqliteTable(
  'accounts',
  {
    /** The member of staff. */
    id: text('id').primaryKey(),
    /** Scrypt with its parameters and salt; null until the invitation is taken. */
    passwordHash: text('password_hash'),
    totpSealed: text('totp_sealed'),
    /** The last time step a code was taken of, so that none is taken twice. */
    totpStep: integer('totp_step').notNull().default(0),
    /** SHA-256 of the recovery codes that are left, as a JSON list. */
    recoveryHashes: text('recovery_hashes').notNull().default('[]'),
    failures: integer('failures').notNull().default(0),
    lockedUntil: integer('locked_until'),
    inviteHash: text('invite_hash'),
    inviteEndsAt: integer('invite_ends_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [uniqueIndex('accounts_invite').on(t.inviteHash).where(sql`invite_hash is not null`)],
);

/** Keys of the API: only the SHA-256 of each is kept. It acts with a role, within units, for the scopes it names. */
export const apiKeys = sqliteTable('api_keys', {
  id: text('id').primaryKey(),
  keyHash: text('key_hash').notNull().unique(),
  title: text('title').notNull(),
  role: text('role').notNull(),
  scopes: text('scopes').notNull(),
  /** JSON list of units, or null for all. */
  units: text('units'),
  createdAt: integer('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  endsAt: integer('ends_at'),
  revokedAt: integer('revoked_at'),
  usedAt: integer('used_at'),
});

/** What was answered to a POST with an Idempotency-Key; status is null while the first is under way. Real time. */
export const idempotency = sqliteTable(
  'idempotency',
  {
    /** SHA-256 of the API key's id and the Idempotency-Key. */
    id: text('id').primaryKey(),
    requestHash: text('request_hash').notNull(),
    status: integer('status'),
    bodySealed: text('body_sealed'),
    at: integer('at').notNull(),
    endsAt: integer('ends_at').notNull(),
  },
  (t) => [index('idempotency_ends').on(t.endsAt)],
);

/** Texts and consent wordings the organisation has changed, every version kept; the newest holds. */
export const wordings = sqliteTable(
  'wordings',
  {
    id: text('id').primaryKey(),
    /** sms (what the house says by SMS) · consent · page */
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    language: text('language').notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    at: integer('at').notNull(),
    by: text('by').notNull(),
  },
  (t) => [uniqueIndex('wordings_version').on(t.kind, t.key, t.language, t.version)],
);
