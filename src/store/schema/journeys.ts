// Instants are UTC ms; …Sealed holds AES-GCM text (seal.ts); …Hash holds an HMAC or SHA-256, never a value.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Published versions, immutable; `id` is `<name>@<hash of the content>`. */
export const flows = sqliteTable(
  'flows',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    publishedAt: integer('published_at').notNull(),
    retiredAt: integer('retired_at'),
  },
  (t) => [index('flows_name').on(t.name, t.publishedAt)],
);

/** One relative's walk through one version. `version` rises by one with every turn; `turn` is the token of the last one. */
export const journeys = sqliteTable(
  'journeys',
  {
    id: text('id').primaryKey(),
    flowId: text('flow_id').notNull(),
    flowName: text('flow_name').notNull(),
    relativeId: text('relative_id').notNull(),
    /** The appointment or the event the journey is about; empty when it is about nothing but the relative. */
    subject: text('subject').notNull().default(''),
    version: integer('version').notNull(),
    turn: text('turn').notNull(),
    status: text('status').notNull(),
    hold: text('hold'),
    awaiting: text('awaiting'),
    step: text('step'),
    state: text('state').notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    startedBy: text('started_by'),
  },
  (t) => [
    index('journeys_relative').on(t.relativeId, t.status),
    uniqueIndex('journeys_one_of_a_flow')
      .on(t.relativeId, t.flowName, t.subject)
      .where(sql`status <> 'ended'`),
    index('journeys_flow').on(t.flowId, t.startedAt),
  ],
);

/** Append-only: the input of each turn and what came of it. Bodies carry no personal data. */
export const facts = sqliteTable(
  'facts',
  {
    journeyId: text('journey_id').notNull(),
    version: integer('version').notNull(),
    n: integer('n').notNull(),
    kind: text('kind').notNull(),
    step: text('step'),
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (t) => [primaryKey({ columns: [t.journeyId, t.version, t.n] }), index('facts_kind').on(t.kind, t.at)],
);

/** What a journey sleeps until. `held` rows belong to a journey that stands still and are never due. */
export const timers = sqliteTable(
  'timers',
  {
    journeyId: text('journey_id').notNull(),
    name: text('name').notNull(),
    dueAt: integer('due_at').notNull(),
    held: integer('held').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.journeyId, t.name] }),
    index('timers_due').on(t.dueAt).where(sql`held = 0`),
  ],
);

/** Many relatives to begin one version of a flow. status: filling (its members are still being written) → running → done | cancelled | broken. */
export const fanOuts = sqliteTable(
  'fan_outs',
  {
    id: text('id').primaryKey(),
    flowId: text('flow_id').notNull(),
    anchors: text('anchors').notNull(),
    status: text('status').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [index('fan_outs_running').on(t.createdAt).where(sql`status = 'running'`)],
);

/** status: waiting → begun | left-out, and why. */
export const fanOutMembers = sqliteTable(
  'fan_out_members',
  {
    fanOutId: text('fan_out_id').notNull(),
    relativeId: text('relative_id').notNull(),
    status: text('status').notNull(),
    why: text('why'),
  },
  (t) => [
    primaryKey({ columns: [t.fanOutId, t.relativeId] }),
    index('fan_out_members_waiting').on(t.fanOutId).where(sql`status = 'waiting'`),
  ],
);
