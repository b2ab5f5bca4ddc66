import { endSessions, insertSession } from '../../store/people/sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import type { Runtime } from '../runtime.ts';
import { PAGE_SESSION_MS } from './session.ts';

/**
 * Opens a page session and gives the secret its cookie holds; only a hash is stored. The session it comes `instead` of ends,
 * so that a cookie from before the factor was shown is worth nothing after it.
 */
export async function openSession(
  rt: Runtime,
  order: { link: string; verified: boolean; instead?: string | undefined },
): Promise<string> {
  const secret = rt.newId();
  const at = rt.clock();
  const opened = rt.db.lane.put(insertSession, {
    tokenHash: tokenHash(secret),
    kind: 'page',
    subject: order.link,
    verifiedAt: order.verified ? at : null,
    createdAt: at,
    seenAt: at,
    endsAt: at + PAGE_SESSION_MS,
  });
  await Promise.all([opened, ...(order.instead ? [endSession(rt, order.instead)] : [])]);
  return secret;
}

/** Ends the session behind a cookie's secret; nothing happens when there is none. */
export const endSession = (rt: Runtime, secret: string): Promise<void> =>
  rt.db.lane.put(endSessions, { tokenHash: tokenHash(secret) });
