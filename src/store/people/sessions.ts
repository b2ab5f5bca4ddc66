import { eq } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import type { Db } from '../open.ts';
import { insertRows } from '../rows.ts';
import { sessions } from '../schema/house.ts';

/** A session of staff or of a relative's page; instants are real time, UTC ms. */
export type SessionRow = typeof sessions.$inferSelect;

/** The session behind a cookie's hash, ended or not. */
export const findSession = async (db: Db, tokenHash: string): Promise<SessionRow | undefined> =>
  (await db.orm.select().from(sessions).where(eq(sessions.tokenHash, tokenHash)).limit(1))[0];

/** Begins a session; told again because an answer was lost it is there once. */
export const insertSession: Write<typeof sessions.$inferInsert, void> = {
  name: 'insert-session',
  statements: (rows) => [insertRows(sessions, rows, 'ignore')],
  outcomes: (rows) => rows.map(() => undefined),
};

/** Notes a sign of life. */
export const touchSession: Write<{ tokenHash: string; at: number }, void> = {
  name: 'touch-session',
  statements: (items) => [
    {
      sql: `UPDATE sessions SET seen_at = max(seen_at, e.value ->> '$.at')
        FROM json_each(?) e WHERE token_hash = e.value ->> '$.tokenHash'`,
      args: [JSON.stringify(items)],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};

/** Ends one session, or all sessions of a subject; the cookie is worth nothing afterwards. */
export const endSessions: Write<{ tokenHash: string } | { subject: string }, void> = {
  name: 'end-sessions',
  statements: (items) => [
    {
      sql: `DELETE FROM sessions WHERE token_hash IN (SELECT e.value ->> '$.tokenHash' FROM json_each(?1) e)
        OR subject IN (SELECT e.value ->> '$.subject' FROM json_each(?1) e)`,
      args: [JSON.stringify(items)],
    },
  ],
  outcomes: (items) => items.map(() => undefined),
};

/** Forgets sessions that ended before an instant. */
export const forgetSessions: Write<number, void> = {
  name: 'forget-sessions',
  statements: (instants) => [
    { sql: 'DELETE FROM sessions WHERE ends_at < ?', args: [Math.max(...instants)] },
  ],
  outcomes: (instants) => instants.map(() => undefined),
};
