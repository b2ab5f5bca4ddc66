// Between two steps of a login: a short session that opens nothing but the next step.
import { endSessions, findSession, insertSession, type SessionRow } from '../../store/people/sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';

/** `code`: the password was right. `invitation`: the link was opened. */
export type WaitingKind = 'code' | 'invitation';

const LASTS_MS: Record<WaitingKind, number> = { code: 10 * 60_000, invitation: 60 * 60_000 };

/** Begins the wait and gives the cookie's token; the session `before` ends. */
export async function beginWait(
  rt: Runtime,
  kind: WaitingKind,
  staffId: string,
  before?: string,
): Promise<string> {
  const token = rt.newId();
  const at = rt.clock();
  if (before) await rt.db.lane.put(endSessions, { tokenHash: tokenHash(before) });
  const times = { createdAt: at, seenAt: at, endsAt: at + LASTS_MS[kind] };
  await rt.db.lane.put(insertSession, {
    tokenHash: tokenHash(token),
    kind: `staff-${kind}`,
    subject: staffId,
    ...times,
  });
  return token;
}

/** Who waits behind this token; undefined when nobody does, or no longer. */
export async function findWait(rt: Runtime, kind: WaitingKind, token: string | undefined) {
  if (!token) return undefined;
  const session: SessionRow | undefined = await findSession(rt.db, tokenHash(token));
  return session?.kind === `staff-${kind}` && rt.clock() < session.endsAt ? session : undefined;
}
