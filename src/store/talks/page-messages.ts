// What a relative reads and writes on their own page.
import type { Write } from '../lane.ts';
import type { AlertRow } from '../messages/alerts.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { insertRows } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import { pageMessages } from '../schema/talks.ts';

/** A message the relative wrote, with the alerts it raises. */
export type Written = { message: typeof pageMessages.$inferInsert; alerts: readonly AlertRow[] } & Noted;

/** Stores what relatives wrote on their pages; the same one twice is there once. */
export const storePageMessages: Write<Written, true> = noting<Written, true>(
  {
    name: 'store-page-messages',
    statements: (items) => [
      insertRows(
        pageMessages,
        items.map(({ message }) => message),
        'ignore',
      ),
      insertRows(
        alerts,
        items.flatMap(({ alerts: raised }) => raised),
        'ignore',
      ),
    ],
    outcomes: (items) => items.map(() => true as const),
    lookUp: wasNoted,
  },
  {
    keys: ({ message }) => [message.id],
    join: (id) => `WHERE NOT EXISTS (SELECT 1 FROM page_messages g WHERE g.id = ${id})`,
  },
);

/** Notes that a relative has read what staff wrote on the page, up to an instant. */
export const notePagesRead: Write<{ relativeId: string; at: number }, true> = {
  name: 'note-pages-read',
  statements: (items) =>
    items.map(({ relativeId, at }) => ({
      sql: `UPDATE page_messages SET status = 'read', read_at = ?2
        WHERE relative_id = ?1 AND from_staff = 1 AND status = 'sent' AND at <= ?2`,
      args: [relativeId, at],
    })),
  outcomes: (items) => items.map(() => true as const),
};
