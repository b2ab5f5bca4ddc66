import { endStaffSessions, listStaffSessions } from '../../store/people/staff-sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import { ledgerRow } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';
import { IDLE_MS } from './begin-session.ts';
import { requireRight, type Staff } from './staff.ts';

/** A session that still opens something; instants are real time, UTC ms. */
export type SessionLine = {
  handle: string;
  how: string;
  browser: string;
  since: number;
  seenAt: number;
  /** When it ends, busy or not. */
  endsAt: number;
  /** It is the one that asks. */
  own: boolean;
};

/** The open sessions of a member: one's own, or for an administrator anybody's. The newest sign of life first. */
export async function listSessions(
  rt: Runtime,
  staff: Staff,
  of: string,
  token?: string,
): Promise<SessionLine[]> {
  if (of !== staff.id) requireRight(staff, 'administer');
  const at = rt.clock();
  const rows = await listStaffSessions(rt.db, of, { at, seenAfter: at - IDLE_MS });
  const own = token ? tokenHash(token) : '';
  return rows.map((row) => ({
    handle: row.handle ?? '',
    how: row.how ?? '',
    browser: row.browser ?? '',
    since: row.createdAt,
    seenAt: row.seenAt,
    endsAt: row.endsAt,
    own: row.tokenHash === own,
  }));
}

/** Ends one session by its handle, or with `keep` (a token) all others, or without either all. Gives how many ended; throws `not-found`. */
export async function endSessionsOf(
  rt: Runtime,
  staff: Staff,
  of: string,
  which: { handle: string } | { keep: string | undefined },
): Promise<number> {
  if (of !== staff.id) requireRight(staff, 'administer');
  const keep = 'keep' in which && which.keep ? tokenHash(which.keep) : '';
  const handle = 'handle' in which ? which.handle : undefined;
  const ended = await rt.db.lane.put(endStaffSessions, {
    subject: of,
    ...(handle === undefined ? {} : { handle }),
    keep,
    ledger: [
      ledgerRow(rt, { kind: 'staff.sessions.ended', actor: staff.id, subject: of, body: { all: !handle } }),
    ],
  });
  if (handle !== undefined && ended === 0) throw new AppError('not-found');
  return ended;
}
