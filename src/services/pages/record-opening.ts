import { noteLinkOpened } from '../../store/people/links.ts';
import { takeTurn } from '../journeys/take-turn.ts';
import type { Runtime } from '../runtime.ts';
import { findOpenLink, type OpenLink } from './find-link.ts';

/** Tells the journey, when there is one, that the content was opened, once for each link. */
export async function recordOpening(rt: Runtime, link: OpenLink): Promise<void> {
  if (link.opened) return;
  await rt.inOrder(`link:${link.tokenHash}`, async () => {
    const now = await findOpenLink(rt, link.tokenHash);
    if (!now || now.opened) return;
    if (link.journeyId)
      await takeTurn(rt, link.journeyId, { kind: 'pageOpened', at: rt.now(), page: link.page });
    await rt.db.lane.put(noteLinkOpened, { tokenHash: link.tokenHash, at: rt.now() });
  });
}
