import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { openSession } from './open-session.ts';
import { recordOpening } from './record-opening.ts';
import type { PageVisit } from './resume-page.ts';

/** Opens the content for a visit that has shown its factor: a new session in place of the old; gives its secret. */
export async function verifyVisit(rt: Runtime, { secret, link }: PageVisit): Promise<string> {
  const opened = await openSession(rt, { link: link.tokenHash, verified: true, instead: secret });
  await recordOpening(rt, link);
  return opened;
}

/** Opens content that needs no factor but the link. Throws `forbidden` for any other. */
export function readOpenPage(rt: Runtime, visit: PageVisit): Promise<string> {
  if (visit.link.access !== 'link') throw new AppError('forbidden');
  return verifyVisit(rt, visit);
}
