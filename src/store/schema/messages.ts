// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC or SHA-256, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * One SMS out (or the call or letter that stands for it).
 * status: due → sending (the intent) → sent → delivered | undelivered; or failed, unknown, cancelled, expired; call and letter: todo → done.
 */
export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    relativeId: text('relative_id'),
    numberId: text('number_id'),
    journeyId: text('journey_id'),
    broadcastId: text('broadcast_id'),
    turn: integer('turn'),
    step: text('step'),
    textKey: text('text_key').notNull(),
    /** flow, broadcast, answer (to the relative's own SMS), receipt (of a STOP), staff, notice (of what staff did) */
    purpose: text('purpose').notNull(),
    channel: text('channel').notNull(),
    sender: text('sender').notNull(),
    language: text('language').notNull(),
    textSealed: text('text_sealed').notNull(),
    linkSealed: text('link_sealed'),
    segments: integer('segments').notNull(),
    /** 0 answers (the fast lane), 1 the rest, 2 broadcasts. */
    lane: integer('lane').notNull(),
    /** 1: it does not wait for the limit per day, since it tells that what was agreed is another now. */
    pressing: integer('pressing').notNull().default(0),
    /** The flow's narrower window as minutes of the wall-clock day and ISO weekdays ("12345"); null where the organisation's alone holds. */
    windowFrom: integer('window_from'),
    windowTo: integer('window_to'),
    windowDays: text('window_days'),
    /** The relative's hours, minutes of the wall-clock day; from `hours_until` (UTC ms) on they no longer hold, since it would be lost. */
    hoursFrom: integer('hours_from'),
    hoursTo: integer('hours_to'),
    hoursUntil: integer('hours_until'),
    status: text('status').notNull(),
    dueAt: integer('due_at').notNull(),
    notAfter: integer('not_after'),
    /** Real time, ms: put off until then after a refusal; the dispatcher clears it when that has come. */
    retryAt: integer('retry_at'),
    attempts: integer('attempts').notNull().default(0),
    searches: integer('searches').notNull().default(0),
    fence: integer('fence'),
    intentAt: integer('intent_at'),
    providerId: text('provider_id'),
    rank: integer('rank').notNull().default(0),
    reason: text('reason'),
    code: integer('code'),
    sentAt: integer('sent_at'),
    deliveredAt: integer('delivered_at'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by'),
    /** Real time, ms: its body is gone at the provider, or is asked to go again then after that did not work. */
    forgottenAt: integer('forgotten_at'),
    forgetAfter: integer('forget_after'),
  },
  (t) => [
    index('messages_due').on(t.sender, t.lane, t.dueAt).where(sql`status = 'due' and retry_at is null`),
    index('messages_retry').on(t.sender, t.retryAt).where(sql`status = 'due' and retry_at is not null`),
    index('messages_open')
      .on(t.numberId, t.dueAt)
      .where(sql`status in ('due', 'held', 'sending', 'unknown')`),
    index('messages_number').on(t.numberId, t.intentAt).where(sql`lane > 0 and intent_at is not null`),
    index('messages_unsettled').on(t.intentAt).where(sql`status in ('sending', 'unknown')`),
    index('messages_todo').on(t.dueAt).where(sql`status = 'todo'`),
    index('messages_journey').on(t.journeyId),
    index('messages_broadcast').on(t.broadcastId, t.status).where(sql`broadcast_id is not null`),
    index('messages_relative').on(t.relativeId, t.createdAt),
    index('messages_provider').on(t.providerId).where(sql`provider_id is not null`),
    index('messages_words').on(t.createdAt).where(sql`text_sealed <> ''`),
    index('messages_left').on(t.sender, t.sentAt).where(sql`sent_at is not null`),
    index('messages_remembered').on(t.sentAt).where(sql`provider_id is not null and forgotten_at is null`),
  ],
);

/** What staff have decided of a sender; one without a row goes on. */
export const senders = sqliteTable('senders', {
  /** name · number */
  name: text('name').primaryKey(),
  /** Nothing leaves from it since then, real time; null while it goes on. */
  stoppedAt: integer('stopped_at'),
  stoppedBy: text('stopped_by'),
});

/** The inbox: one SMS in, stored once by the provider's id. status: new → handled (by the house) | waiting (for a person) → answered | closed. */
export const replies = sqliteTable(
  'replies',
  {
    id: text('id').primaryKey(),
    providerId: text('provider_id').notNull().unique(),
    numberId: text('number_id').notNull(),
    relativeId: text('relative_id'),
    journeyId: text('journey_id'),
    /** The newest broadcast its number had got, when no journey took it. */
    broadcastId: text('broadcast_id'),
    textSealed: text('text_sealed').notNull(),
    meaning: text('meaning').notNull(),
    masked: integer('masked').notNull().default(0),
    status: text('status').notNull(),
    receivedAt: integer('received_at').notNull(),
    settledAt: integer('settled_at'),
    settledBy: text('settled_by'),
  },
  (t) => [
    index('replies_status').on(t.status, t.receivedAt),
    index('replies_number').on(t.numberId, t.receivedAt),
    index('replies_relative').on(t.relativeId, t.receivedAt),
    index('replies_broadcast').on(t.broadcastId, t.meaning).where(sql`broadcast_id is not null`),
    index('replies_words').on(t.receivedAt).where(sql`text_sealed <> ''`),
  ],
);

/** Something a person must look at. status: open → done. */
export const alerts = sqliteTable(
  'alerts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    audience: text('audience').notNull(),
    urgent: integer('urgent').notNull().default(0),
    relativeId: text('relative_id'),
    journeyId: text('journey_id'),
    messageId: text('message_id'),
    replyId: text('reply_id'),
    step: text('step'),
    textSealed: text('text_sealed').notNull(),
    status: text('status').notNull().default('open'),
    raisedAt: integer('raised_at').notNull(),
    doneAt: integer('done_at'),
    doneBy: text('done_by'),
  },
  (t) => [
    index('alerts_open').on(t.status, t.urgent, t.raisedAt),
    index('alerts_relative').on(t.relativeId, t.raisedAt),
  ],
);
