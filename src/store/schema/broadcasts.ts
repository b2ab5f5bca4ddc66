// Group messages. Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One text to many relatives, each in their own language.
 * status: draft → scheduled | filling (its members are still being written) → running ⇄ paused → done | cancelled | broken.
 */
export const broadcasts = sqliteTable(
  'broadcasts',
  {
    id: text('id').primaryKey(),
    /** What staff call it; no relative sees it. */
    title: text('title').notNull(),
    groupId: text('group_id').notNull(),
    /** sms: the text itself, from the number; page: a neutral SMS from the name, the text behind the PIN. */
    way: text('way').notNull(),
    /** JSON of language → text with merge fields. */
    textsSealed: text('texts_sealed').notNull(),
    /** Of way and texts: two broadcasts that would say the same share it. */
    textsHash: text('texts_hash').notNull(),
    status: text('status').notNull(),
    /** When the first of it may leave; null is at once. */
    dueAt: integer('due_at'),
    /** So many get it first; then it pauses until a person lets it go on. Null: everyone gets it. */
    sample: integer('sample'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: integer('changed_at').notNull(),
    orderedAt: integer('ordered_at'),
    orderedBy: text('ordered_by'),
    endedAt: integer('ended_at'),
    /** JSON of whose records may get it: what whoever ordered it could see. Null until it is ordered. */
    sight: text('sight'),
    /** Every relative up to this id was looked at while its members were written. */
    filledTo: text('filled_to').notNull().default(''),
  },
  (t) => [
    index('broadcasts_open').on(t.status, t.dueAt).where(sql`status in ('scheduled', 'filling', 'running')`),
    index('broadcasts_same').on(t.textsHash, t.orderedAt).where(sql`ordered_at is not null`),
    index('broadcasts_created').on(t.createdAt),
  ],
);

/** Everyone in a broadcast's audience, once. status: waiting → composed | left-out, and why. */
export const broadcastMembers = sqliteTable(
  'broadcast_members',
  {
    broadcastId: text('broadcast_id').notNull(),
    relativeId: text('relative_id').notNull(),
    status: text('status').notNull(),
    why: text('why'),
    /** How often what failed was tried anew. */
    tries: integer('tries').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.broadcastId, t.relativeId] }),
    index('broadcast_members_status').on(t.broadcastId, t.status, t.why),
    index('broadcast_members_relative').on(t.relativeId),
  ],
);
