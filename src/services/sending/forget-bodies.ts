// The provider keeps as little as it can: bodies go once nothing more is to be heard of their message.

import { findRestoration } from '../../store/copies/restorations.ts';
import { type Asked, listRemembered, noteForgotten, type Remembered } from '../../store/messages/bodies.ts';
import type { Runtime } from '../runtime.ts';

/** How long after its final outcome a body stays at the provider, ms. */
export const REMEMBERED_MS = 24 * 3_600_000;

/** How long until a body is asked for again that did not go, ms of the real clock. */
export const ASK_AGAIN_MS = 6 * 3_600_000;

const PAGE = 100;
const AT_ONCE = 10;

const listPage = (rt: Runtime): Promise<Remembered[]> => {
  const deliveredBefore = rt.now() - REMEMBERED_MS;
  const sentBefore = deliveredBefore - rt.config.validityMinutes * 60_000;
  return listRemembered(rt.db, { deliveredBefore, sentBefore, clock: rt.clock(), limit: PAGE });
};

/** Asks for a few bodies at once and remembers what became of it; gives how many are gone. */
async function forgetSome(rt: Runtime, some: readonly Remembered[]): Promise<number> {
  const asked = await Promise.all(
    some.map(async ({ id, providerId }): Promise<Asked> => {
      const isGone = await rt.gateway.forget(providerId);
      return isGone ? { id, forgottenAt: rt.clock() } : { id, forgetAfter: rt.clock() + ASK_AGAIN_MS };
    }),
  );
  await Promise.all(asked.map((one) => rt.db.lane.put(noteForgotten, one)));
  return asked.filter((one) => 'forgottenAt' in one).length;
}

async function forgetPage(rt: Runtime, page: readonly Remembered[]): Promise<number> {
  let gone = 0;
  for (let from = 0; from < page.length && !rt.closing.aborted; from += AT_ONCE)
    gone += await forgetSome(rt, page.slice(from, from + AT_ONCE));
  return gone;
}

/**
 * Deletes, page by page, the bodies at the provider of messages whose outcome has been final for a day; one that does
 * not go is asked for again later, and the sweep ends where none of a page goes. While a backup that was put back is not
 * reconciled all stay, since they tell what left. Gives how many are gone.
 */
export async function forgetBodies(rt: Runtime): Promise<number> {
  if (await findRestoration(rt.db)) return 0;
  let forgotten = 0;
  while (!rt.closing.aborted) {
    const page = await listPage(rt);
    const gone = page.length === 0 ? 0 : await forgetPage(rt, page);
    if (gone === 0) break;
    forgotten += gone;
  }
  return forgotten;
}
