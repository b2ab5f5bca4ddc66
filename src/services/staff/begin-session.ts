import { endSessions, insertSession } from '../../store/people/sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import { recordLedger } from '../record-ledger.ts';
import type { Runtime } from '../runtime.ts';

/** How long a session lasts without a sign of life, and at the most, ms of the real clock. */
export const IDLE_MS = 30 * 60_000;
export const SESSION_MS = 8 * 60 * 60_000;

/** How somebody came in. */
export type How = 'demo' | 'password' | 'recovery' | 'oidc' | 'emergency';

/** Where a login comes from: the browser in a word or two, and the token of the cookie it came with. */
export type From = { browser?: string | undefined; before?: string | undefined };

/** A session of staff under a fresh token, which it gives; the session `before` ends, so that no token outlives a login. */
export async function beginSession(rt: Runtime, staffId: string, how: How, from: From): Promise<string> {
  const token = rt.newId();
  const at = rt.clock();
  if (from.before) await rt.db.lane.put(endSessions, { tokenHash: tokenHash(from.before) });
  await rt.db.lane.put(insertSession, {
    tokenHash: tokenHash(token),
    kind: 'staff',
    subject: staffId,
    verifiedAt: at,
    createdAt: at,
    seenAt: at,
    endsAt: at + SESSION_MS,
    handle: rt.newId(),
    how,
    browser: from.browser?.slice(0, 60) ?? '',
  });
  await recordLedger(rt, { kind: 'staff.login', actor: staffId, body: { how } });
  return token;
}
