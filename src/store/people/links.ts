import { eq, getTableColumns } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { messages } from '../schema/messages.ts';
import { links, numbers, relatives } from '../schema/people.ts';

/** A secure link with what decides whether it still opens; instants are journey time, UTC ms. */
export type LinkRow = typeof links.$inferSelect & {
  /** The relative's language. */
  language: string;
  /** The number the relative has now, and the one the link was sent to (null when it did not leave as an SMS). */
  numberId: string | null;
  sentTo: string | null;
  /** When somebody at that number said that the relative is not there. */
  wrongAt: number | null;
};

/** The link whose token has this hash, open or not. */
export async function findLink(db: Db, tokenHash: string): Promise<LinkRow | undefined> {
  const found = await db.orm
    .select({
      ...getTableColumns(links),
      language: relatives.language,
      numberId: relatives.numberId,
      sentTo: messages.numberId,
      wrongAt: numbers.wrongAt,
    })
    .from(links)
    .innerJoin(relatives, eq(relatives.id, links.relativeId))
    .leftJoin(messages, eq(messages.id, links.messageId))
    .leftJoin(numbers, eq(numbers.id, messages.numberId))
    .where(eq(links.tokenHash, tokenHash))
    .limit(1);
  return found[0];
}

/** Notes that the content was opened, the first time only. */
export const noteLinkOpened: Write<{ tokenHash: string; at: number }, void> = {
  name: 'note-link-opened',
  statements: (items) => [
    {
      sql: `UPDATE links SET opened_at = coalesce(opened_at, e.value ->> '$.at')
        FROM json_each(?) e WHERE token_hash = e.value ->> '$.tokenHash'`,
      args: [JSON.stringify(items)],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};
