// Groups of relatives. Instants are UTC ms.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Relatives who are written to together: those who were put in one by one, or everyone a rule fits. Nobody in it learns of the others. */
export const groups = sqliteTable(
  'groups',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    /** What the group is for. */
    note: text('note').notNull().default(''),
    /** Whose staff see and keep it, those above it included; null is the whole organisation. */
    unitId: text('unit_id'),
    /** JSON of the rule (services/groups/group-rule.ts); null for a group whose members were put in. */
    rule: text('rule'),
    createdAt: integer('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: integer('changed_at').notNull(),
    closedAt: integer('closed_at'),
  },
  (t) => [index('groups_open').on(t.title).where(sql`closed_at is null`)],
);

/** Who was put into a group, and who has left one: whoever left is in it no more, whatever its rule says. */
export const groupMembers = sqliteTable(
  'group_members',
  {
    groupId: text('group_id').notNull(),
    relativeId: text('relative_id').notNull(),
    since: integer('since').notNull(),
    /** A member of staff, or `relative:<id>`. */
    by: text('by').notNull(),
    leftAt: integer('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.groupId, t.relativeId] }),
    index('group_members_relative').on(t.relativeId),
  ],
);
