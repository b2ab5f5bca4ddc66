// Conversations in writing. Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts).
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What staff noted of the conversation with one relative, or with a number nobody is known at; made when it is first needed. */
export const conversations = sqliteTable(
  'conversations',
  {
    /** The relative's id, or the number's. */
    id: text('id').primaryKey(),
    relativeId: text('relative_id'),
    numberId: text('number_id'),
    assignedTo: text('assigned_to'),
    /** Not shown as waiting until then. */
    snoozedUntil: integer('snoozed_until'),
    /** When that was said: what comes later wakes it. */
    snoozedAt: integer('snoozed_at'),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    index('conversations_assigned').on(t.assignedTo).where(sql`assigned_to is not null`),
    index('conversations_snoozed').on(t.snoozedUntil).where(sql`snoozed_until is not null`),
  ],
);

/** Who has a conversation open right now, and when they last wrote (0: not). Real time; a row older than a minute says nothing. */
export const presences = sqliteTable(
  'presences',
  {
    conversationId: text('conversation_id').notNull(),
    staffId: text('staff_id').notNull(),
    writing: integer('writing').notNull().default(0),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.staffId] }), index('presences_at').on(t.at)],
);

/** A message on the relative's own secure page. From staff: sent → read; from the relative: waiting → answered | closed. */
export const pageMessages = sqliteTable(
  'page_messages',
  {
    id: text('id').primaryKey(),
    relativeId: text('relative_id').notNull(),
    /** The SMS that told of it, when it is from staff. */
    messageId: text('message_id'),
    fromStaff: integer('from_staff').notNull(),
    textSealed: text('text_sealed').notNull(),
    /** How the relative's words read, as for an SMS. */
    meaning: text('meaning').notNull().default('unclear'),
    masked: integer('masked').notNull().default(0),
    status: text('status').notNull(),
    at: integer('at').notNull(),
    by: text('by'),
    readAt: integer('read_at'),
    settledAt: integer('settled_at'),
    settledBy: text('settled_by'),
    /** The newest broadcast the relative had on the page, when it is from the relative. */
    broadcastId: text('broadcast_id'),
  },
  (t) => [
    index('page_messages_broadcast').on(t.broadcastId, t.meaning).where(sql`broadcast_id is not null`),
    index('page_messages_relative').on(t.relativeId, t.at),
    index('page_messages_words').on(t.at).where(sql`text_sealed <> ''`),
    index('page_messages_waiting').on(t.at).where(sql`status = 'waiting'`),
  ],
);

/** Answers staff use again. Open texts: they may leave by SMS. */
export const savedAnswers = sqliteTable('saved_answers', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  language: text('language').notNull(),
  createdBy: text('created_by').notNull(),
  changedAt: integer('changed_at').notNull(),
  retiredAt: integer('retired_at'),
});
