import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import type { OpenLink } from './find-link.ts';
import { knock } from './knock.ts';
import { openSession } from './open-session.ts';
import { recordOpening } from './record-opening.ts';

/**
 * Exchanges a link's token for a page session, so that the token leaves the address. With `read`, open content counts as
 * opened at once; behind a PIN or MitID the session is not verified yet. Throws `link-unknown`, `too-many`.
 */
export async function openLink(
  rt: Runtime,
  order: { token: string; address: string; read: boolean; instead?: string | undefined },
): Promise<{ session: string; link: OpenLink }> {
  const link = await knock(rt, order.token, order.address);
  if (!link) throw new AppError('link-unknown');
  const verified = order.read && link.access === 'link';
  const { instead } = order;
  const session = await openSession(rt, { link: link.tokenHash, verified, instead });
  if (verified) await recordOpening(rt, link);
  return { session, link };
}
