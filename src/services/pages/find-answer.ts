import { AppError } from '../app-error.ts';
import type { Runtime } from '../runtime.ts';
import { type InviteState, inviteOf, inviteState, loadVisit } from './load-visit.ts';
import type { PageVisit } from './resume-page.ts';

/** Where a visit's invitation stands; undefined where nothing was asked. Throws `forbidden` before the factor was shown. */
export async function findAnswer(
  rt: Runtime,
  { link, session }: PageVisit,
): Promise<InviteState | undefined> {
  if (!session.verified) throw new AppError('forbidden');
  const { flow, journey } = await loadVisit(rt, link);
  const step = inviteOf(flow, link);
  return step && inviteState(journey.state, step);
}
