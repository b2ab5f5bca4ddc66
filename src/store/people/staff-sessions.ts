import { and, desc, eq, gt } from 'drizzle-orm';
import type { Write } from '../lane.ts';
import { type Noted, noting } from '../noting.ts';
import type { Db } from '../open.ts';
import { sessions } from '../schema/house.ts';
import type { SessionRow } from './sessions.ts';

const MOST = 100;

/** The sessions of a member of staff that have not ended at an instant and were seen after another, the newest sign of life first. */
export const listStaffSessions = (
  { orm }: Db,
  subject: string,
  { at, seenAfter }: { at: number; seenAfter: number },
): Promise<SessionRow[]> =>
  orm
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.subject, subject),
        eq(sessions.kind, 'staff'),
        gt(sessions.endsAt, at),
        gt(sessions.seenAt, seenAfter),
      ),
    )
    .orderBy(desc(sessions.seenAt))
    .limit(MOST);

/** One session by its handle, or all of a member but the one whose hash is kept. */
export type Ending = { subject: string; handle?: string; keep: string } & Noted;

const WHICH = `x.subject = $subject AND x.kind LIKE 'staff%' AND x.token_hash <> $keep
  AND ($handle = '' OR x.handle = $handle)`;

const which = (subject = '', handle = '', keep = ''): string =>
  WHICH.replaceAll('$subject', subject).replaceAll('$handle', handle).replaceAll('$keep', keep);

/** Ends sessions of members of staff and gives how many. */
export const endStaffSessions: Write<Ending, number> = noting(
  {
    name: 'end-staff-sessions',
    statements: (items) =>
      items.map(({ subject, handle = '', keep }) => ({
        sql: `DELETE FROM sessions AS x WHERE ${which('?1', '?2', '?3')} RETURNING token_hash`,
        args: [subject, handle, keep],
      })),
    outcomes: (items, results) => items.map((_, i) => results[i]?.rows.length ?? 0),
  },
  {
    keys: ({ subject, handle = '', keep }) => [subject, handle, keep],
    join: (subject, handle, keep) =>
      `JOIN (SELECT 1) one ON EXISTS (SELECT 1 FROM sessions x WHERE ${which(subject, handle, keep)})`,
  },
);
