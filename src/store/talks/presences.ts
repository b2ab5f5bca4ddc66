// Who has a conversation open. Instants are real time, UTC ms.
import { and, eq, gt, ne } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { presences } from '../schema/talks.ts';

/** After so long without a sign nobody is there any more, ms. */
const GONE_AFTER_MS = 60_000;

export type Presence = { conversationId: string; staffId: string; at: number; writes: boolean };

/** Notes that somebody is there; looking alone does not undo that they wrote a moment ago. */
export const notePresence: Write<Presence, true> = {
  name: 'note-presence',
  statements: (items) =>
    items.flatMap(({ conversationId, staffId, at, writes }) => [
      {
        sql: `INSERT INTO presences (conversation_id, staff_id, writing, at) VALUES (?1, ?2, ?3, ?4)
          ON CONFLICT (conversation_id, staff_id) DO UPDATE SET at = max(at, excluded.at), writing = max(writing, excluded.writing)`,
        args: [conversationId, staffId, writes ? at : 0, at],
      },
      { sql: 'DELETE FROM presences WHERE at < ?', args: [at - 60 * GONE_AFTER_MS] },
    ]),
  outcomes: (items) => items.map(() => true as const),
};

/** Somebody stopped writing here: what they wrote was sent, or they left. */
export const endPresence: Write<{ conversationId: string; staffId: string }, true> = {
  name: 'end-presence',
  statements: (items) =>
    items.map(({ conversationId, staffId }) => ({
      sql: 'UPDATE presences SET writing = 0 WHERE conversation_id = ? AND staff_id = ?',
      args: [conversationId, staffId],
    })),
  outcomes: (items) => items.map(() => true as const),
};

/** The others who have a conversation open now; `writing` is when they last wrote, 0 when they did not. */
export const listOthers = ({ orm }: Db, conversationId: string, staffId: string, at: number) =>
  orm
    .select({ staffId: presences.staffId, writing: presences.writing })
    .from(presences)
    .where(
      and(
        eq(presences.conversationId, conversationId),
        ne(presences.staffId, staffId),
        gt(presences.at, at - GONE_AFTER_MS),
      ),
    )
    .limit(10);
