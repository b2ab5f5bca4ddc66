// What a relative reads and writes on their own page.
import type { Write } from '../lane.ts';
import type { AlertRow } from '../messages/alerts.ts';
import { type Noted, noting, wasNoted } from '../noting.ts';
import { insertRows } from '../rows.ts';
import { alerts } from '../schema/messages.ts';
import { pageMessages } from '../schema/talks.ts';

/** A message the relative wrote, with the alerts it raises. */
export type Written = { message: typeof pageMessages.$inferInsert; alerts: readonly AlertRow[] } & Noted;

const ANSWERS_WITHIN_MS = 7 * 24 * 3_600_000;

/** The newest group message on the relative's page within a week: what is written there may answer it. */
const ANSWERED = `(SELECT m.broadcast_id FROM page_messages s JOIN messages m ON m.id = s.message_id
  WHERE s.relative_id = page_messages.relative_id AND s.at BETWEEN page_messages.at - ${ANSWERS_WITHIN_MS} AND page_messages.at
    AND s.from_staff = 1 AND m.broadcast_id IS NOT NULL ORDER BY s.at DESC LIMIT 1)`;

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
      {
        sql: `UPDATE page_messages SET broadcast_id = ${ANSWERED}
          WHERE id IN (SELECT value FROM json_each(?)) AND broadcast_id IS NULL`,
        args: [JSON.stringify(items.map(({ message }) => message.id))],
      },
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
