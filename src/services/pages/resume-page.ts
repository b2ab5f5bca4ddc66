import { findSession, touchSession } from '../../store/people/sessions.ts';
import { tokenHash } from '../../store/seal.ts';
import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { findOpenLink, type OpenLink } from './find-link.ts';
import { type PageSession, toPageSession } from './session.ts';

/** One relative's page on one browser: the session, its cookie's secret, and the link it came through. */
export type PageVisit = { secret: string; session: PageSession; link: OpenLink };

/** A sign of life is written at most this often, ms. */
const TOUCH_MS = 60_000;

async function resumeSession(rt: Runtime, secret: string): Promise<PageSession | undefined> {
  const row = await findSession(rt.db, tokenHash(secret));
  const at = rt.clock();
  const session = toPageSession(row, at);
  if (!row || !session || at - row.seenAt < TOUCH_MS) return session;
  await rt.db.lane.put(touchSession, { tokenHash: session.tokenHash, at });
  return toPageSession({ ...row, seenAt: at }, at);
}

/** The visit behind a cookie, with this request as its sign of life. Throws `session-ended` when the session or its link is over. */
export async function resumePage(rt: Runtime, secret: string | undefined): Promise<PageVisit> {
  const session = secret ? await resumeSession(rt, secret) : undefined;
  const link = session ? await findOpenLink(rt, session.link) : undefined;
  if (!secret || !session || !link) throw new AppError('session-ended');
  return { secret, session, link };
}
