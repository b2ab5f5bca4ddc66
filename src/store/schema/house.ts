// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC or SHA-256, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row: what the organisation is called, its numbers, hours and words, as JSON checked by services. */
export const organisation = sqliteTable('organisation', {
  id: integer('id').primaryKey(),
  settings: text('settings').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const units = sqliteTable('units', {
  id: text('id').primaryKey(),
  parentId: text('parent_id'),
  name: text('name').notNull(),
  area: text('area').notNull(),
  closedAt: integer('closed_at'),
  /** 0: never. */
  changedAt: integer('changed_at').notNull().default(0),
});

/** Sessions of staff and of relatives' pages alike; the cookie's SHA-256 is the key. Real time, never the demo clock. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    verifiedAt: integer('verified_at'),
    createdAt: integer('created_at').notNull(),
    seenAt: integer('seen_at').notNull(),
    endsAt: integer('ends_at').notNull(),
    /** What a list of sessions calls it: an id that opens nothing. */
    handle: text('handle'),
    /** How staff logged in (demo, password, oidc), and the browser in a word or two. */
    how: text('how'),
    browser: text('browser'),
  },
  (t) => [
    index('sessions_subject').on(t.subject),
    index('sessions_ends').on(t.endsAt),
    index('sessions_handle').on(t.handle),
  ],
);

/** Consents and audit in one append-only chain; `hash` covers the row and the hash before it, and is null until the row is chained. */
export const ledger = sqliteTable(
  'ledger',
  {
    seq: integer('seq').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    actor: text('actor').notNull(),
    relativeId: text('relative_id'),
    subject: text('subject'),
    purpose: text('purpose'),
    body: text('body').notNull(),
    hash: text('hash'),
  },
  (t) => [
    index('ledger_relative').on(t.relativeId, t.kind, t.seq),
    index('ledger_actor').on(t.actor, t.seq),
    index('ledger_kind').on(t.kind, t.seq),
    index('ledger_unchained').on(t.seq).where(sql`hash is null`),
  ],
);

/** Who may dispatch a sender, until when (real time), with a fence that rises at each change of hands. */
export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  owner: text('owner').notNull(),
  fence: integer('fence').notNull(),
  endsAt: integer('ends_at').notNull(),
});

/** Counters of the rate limits: one row per subject and period, counted by a conditional write. */
export const limits = sqliteTable(
  'limits',
  {
    subject: text('subject').notNull(),
    period: integer('period').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.period] }), index('limits_period').on(t.period)],
);

/** Small things the house itself remembers: the demo clock's offset, the key check. */
export const memory = sqliteTable('memory', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

/**
 * Backups that were put back. Until `reconciledAt` nothing leaves, since what came and left after `takenAt` is not known
 * here; `toldAt` is when a person was told that the gateway does not answer.
 */
export const restorations = sqliteTable(
  'restorations',
  {
    id: text('id').primaryKey(),
    takenAt: integer('taken_at').notNull(),
    /** Real time, as all else of this table but `takenAt`. */
    restoredAt: integer('restored_at').notNull(),
    toldAt: integer('told_at'),
    reconciledAt: integer('reconciled_at'),
  },
  (t) => [index('restorations_open').on(t.takenAt).where(sql`reconciled_at is null`)],
);
